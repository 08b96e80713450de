#!/usr/bin/env bash
# Bold that ends in a quotation mark or a bracket is lost between HTML and Markdown where a Korean particle follows it.
#
# Versions   turndown 7.2.2 with commonmark 0.31.2, markdown-it 14.1.0 and marked 16.4.1 (npm)
# Behaviour  turndown writes <b>‘둘레길’</b>을 as **‘둘레길’**을. CommonMark lets ** close only if it does not stand between
#            punctuation and a letter ("right-flanking delimiter run"), and a Korean particle is a letter joined to the word:
#            the readers show the asterisks. The same in English, where a blank follows, stays bold.
# Seen       of five Korean phrases, bold in HTML, those that end in ’ ” ) » % stay not bold in all three readers; the
#            English ones and 둘레길을 without marks stay bold
# Hurts      who turns Korean news into Markdown for notes, models or corpora: names of projects, titles and shares are bold
#            in just this way, and each leaves two pairs of stray asterisks in the text
#
# Needs npm and node 20 or newer; fails when a reader shows one of them in another way.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent turndown@7.2.2 commonmark@0.31.2 markdown-it@14.1.0 marked@16.4.1 >/dev/null
cat > compare.mjs <<'JS'
import Turndown from 'turndown';
import {Parser, HtmlRenderer} from 'commonmark';
import MarkdownIt from 'markdown-it';
import {marked} from 'marked';
const turndown = new Turndown(), it = new MarkdownIt();
const readers = {
  commonmark: s => new HtmlRenderer().render(new Parser().parse(s)), 'markdown-it': s => it.render(s), marked: s => marked.parse(s),
};
const lost = ['군은 <b>‘둘레길’</b>을 잇는다', '그는 <b>“쉬어 가자”</b>고 말했다', '새 길은 <b>둘레길(12㎞)</b>이다', '<b>«물길»</b>은 책이다', '찬성은 <b>60%</b>였다'];
const kept = ['they join <b>‘the path’</b> today', 'in favour were <b>60%</b> of all', '군은 <b>둘레길</b>을 잇는다'];
let wrong = 0;
for (const [phrases, bold] of [[lost, false], [kept, true]]) {
  for (const html of phrases) {
    const md = turndown.turndown(`<p>${html}</p>`);
    for (const [name, read] of Object.entries(readers)) {
      const is = read(md).includes('<strong>');
      console.log(is ? 'bold    ' : 'not bold', name, md);
      if (is !== bold) wrong++;
    }
  }
}
process.exit(wrong ? 1 : 0);
JS
node compare.mjs
