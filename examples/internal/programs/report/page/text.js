// Building elements. Words of articles become text nodes only, never markup.
const SVG = 'http://www.w3.org/2000/svg';
const $ = id => document.getElementById(id);

function fill(node, attrs, children) {
  for (const [k, v] of Object.entries(attrs || {})) {
    if (v === undefined || v === null || v === false) continue;
    if (k.startsWith('on')) node.addEventListener(k.slice(2), v);
    else node.setAttribute(k, v === true ? '' : v);
  }
  for (const c of children.flat(3)) if (c !== null && c !== undefined && c !== false) node.append(c);
  return node;
}
const el = (tag, attrs, ...children) => fill(document.createElement(tag), attrs, children);
const svg = (tag, attrs, ...children) => fill(document.createElementNS(SVG, tag), attrs, children);

// table writes rows of words under their headings.
const table = (head, rows) => el('table', {}, el('thead', {}, el('tr', {}, head.map(h => el('th', { scope: 'col' }, h)))),
  el('tbody', {}, rows.map(r => el('tr', {}, r.map(c => el('td', {}, c))))));

// link is a link where the address is one of the web, else the words alone.
function link(url, words) {
  return /^https?:\/\//i.test(url || '') ? el('a', { href: url, rel: 'noopener noreferrer nofollow', target: '_blank' }, words) : null;
}

// onPress makes a drawing answer to mouse and keyboard.
const onPress = act => ({
  tabindex: 0, role: 'button', onclick: act,
  onkeydown: e => { if (e.key === 'Enter' || e.key === ' ') { e.preventDefault(); act(e); } },
});

const fold = s => s.normalize('NFC').toLowerCase();
