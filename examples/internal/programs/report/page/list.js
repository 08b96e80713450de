// The list of articles.
import { DATE, ORGANIZATION, facts, full, index, language, outlet } from './data.js';
import { $, el } from './dom.js';
import { day } from './format.js';
import { FACT_LABEL, L, num } from './labels.js';
import { snippet } from './marks.js';
import { found } from './select.js';
import { change, state } from './state.js';
import { windowed } from './windowed.js';

const ROW = 112;
let rows;

export const narrow = () => innerWidth <= 800; // list and article take turns
export const selected = () => (+state.a || 0) - 1;

// pick opens an article. Where it takes the place of the list, the browser's Back leads there.
export function pick(i, fact = '') {
  change({ view: 'articles', a: i + 1, f: fact }, { push: narrow() || state.view !== 'articles' });
}

// counts tells how many facts of each kind an article has.
function counts(i) {
  const n = { amount: 0, date: 0, organization: 0 };
  for (let f = index.first[i]; f < index.first[i + 1]; f++) {
    n[facts.kind[f] < DATE ? 'amount' : facts.kind[f] === ORGANIZATION ? 'organization' : 'date']++;
  }
  return n;
}

function row(n) {
  const i = found.list[n],
    cluster = index.cluster.get(i),
    c = facts.count === undefined ? {} : counts(i);
  const below = el(
    'div',
    { class: 'dots' },
    Object.entries(c)
      .filter(([, k]) => k)
      .map(([kind, k]) =>
        el(
          'span',
          { class: `dot ${kind}`, title: L()[FACT_LABEL[kind]] },
          el('span', { class: 'sr' }, `${L()[FACT_LABEL[kind]]} `),
          num(k),
        ),
      ),
    cluster !== undefined && el('span', { class: 'twin' }, L().twins(index.clusters[cluster].c.length)),
  );
  const out = el(
    'div',
    {
      class: 'row',
      id: `row-${i}`,
      role: 'option',
      'aria-selected': String(i === selected()),
      'aria-setsize': found.list.length,
      'aria-posinset': n + 1,
      onclick: () => pick(i),
    },
    el(
      'div',
      { class: 'meta' },
      el('span', { class: 'pub' }, outlet(i) || L().unknown),
      el('time', {}, day(index.at[i]) || L().noDate),
    ),
    el('div', { class: 'headline', lang: language(i) }, index.titles[i] || L().noTitle),
    below,
  );
  if (found.terms.length) showSnippet(i, below);
  return out;
}

// showSnippet puts the words around the first hit in place of the counts.
async function showSnippet(i, place) {
  const a = await full(i),
    pictures = (a.pics || []).map(p => `${p[1] || ''} ${p[2] || ''}`);
  const cut = [a.text, a.sub || '', ...pictures].map(t => snippet(t)).find(Boolean);
  if (cut)
    place.replaceChildren(el('span', { class: 'snippet', lang: language(i) }, cut[0], el('b', {}, cut[1]), cut[2]));
}

// drawList draws the list anew after the selection or the language changed.
export function drawList(fromTop) {
  if (fromTop)
    $('scroller').scrollTop = Math.max(0, found.list.indexOf(selected()) * ROW - $('scroller').clientHeight / 3);
  rows.show(found.list.length);
  describe();
}

function describe() {
  const i = selected();
  if ($(`row-${i}`)) $('scroller').setAttribute('aria-activedescendant', `row-${i}`);
  else $('scroller').removeAttribute('aria-activedescendant');
}

// revealSelected has the selected row in sight.
export function revealSelected() {
  rows.show(found.list.length);
  const n = found.list.indexOf(selected());
  if (n >= 0) rows.reveal(n);
  describe();
}

// step moves the selection.
export function step(by) {
  if (!found.list.length) return;
  const at = found.list.indexOf(selected());
  const to = found.list[Math.max(0, Math.min(found.list.length - 1, at < 0 ? 0 : at + by))];
  change({ a: to + 1, f: '' });
}

export function initList() {
  rows = windowed($('scroller'), () => ROW, row);
  $('scroller').addEventListener('keydown', e => {
    const by = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8, Home: -1e9, End: 1e9 }[e.key];
    if (by) {
      e.preventDefault();
      step(by);
    }
    if (e.key === 'Enter') {
      if (narrow() && selected() >= 0) pick(selected());
      $('main').focus();
    }
  });
}
