#!/usr/bin/env bash
# Makes the pictures in src/docs/images anew, those that need no hand: what report and view draw, and the page as
# Chromium shows it. Needs ImageMagick and Chromium (Debian: imagemagick chromium). What Gephi's windows show
# (clicks-1 to clicks-5, gephi, dump-process) is taken by hand, as five-clicks.md goes; the tests of modules/gephi-app
# leave pictures of the same windows in its target/smoke.
set -euo pipefail
cd "$(dirname "$0")/../.."
memdump=${MEMDUMP:-./memdump}
images=src/docs/images
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

"$memdump" report src/examples/before.json.gz src/examples/after.json.gz -o "$work/out" >"$work/log"
"$memdump" view suspects src/examples/before.json.gz src/examples/after.json.gz -o "$work/suspects.png" >>"$work/log"

# As wide as a page shows them, and as small as the same colours allow.
small() {
    convert "$1" -resize 1400x -strip -colors 255 -define png:exclude-chunk=date,time "PNG8:$images/$2"
    echo "$images/$2"
}
small "$work/out/leak.png" border.png
small "$work/suspects.png" suspects.png

options=(--headless=new --hide-scrollbars --user-data-dir="$work/profile" --window-size=1280,1000)
[ "$(id -u)" != 0 ] || options+=(--no-sandbox)
chromium "${options[@]}" --virtual-time-budget=2000 --screenshot="$work/page.png" "file://$work/out/report.html" \
    >>"$work/log" 2>&1
small "$work/page.png" page.png
