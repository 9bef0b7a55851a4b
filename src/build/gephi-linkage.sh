#!/bin/sh
# Says which references of the plugin do not resolve in an installation of Gephi, and which modules it would refuse:
#   src/build/gephi-linkage.sh GEPHI_FOLDER modules/gephi-plugin/target/memdump-gephi-0.1.0-SNAPSHOT.nbm
# Takes a JDK of 17 or newer, and no Maven. Exits with 1 if something does not fit, with 2 if it cannot be told.
set -eu

if [ $# -ne 2 ]; then
    echo "usage: gephi-linkage.sh GEPHI_FOLDER PLUGIN.nbm" >&2
    exit 2
fi
home=$(cd "$(dirname "$0")/../.." && pwd)
classes=$(mktemp -d)
trap 'rm -rf "$classes"' EXIT
folder=$home/modules/gephi-plugin/src/test/java/io/github/memdump/gephi/linkage
javac -d "$classes" "$folder/ClassFile.java" "$folder/ModuleFolder.java" "$folder/Linkage.java" \
    "$folder/LinkageCheck.java" || exit 2
java -cp "$classes" io.github.memdump.gephi.linkage.LinkageCheck "$1" "$2"
