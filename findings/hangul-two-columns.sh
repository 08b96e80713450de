#!/usr/bin/env bash
# Text browsers that count a Hangul syllable as one column of a terminal.
#
# Versions   Debian 12: lynx 2.9.0dev.12-1, links2 2.28-1+b2, html2text 1.3.2a-28; beside them w3m 0.5.3+git20230121-2
# Behaviour  Told to dump a Korean page at 80 columns in UTF-8, the first three fill a line with about 80 syllables. A syllable
#            takes two columns (Unicode, East Asian Width W), so that lines are over 120 columns wide. w3m counts right.
# Seen       widest line in columns: lynx 124, links2 131, html2text 139, w3m 79
# Hurts      who keeps dumps of Korean pages, or reads their line length to tell broken lines from paragraphs: the width asked
#            for is that of the text in characters, not in columns, and depends on how many blanks and digits a line has.
#
# Needs apt-get, dpkg and python3; fails when a program's widest line is no longer on the side told above.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
for p in lynx=2.9.0dev.12-1 lynx-common=2.9.0dev.12-1 links2=2.28-1+b2 html2text=1.3.2a-28 w3m=0.5.3+git20230121-2; do
  apt-get download -qq "$p" >/dev/null
done
for deb in *.deb; do dpkg -x "$deb" root; done
python3 - <<'PY'
words = "가람시는 새 도서관을 짓고 둘레길을 고쳐 주민이 쉬어 갈 곳을 넓히기로 했다 " * 6
open("page.html", "w", encoding="utf-8").write('<meta charset="utf-8"><title>소식</title><p>' + words)
PY
widest() {
  python3 -c '
import sys, unicodedata
print(max(sum(1 + (unicodedata.east_asian_width(c) in "WF") for c in line.rstrip()) for line in sys.stdin))'
}
export LC_ALL=C.UTF-8
declare -A seen
seen[lynx]=$(root/usr/bin/lynx -cfg=root/etc/lynx/lynx.cfg -dump -width=80 -display_charset=utf-8 page.html | widest)
seen[links2]=$(root/usr/bin/links2 -dump -width 80 -codepage utf-8 page.html | widest)
seen[html2text]=$(root/usr/bin/html2text -utf8 -width 80 page.html | widest)
seen[w3m]=$(root/usr/bin/w3m -dump -cols 80 -I utf-8 -O utf-8 page.html | widest)
rc=0
for name in lynx links2 html2text w3m; do
  echo "$name: widest line ${seen[$name]} columns"
  if [ "$name" = w3m ]; then [ "${seen[$name]}" -le 80 ] || rc=1; else [ "${seen[$name]}" -gt 100 ] || rc=1; fi
done
exit $rc
