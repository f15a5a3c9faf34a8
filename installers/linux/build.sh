#!/usr/bin/env bash
# Builds a portable application folder, target/installer/Isogloss, with its own Java runtime.
# Needs a full JDK 17 or later (jpackage, jmods) and Maven; run it from anywhere in the checkout.
set -euo pipefail
cd "$(dirname "$0")/../.."

# 1. The program: jar, libraries, sample data
mvn -q -B -DskipTests package
input=target/installer/input
rm -rf target/installer
mkdir -p "$input"
cp -r target/isogloss.jar target/lib "$input"
cp -r sample-data "$input"

# 2. The modules that the libraries use of the JDK
modules=java.base,java.desktop,java.logging,java.management,java.naming,java.net.http,java.prefs,java.scripting,java.sql,java.xml,jdk.charsets,jdk.crypto.ec,jdk.localedata,jdk.management,jdk.unsupported,jdk.zipfs

# 3. The package; bin/java stays in the runtime, because runs are processes of their own
jpackage --type app-image --name Isogloss --dest target/installer \
    --input "$input" --main-jar isogloss.jar --main-class org.isogloss.Main \
    --add-modules "$modules" \
    --jlink-options "--strip-debug --no-header-files --no-man-pages" \
    --description "Hybrid batch training of multilingual retrievers"

# 4. What came of it
du -sh target/installer/Isogloss
echo "Start it with target/installer/Isogloss/bin/Isogloss"
