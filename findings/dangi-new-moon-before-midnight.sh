#!/usr/bin/env bash
# ICU's Korean lunisolar calendar begins one month a day late.
#
# Version    ICU 78.2 as node 22.23.3 carries it (npm package node; Intl.DateTimeFormat with ca-dangi), held against
#            korean-lunar-calendar 0.4.0 (npm), which has the table of the Korea Astronomy and Space Science Institute
# Behaviour  The new moon of 26 February 2017 fell two minutes before midnight in Korea, so the second lunar month began on
#            that day. ICU computes it to be after midnight: for thirty days its lunar date is one too low, and a first month
#            of 29 days has 30. From 1900 to 2050 no other day differs, so a test on a few years does not meet it.
# Seen       55060 days, 30 differ, from 2017-02-26 (institute: 2-1, ICU: 1-30) to 2017-03-27
# Hurts      who dates memorial rites, local festivals and old records by lunar days through Intl, ICU4J or java.time on ICU data;
#            who tests a table of lunar months against ICU and believes the table wrong
#
# Needs npm and node; fails when the days that differ are others.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent node@22.23.3 korean-lunar-calendar@0.4.0 >/dev/null
cat > compare.js <<'JS'
const Calendar = require('korean-lunar-calendar');
const icu = new Intl.DateTimeFormat('en-u-ca-dangi', {month: 'numeric', day: 'numeric', timeZone: 'UTC'});
const day = 86400000, differ = [];
let days = 0;
for (let t = Date.UTC(1900, 1, 1); t < Date.UTC(2050, 10, 1); t += day) {
  const date = new Date(t), table = new Calendar();
  if (!table.setSolarDate(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())) continue;
  days++;
  const l = table.getLunarCalendar();
  const told = Object.fromEntries(icu.formatToParts(date).map(p => [p.type, p.value]));
  const a = `${l.month}${l.intercalation ? 'bis' : ''}-${l.day}`, b = `${told.month}-${told.day}`;
  if (a !== b) differ.push([date.toISOString().slice(0, 10), a, b]);
}
const first = differ[0], last = differ[differ.length - 1];
console.log(`ICU ${process.versions.icu}: ${days} days, ${differ.length} differ`);
if (first) console.log(`from ${first[0]} (institute: ${first[1]}, ICU: ${first[2]}) to ${last[0]}`);
process.exit(differ.length === 30 && first[0] === '2017-02-26' && last[0] === '2017-03-27' ? 0 : 1);
JS
npx --no-install node compare.js
