#!/usr/bin/env bash
# Builds what Linux users install: target/installer/Isogloss (a portable folder with its own Java runtime), the same
# as .tar.gz, and a .deb. Needs a full JDK 17 or later (jpackage, jmods), Maven, dpkg-deb and fakeroot.
#   build.sh          computes on the processor
#   build.sh --cuda   without the processor's PyTorch: the CUDA build is fetched on the first start
set -euo pipefail
cd "$(dirname "$0")/../.."
name=Isogloss
package=isogloss
profiles=installer
if [ "${1:-}" = --cuda ]; then
    package=isogloss-cuda
    profiles=installer,cuda
fi
tools=${JAVA_HOME:+$JAVA_HOME/bin/}

# 1. The program: jar, libraries, sample data, licences
input=target/input
rm -rf $input target/lib target/licences target/installer
mvn -q -B -ntp -DskipTests -P "$profiles" package
mkdir -p "$input/licences"
cp -r target/isogloss.jar target/lib sample-data "$input"
cp LICENSE target/licences/THIRD-PARTY.txt "$input/licences"
for jar in target/lib/*.jar; do # the texts that the libraries bring along
    part=$(basename "$jar" .jar)
    unzip -qqo "$jar" 'META-INF/LICEN[CS]E*' 'META-INF/NOTICE*' 'LICENSE*' -d "$input/licences/$part" 2>/dev/null || true
done
version=$(unzip -p target/isogloss.jar META-INF/MANIFEST.MF | tr -d '\r' | sed -n 's/^Implementation-Version: //p')

# 2. The portable folder; bin/java stays in the runtime, because runs are processes of their own
options=()
if "${tools}java" -version 2>&1 | grep -Eq 'version "(2[4-9]|[3-9][0-9])'; then
    options=(--java-options --enable-native-access=ALL-UNNAMED --java-options --sun-misc-unsafe-memory-access=allow)
fi
"${tools}jpackage" --type app-image --name $name --dest target/installer \
    --input "$input" --main-jar isogloss.jar --main-class org.isogloss.Main \
    --app-version "$version" --vendor "The Isogloss authors" --copyright "The Isogloss authors, Apache-2.0" \
    --description "Hybrid batch training of multilingual retrievers" \
    --icon installers/icon/isogloss.png \
    --add-modules "$(cat installers/modules.txt)" "${options[@]}" \
    --jlink-options "--strip-debug --no-header-files --no-man-pages"
install -m 755 installers/linux/isogloss target/installer/$name/bin/isogloss
tar -C target/installer -czf "target/installer/$package-$version-linux-$(uname -m).tar.gz" $name

# 3. The Debian package
"${tools}jpackage" --type deb --name $name --dest target/installer --app-image target/installer/$name \
    --app-version "$version" --vendor "The Isogloss authors" --about-url https://arxiv.org/abs/2408.10536 \
    --description "Hybrid batch training of multilingual retrievers" \
    --icon installers/icon/isogloss.png --file-associations installers/study.properties \
    --license-file LICENSE --resource-dir installers/linux/resources \
    --linux-package-name "$package" --linux-deb-maintainer isogloss@users.noreply.github.com \
    --linux-menu-group "Science;Education" --linux-app-category science --linux-shortcut \
    --linux-package-deps "libgtk-3-0t64 | libgtk-3-0, libxtst6, libxxf86vm1, libgl1, libpangoft2-1.0-0, fonts-dejavu-core"

# 4. What came of it
du -sh target/installer/* | sed 's/^/size: /'
