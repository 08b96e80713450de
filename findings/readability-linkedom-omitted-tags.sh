#!/usr/bin/env bash
# Readability on linkedom gives no article for pages that leave out tags which HTML lets them leave out.
#
# Versions   @mozilla/readability 0.6.0 with linkedom 0.18.12, beside jsdom 26.1.0 (npm)
# Behaviour  html, head and body need no tags (HTML standard, "Optional tags"). jsdom makes the elements; linkedom does not:
#            the first element of such a page is its root, document.body is empty, and Readability raises
#            "Cannot read properties of null". With <body> alone the root is <meta>. tbody is missing in the same way.
# Seen       all tags: 350 signs with both; none: linkedom TypeError, jsdom 350; body only: linkedom's root META, jsdom's HTML
# Hurts      who runs or measures the readability family on linkedom, the common choice for speed, over hand-made pages of
#            boards, old newspapers and minified sites: their pages count as misses of the extractor
#
# Needs npm and node 20 or newer; fails when one of the three pages is answered in another way.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent @mozilla/readability@0.6.0 linkedom@0.18.12 jsdom@26.1.0 >/dev/null
cat > compare.js <<'JS'
const {parseHTML} = require('linkedom'), {JSDOM} = require('jsdom'), {Readability} = require('@mozilla/readability');
const text = [1, 2, 3, 4, 5, 6].map(day => `<p>가람시는 ${day}일 새 도서관을 짓고 둘레길을 고쳐, 주민이 쉬어 갈 곳을 넓히기로 했다고 밝혔다. ` +
  `공사는 다음 달에 시작해 내년 가을에 끝난다.</p>`).join('');
const head = '<meta charset=utf-8><title>소식</title>', body = `<div><h1>소식</h1>${text}</div>`;
const pages = {
  all: `<!doctype html><html lang=ko><head>${head}</head><body>${body}</body></html>`,
  none: `<!doctype html>${head}${body}`,
  body: `<!doctype html>${head}<body>${body}</body>`,
};
const seen = {};
for (const [name, html] of Object.entries(pages)) {
  for (const [on, doc] of [['linkedom', parseHTML(html).document], ['jsdom', new JSDOM(html).window.document]]) {
    const root = doc.documentElement.tagName;
    let signs;
    try { signs = new Readability(doc).parse().textContent.replace(/\s/g, '').length; } catch (e) { signs = e.name; }
    seen[`${name} ${on}`] = `${root} ${signs}`;
    console.log(`${name} tags, ${on}: root ${root}, ${signs}`);
  }
}
const jsdomSame = ['all', 'none', 'body'].every(n => seen[`${n} jsdom`] === seen['all jsdom']);
const linkedom = seen['all linkedom'] === seen['all jsdom'] && seen['none linkedom'] === 'META TypeError' &&
  seen['body linkedom'].startsWith('META ');
process.exit(jsdomSame && linkedom ? 0 : 1);
JS
node compare.js
