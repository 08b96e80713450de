#!/usr/bin/env bash
# dateparser reads a Korean time of day as so many hours ago.
#
# Version    dateparser 1.1.6 (Debian 12: python3-dateparser 1.1.6-1), languages=['ko'], base 2022-02-23 17:41
# Behaviour  시, 분 and 일 are listed as words for hours, minutes and days that passed; a number before them is then taken off the
#            base even where the text says a time of day or a day of the month. No error, no flag. Full dates written with
#            년 월 일 are not read at all, alone or by search_dates, which gives the day of the base for their month.
# Seen       "오후 3시" 14:41 of the day (three hours ago), "23일 오후 2시" 2022-01-31 15:41 (23 days and two hours ago),
#            "내일 오후 3시" 20:41; "2022년 2월 23일" None; search_dates over "지난 3월 2일" 2022-03-23
# Hurts      who takes times of notices, events and comments from Korean pages with it, directly or through tools built on it:
#            the value looks like a time and is wrong by a day or a month
#
# Needs apt-get, dpkg and Debian 12's python3; fails when one of the values is another.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
for p in python3-dateparser=1.1.6-1 python3-regex python3-tzlocal python3-tz python3-pytz-deprecation-shim python3-dateutil python3-six; do
  apt-get download -qq "$p" >/dev/null 2>&1
done
for deb in *.deb; do dpkg -x "$deb" root; done
PYTHONPATH=root/usr/lib/python3/dist-packages /usr/bin/python3 -W ignore - <<'PY'
import datetime, sys
import dateparser
from dateparser.search import search_dates
base = {"RELATIVE_BASE": datetime.datetime(2022, 2, 23, 17, 41)}
want = {"오후 3시": "2022-02-23 14:41:00", "23일 오후 2시": "2022-01-31 15:41:00", "내일 오후 3시": "2022-02-24 20:41:00",
        "2022년 2월 23일": "None"}
rc = 0
for text, value in want.items():
    seen = str(dateparser.parse(text, languages=["ko"], settings=base))
    print(text, "->", seen)
    rc |= seen != value
found = search_dates("가람시는 지난 3월 2일 새 도서관을 짓기로 했다.", languages=["ko"], settings=base)
print("search_dates ->", [(raw, str(day)) for raw, day in found or []])
rc |= [(raw, str(day)) for raw, day in found or []] != [("3월", "2022-03-23 00:00:00")]
sys.exit(rc)
PY
