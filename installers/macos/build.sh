#!/usr/bin/env bash
# Builds target/installer/Isogloss-<version>.dmg on macOS with Apple silicon. Needs a full JDK 17 or later and Maven.
# The result is not signed: macOS opens it after a right click, Open.
set -euo pipefail
cd "$(dirname "$0")/../.."
tools=${JAVA_HOME:+$JAVA_HOME/bin/}

# 1. The program: jar, libraries, sample data, licences
input=target/input
rm -rf $input target/lib target/licences target/installer
mvn -q -B -ntp -DskipTests -P installer package
mkdir -p "$input/licences"
cp -R target/isogloss.jar target/lib sample-data "$input"
cp LICENSE target/licences/THIRD-PARTY.txt "$input/licences"
version=$(unzip -p target/isogloss.jar META-INF/MANIFEST.MF | tr -d '\r' | sed -n 's/^Implementation-Version: //p')
case $version in 0.*) shown=1.${version#0.} ;; *) shown=$version ;; esac # macOS knows no version 0

# 2. The application; bin/java stays in the runtime, because runs are processes of their own
options=()
if "${tools}java" -version 2>&1 | grep -Eq 'version "(2[4-9]|[3-9][0-9])'; then
    options=(--java-options --enable-native-access=ALL-UNNAMED --java-options --sun-misc-unsafe-memory-access=allow)
fi
"${tools}jpackage" --type dmg --name Isogloss --dest target/installer \
    --input "$input" --main-jar isogloss.jar --main-class org.isogloss.Main \
    --app-version "$shown" --vendor "The Isogloss authors" --copyright "The Isogloss authors, Apache-2.0" \
    --description "Hybrid batch training of multilingual retrievers" \
    --mac-package-identifier org.isogloss --icon installers/icon/isogloss.icns \
    --file-associations installers/study.properties --license-file LICENSE \
    --add-launcher isogloss-cli=installers/console.properties \
    --add-modules "$(cat installers/modules.txt)" ${options[@]+"${options[@]}"} \
    --jlink-options "--strip-debug --no-header-files --no-man-pages"

# 3. What came of it
du -sh target/installer/* | sed 's/^/size: /'
echo "On the command line: /Applications/Isogloss.app/Contents/MacOS/isogloss-cli"
