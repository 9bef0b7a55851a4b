#!/usr/bin/env bash
# Makes the pictures in src/docs/images anew: what report and view draw, the page as Chromium shows it, and the windows
# of the bundled Gephi, by the test that makes the five clicks of the docs. Needs ImageMagick, Chromium, Xvfb and Ruby
# (Debian: imagemagick chromium xvfb ruby), and takes some minutes. MEMDUMP is another command to make them with, CLICKS
# one that runs BundledClicksIT with the options that it is given, where the application need not be built anew.
set -euo pipefail
cd "$(dirname "$0")/../.."
memdump=${MEMDUMP:-./memdump}
images=src/docs/images
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

"$memdump" report src/examples/before.json.gz src/examples/after.json.gz -o "$work/out" --source src/examples \
    >"$work/log"
"$memdump" view suspects src/examples/before.json.gz src/examples/after.json.gz -o "$work/suspects.png" >>"$work/log"

# As wide as a page shows them, and as small as the same colours allow.
small() {
    convert "$1" -resize "1400x>" -strip -colors 255 -define png:exclude-chunk=date,time "PNG8:$images/$2"
    echo "$images/$2"
}
small "$work/out/leak.png" border.png
small "$work/suspects.png" suspects.png

options=(--headless=new --hide-scrollbars --user-data-dir="$work/profile" --window-size=1280,1000)
[ "$(id -u)" != 0 ] || options+=(--no-sandbox)
chromium "${options[@]}" --virtual-time-budget=2000 --screenshot="$work/page.png" "file://$work/out/report.html" \
    >>"$work/log" 2>&1
small "$work/page.png" page.png

# The windows show where the dumps are and which processes run: a folder and a process of their own.
dumps=/tmp/shop
mkdir -p "$dumps"
cp src/examples/before.json.gz src/examples/after.json.gz "$dumps"
{ sed '/^def code/,$d' src/examples/leaky_shop.rb; echo '60.times { |i| Shop.visit(i, Random.new(i)) }; sleep'; } \
    >"$work/shop.rb"
(cd "$work" && exec ruby shop.rb) >>"$work/log" 2>&1 &
shop=$!
trap 'kill "$shop"; rm -rf "$work" "$dumps"' EXIT
MEMDUMP_WINDOW_TEST=1 ${CLICKS:-mvn -B -q verify -pl modules/gephi-app -am -Dtest=none -Dit.test=BundledClicksIT
    -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false} \
    -Dmemdump.clicks.dumps="$dumps" -Dmemdump.clicks.process=shop.rb
windows=modules/gephi-app/target/smoke-clicks
for click in 1 2 3 4 5; do
    small "$windows/clicks-$click.png" "clicks-$click.png"
done
small "$windows/dump-process.png" dump-process.png
