// Building elements. Words of articles become text nodes only, never markup.
const SVG = 'http://www.w3.org/2000/svg';
export const $ = id => document.getElementById(id);

export function fill(node, attrs, children) {
  for (const [k, v] of Object.entries(attrs || {})) {
    if (v === undefined || v === null || v === false) continue;
    if (k.startsWith('on')) node.addEventListener(k.slice(2), v);
    else node.setAttribute(k, v === true ? '' : v);
  }
  for (const c of children.flat(3)) if (c !== null && c !== undefined && c !== false && c !== '') node.append(c);
  return node;
}
export const el = (tag, attrs, ...children) => fill(document.createElement(tag), attrs, children);
export const svg = (tag, attrs, ...children) => fill(document.createElementNS(SVG, tag), attrs, children);

// table writes rows of words under their headings.
export const table = (head, rows) =>
  el(
    'table',
    {},
    el(
      'thead',
      {},
      el(
        'tr',
        {},
        head.map(h => el('th', { scope: 'col' }, h)),
      ),
    ),
    el(
      'tbody',
      {},
      rows.map(r =>
        el(
          'tr',
          {},
          r.map(c => el('td', {}, c)),
        ),
      ),
    ),
  );

// webLink is a link where the address is one of the web, else nothing.
export function webLink(url, words) {
  if (!/^https?:\/\//i.test(url || '')) return null;
  return el('a', { href: url, rel: 'noopener noreferrer nofollow', target: '_blank' }, words);
}

// fileLink is a link to a saved file beside the page, else nothing.
export function fileLink(path, words) {
  return /^(\.\.?\/|file:\/\/\/)/.test(path || '')
    ? el('a', { href: path, target: '_blank', rel: 'noopener' }, words)
    : null;
}

// wait has calls that follow one another closely made once.
export function wait(ms, act) {
  let timer;
  return (...args) => {
    clearTimeout(timer);
    timer = setTimeout(() => act(...args), ms);
  };
}

// breathe lets the browser draw and answer before the work goes on.
export const breathe = () => new Promise(go => setTimeout(go));

// onPress makes a drawing answer to mouse and keyboard.
export const onPress = act => ({
  role: 'button',
  onclick: act,
  onkeydown: e => {
    if (e.key === 'Enter' || e.key === ' ') {
      e.preventDefault();
      act(e);
    }
  },
});

// rove makes the parts of a drawing one stop of the Tab key: arrows, Home and End move between them.
export function rove(root, parts) {
  parts.forEach((p, n) => p.setAttribute('tabindex', n ? -1 : 0));
  root.addEventListener('keydown', e => {
    const at = parts.indexOf(document.activeElement);
    if (at < 0) return;
    const to = {
      ArrowRight: at + 1,
      ArrowDown: at + 1,
      ArrowLeft: at - 1,
      ArrowUp: at - 1,
      Home: 0,
      End: parts.length - 1,
    }[e.key];
    if (to === undefined || !parts[to]) return;
    e.preventDefault();
    parts[at].setAttribute('tabindex', -1);
    parts[to].setAttribute('tabindex', 0);
    parts[to].focus();
  });
  return root;
}
