// Articles that repeat one another: the stories, the most copied first, and two versions of one side by side.
import { KINDS, authors, facts, full, index, language, outlet, source } from './data.js';
import { aligned, diff, isSame, share } from './diff.js';
import { $, el, fileLink, webLink } from './dom.js';
import { day, meaning } from './format.js';
import { L, num } from './labels.js';
import { narrow, pick } from './list.js';
import { pictures } from './pictures.js';
import { found } from './select.js';
import { change, state } from './state.js';
import { windowed } from './windowed.js';

const ROW = 92,
  MOST_VALUES = 16;
const shownOnly = { changes: false };
let list,
  stories = [],
  turn = 0;

const members = c => [c.o, ...c.c.map(m => m.a)];
const newest = c => members(c).reduce((t, i) => (index.at[i] > t ? index.at[i] : t), '');
const least = c => Math.min(...c.c.map(m => m.s));

// How the stories are sorted.
const ORDERS = {
  size: (a, b) => b.c.length - a.c.length,
  new: (a, b) => compare(newest(b), newest(a)),
  old: (a, b) => compare(newest(a) || '9', newest(b) || '9'),
  changed: (a, b) => least(a) - least(b),
};
const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

// drawDuplicates finds the stories of which the filters let an article through.
export function drawDuplicates() {
  stories = index.clusters.filter(c => members(c).some(i => found.is[i]));
  stories.sort((a, b) => ORDERS[state.order || 'size'](a, b) || compare(newest(b), newest(a)) || a.o - b.o);
  $('orders').replaceChildren(...Object.keys(ORDERS).map(o => el('option', { value: o }, L().orders[o])));
  $('orders').value = state.order || 'size';
  $('stories-none').hidden = stories.length > 0;
  $('stories-found').textContent = num(stories.length);
  list.show(stories.length);
  const now = current();
  if (now) list.reveal(stories.indexOf(now.c));
  drawPair();
}

// current gives the story and the two articles that are compared.
function current() {
  const [left, right] = [+state.left - 1, +state.right - 1];
  const c = stories.find(c => members(c).includes(left) && members(c).includes(right) && left !== right);
  if (c) return { c, left, right };
  const first = stories[0];
  if (!first) return null;
  return { c: first, ...choice(first) };
}

// choice is which two of a story are shown first: the original and a copy that the filters let through.
function choice(c) {
  const copy = c.c.find(m => found.is[m.a]) || c.c[0];
  return { left: c.o, right: copy.a };
}

function row(n) {
  const c = stories[n],
    here = members(c).filter(i => found.is[i]).length,
    outlets = [...new Set(members(c).map(i => outlet(i) || L().unknown))];
  const now = current();
  return el(
    'button',
    {
      type: 'button',
      class: 'story',
      'aria-current': now && now.c === c ? 'true' : null,
      'data-story': n,
      onclick: () => {
        const p = choice(c);
        change({ left: p.left + 1, right: p.right + 1 });
        document.querySelector(`[data-story="${n}"]`)?.focus();
      },
    },
    el('span', { class: 'headline', lang: language(c.o) }, index.titles[c.o] || L().noTitle),
    el(
      'span',
      { class: 'meta' },
      `${L().copies(c.c.length)} · ${outlets.slice(0, 3).join(', ')}${outlets.length > 3 ? ' …' : ''}`,
      here <= c.c.length && el('span', { class: 'away' }, ` · ${L().filteredOut} ${num(c.c.length + 1 - here)}`),
    ),
  );
}

// drawPair puts two articles of a story side by side.
export async function drawPair() {
  const now = current(),
    place = $('compare'),
    mine = ++turn;
  list.redraw();
  if (!now) {
    place.replaceChildren();
    return;
  }
  const [a, b] = await Promise.all([full(now.left), full(now.right)]);
  if (mine !== turn) return;
  const steps = diff(a.text, b.text),
    kind = kindOf(now);
  const focus = document.activeElement && place.contains(document.activeElement) ? document.activeElement.id : '';
  place.replaceChildren(
    el('div', { class: 'bar' }, chooser(now, 'left'), chooser(now, 'right')),
    el(
      'div',
      { class: 'bar' },
      kind && el('span', { class: 'badge' }, L().kinds[kind.k] || kind.k),
      el('span', { class: 'share' }, `${L().similarity} `, meter(kind ? kind.s : steps ? share(steps) : 0)),
      el(
        'label',
        { class: 'check' },
        el('input', {
          type: 'checkbox',
          id: 'changes-only',
          checked: shownOnly.changes,
          onchange: e => {
            shownOnly.changes = e.target.checked;
            drawPair();
          },
        }),
        L().changesOnly,
      ),
      el('span', { class: 'key' }, el('del', {}, L().onlyFirst), el('ins', {}, L().onlySecond)),
    ),
    ...[!steps && el('p', { class: 'note' }, L().cut), changedFacts(a, b)].filter(Boolean),
    el('div', { class: 'sides' }, side(a, b, 0), side(b, a, 1)),
    texts(a, b, steps),
    el('div', { class: 'sides' }, ...[a, b].map(x => el('div', {}, pictures(x, drawPair)))),
  );
  if (focus && $(focus)) $(focus).focus();
  if (narrow()) list.redraw();
}

function meter(s) {
  const percent = Math.round(s * 100);
  return [el('meter', { min: 0, max: 1, value: s, 'aria-label': L().similarity }), ` ${percent}%`];
}

// kindOf is what the library says of the two, where one of them is the original.
function kindOf({ c, left, right }) {
  const other = left === c.o ? right : right === c.o ? left : -1;
  return c.c.find(m => m.a === other);
}

function chooser({ c, left, right }, which) {
  const here = which === 'left' ? left : right,
    other = which === 'left' ? right : left;
  const name = i =>
    [
      i === c.o ? L().first : '',
      outlet(i) || L().unknown,
      day(index.at[i], true),
      index.titles[i] || L().noTitle,
      found.is[i] ? '' : `(${L().filteredOut})`,
    ]
      .filter(Boolean)
      .join(' · ');
  return el(
    'label',
    {},
    `${L()[which]} `,
    el(
      'select',
      {
        id: `choose-${which}`,
        onchange: e => change({ left: left + 1, right: right + 1, [which]: +e.target.value + 1 }),
      },
      members(c)
        .filter(i => i !== other)
        .map(i => el('option', { value: i, selected: i === here }, name(i))),
    ),
  );
}

// changedFacts names the amounts and dates that only one of the two gives: a figure that was changed stands out.
function changedFacts(a, b) {
  const values = x => {
    const of = new Map();
    x.facts.forEach((f, n) => {
      const kind = KINDS[facts.kind[index.first[x.i] + n]];
      if (kind !== 'organization' && kind !== 'ordinal')
        of.set(`${kind} ${f.v}`, [x.text.slice(f.s, f.e), meaning(f, kind)]);
    });
    return of;
  };
  const [l, r] = [values(a), values(b)],
    only = (x, y) => [...x].filter(([k]) => !y.has(k)).map(([, v]) => v);
  const [left, right] = [only(l, r), only(r, l)];
  const line = (side, tag) => side.slice(0, MOST_VALUES).map(([raw, value]) => [el(tag, { title: value }, raw), ' ']);
  return el(
    'div',
    { class: 'changed' },
    el('h2', {}, L().changedFacts),
    left.length + right.length === 0
      ? el('p', {}, L().sameFacts)
      : el('p', {}, line(left, 'del'), line(right, 'ins'), Math.max(left.length, right.length) > MOST_VALUES && '…'),
  );
}

// side heads one of the two: outlet, day, headline with its changes, authors, links.
function side(x, other, which) {
  const i = x.i,
    title = index.titles[i] || L().noTitle,
    steps = diff(...(which ? [index.titles[other.i], title] : [title, index.titles[other.i]]));
  const words = (steps || [])
    .filter(s => s[which] !== null)
    .map(s => (s[1 - which] === null ? el(which ? 'ins' : 'del', {}, s[which]) : s[which]));
  return el(
    'section',
    { lang: language(i) },
    el('p', { class: 'kicker' }, [outlet(i) || L().unknown, day(index.at[i], true)].filter(Boolean).join(' · ')),
    el(
      'h2',
      {},
      el('button', { type: 'button', class: 'plain', onclick: () => pick(i) }, words.length ? words : title),
    ),
    el('p', { class: 'byline' }, [
      authors(i).length > 0 && el('span', { class: 'author' }, authors(i).join(', ')),
      source(i) && el('span', {}, `${L().source} ${source(i)}`),
      webLink(x.url, L().original),
      fileLink(x.saved, L().saved),
    ]),
  );
}

// texts writes both texts, the same paragraphs in one line.
function texts(a, b, steps) {
  const rows = steps ? aligned(steps) : [[[[[false, a.text]]], [[[false, b.text]]]]];
  const out = el('div', { class: 'sides texts' });
  let hidden = 0;
  const tell = () => {
    if (hidden) out.append(el('p', { class: 'unchanged' }, L().unchanged(hidden)));
    hidden = 0;
  };
  for (const sides of rows) {
    if (shownOnly.changes && steps && isSame(sides)) {
      hidden++;
      continue;
    }
    tell();
    sides.forEach((paragraphs, which) =>
      out.append(
        el(
          'div',
          { class: 'body', lang: language(which ? b.i : a.i), 'data-side': which },
          paragraphs.map(runs =>
            el(
              'p',
              {},
              runs.map(([differs, words]) => (differs ? el(which ? 'ins' : 'del', {}, words) : words)),
            ),
          ),
        ),
      ),
    );
  }
  tell();
  return out;
}

export function initDuplicates() {
  list = windowed($('stories'), () => ROW, row);
  $('orders').addEventListener('change', () =>
    change({ order: $('orders').value === 'size' ? '' : $('orders').value }),
  );
}
