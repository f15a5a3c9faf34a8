# Builds target\installer\Isogloss-<version>.msi, or a portable folder with -Portable.
# Needs a full JDK 17 or later, Maven, and for the .msi the WiX Toolset 3.
#   build.ps1 -Cuda   without the processor's PyTorch: the CUDA build is fetched on the first start
param([switch]$Portable, [switch]$Cuda)
$ErrorActionPreference = 'Stop'
Set-Location (Join-Path $PSScriptRoot '..\..')

function Invoke-Tool([string]$Tool, [string[]]$Arguments) {
    & $Tool @Arguments
    if ($LASTEXITCODE -ne 0) { throw "$Tool ended with exit code $LASTEXITCODE" }
}

# 1. The program: jar, libraries, sample data, licences
$Folder = 'target\input'
Remove-Item -Recurse -Force -ErrorAction SilentlyContinue $Folder, 'target\lib', 'target\licences', 'target\installer'
$Profiles = if ($Cuda) { 'installer,cuda' } else { 'installer' }
Invoke-Tool 'mvn' @('-q', '-B', '-ntp', '-DskipTests', '-P', $Profiles, 'package')
New-Item -ItemType Directory -Force (Join-Path $Folder 'licences') | Out-Null
Copy-Item -Recurse 'target\isogloss.jar', 'target\lib', 'sample-data' $Folder
Copy-Item 'LICENSE', 'target\licences\THIRD-PARTY.txt' (Join-Path $Folder 'licences')
$Version = ([xml](Get-Content 'pom.xml')).project.version

# 2. The package; bin\java stays in the runtime, because runs are processes of their own
$Type = if ($Portable) { 'app-image' } else { 'msi' }
$Options = @(
    '--type', $Type, '--name', 'Isogloss', '--dest', 'target\installer',
    '--input', $Folder, '--main-jar', 'isogloss.jar', '--main-class', 'org.isogloss.Main',
    '--app-version', $Version, '--vendor', 'The Isogloss authors', '--copyright', 'The Isogloss authors, Apache-2.0',
    '--description', 'Hybrid batch training of multilingual retrievers',
    '--icon', 'installers\icon\isogloss.ico', '--add-launcher', 'isogloss-cli=installers\console.properties',
    '--add-modules', (Get-Content 'installers\modules.txt'),
    '--jlink-options', '--strip-debug --no-header-files --no-man-pages')
if (-not $Portable) {
    $Options += @(
        '--file-associations', 'installers\study.properties', '--license-file', 'LICENSE',
        '--win-per-user-install', '--win-menu', '--win-menu-group', 'Isogloss', '--win-dir-chooser',
        '--win-upgrade-uuid', 'b8a1c2b0-5d6b-4a52-9f5e-6f2f4a6f9c11')
}
$Java = if ($env:JAVA_HOME) { Join-Path $env:JAVA_HOME 'bin\java' } else { 'java' }
$Packager = if ($env:JAVA_HOME) { Join-Path $env:JAVA_HOME 'bin\jpackage' } else { 'jpackage' }
$Spec = [int](& $Java '-XshowSettings:properties' '-version' 2>&1 | Select-String 'java.specification.version = (\d+)').Matches[0].Groups[1].Value
if ($Spec -ge 24) {
    $Options += @('--java-options', '--enable-native-access=ALL-UNNAMED', '--java-options', '--sun-misc-unsafe-memory-access=allow')
}
Invoke-Tool $Packager $Options

# 3. What came of it
Get-ChildItem 'target\installer' | ForEach-Object {
    $Size = (Get-ChildItem -Recurse -File $_.FullName | Measure-Object -Property Length -Sum).Sum
    '{0}: {1:N0} MB' -f $_.Name, ($Size / 1mb)
}
