// What the articles measure and what they say will happen: amounts by measure, a breakdown with its parts in one row, and
// days by event.
import { DATE, FLAG, KINDS, MONEY, NO_DAY, factOf, facts, index, ofName, outlet } from './data.js';
import { badges } from './article.js';
import { el } from './dom.js';
import { day, value } from './format.js';
import { L, num } from './labels.js';
import { isFound } from './select.js';
import { FACT_FILTERS, address, cleared } from './state.js';

const FIRST = 6,
  STEP = 12,
  MOST_OF_ONE = 40,
  SHOWN = 5;
const look = { measure: FIRST, event: FIRST, open: new Set() };

// groups gives the rows of each measure (dates: of each event) that more than one story or row tells of, those of most
// stories first: money before other measures, nouns (착공) before verbs (열다). Copies count once.
export function groups(dates) {
  const of = new Map();
  for (let row = 0; row < facts.count; row++) {
    if (!facts.of[row] || (facts.kind[row] === DATE) !== dates || !isFound(row)) continue;
    if (dates && facts.from[row] === NO_DAY) continue;
    if (!dates && !(facts.value[row] > 0)) continue;
    const g = of.get(facts.of[row]) || of.set(facts.of[row], { rows: new Map(), stories: new Set() }).get(facts.of[row]);
    const story = index.story[facts.article[row]],
      key = dates
        ? `${story} ${facts.from[row]} ${facts.to[row]}`
        : `${story} ${facts.kind[row]} ${facts.unit[row]} ${facts.value[row]}`;
    if (!g.rows.has(key) || facts.article[row] === story) g.rows.set(key, row);
    g.stories.add(story);
  }
  const order = dates
    ? (a, b) => facts.from[a] - facts.from[b] || a - b
    : (a, b) =>
        facts.kind[a] - facts.kind[b] || facts.unit[a] - facts.unit[b] || facts.value[b] - facts.value[a] || a - b;
  return [...of]
    .map(([n, g]) => ({ n, name: index.of[n - 1], rows: [...g.rows.values()].sort(order), stories: g.stories.size }))
    .filter(g => g.rows.length > 1)
    .sort((a, b) => late(a, dates) - late(b, dates) || b.stories - a.stories || b.rows.length - a.rows.length || a.n - b.n);
}

const late = (g, dates) => +(dates ? g.name.endsWith('다') : facts.kind[g.rows[0]] !== MONEY);

// partsOf gives the rows of the amounts that are parts of one.
export function partsOf(row) {
  const i = facts.article[row],
    out = [];
  for (let r = index.first[i]; r < index.first[i + 1]; r++) if (facts.whole[r] && r + facts.whole[r] === row) out.push(r);
  return out;
}

const written = row => {
  const kind = KINDS[facts.kind[row]],
    place = el('span', {}, '…');
  factOf(row).then(({ f }) =>
    place.replaceChildren(value(f, kind, facts.value[row], facts.max[row], index.units[facts.unit[row]])),
  );
  return place;
};

// parts writes what an amount is made of: 국비 70억 원 + 시비 70억 원.
function parts(row) {
  const list = partsOf(row);
  return (
    list.length > 0 &&
    el(
      'span',
      { class: 'parts' },
      ` ${L().madeOf} `,
      list.map((r, n) => [n > 0 && ' + ', ofName(r) && `${ofName(r)} `, written(r)]),
    )
  );
}

const link = row => {
  const i = facts.article[row];
  return [
    el(
      'a',
      { href: address({ view: 'articles', a: String(i + 1), f: String(row - index.first[i]) }) },
      index.titles[i] || L().noTitle,
    ),
    ` ${[outlet(i) || L().unknown, day(index.at[i])].filter(Boolean).join(' · ')}`,
  ];
};

// entry is a row of a group: the value with its parts, or the day; the phrase in full; the article.
function entry(row) {
  const phrase = el('span', { class: 'of' });
  factOf(row).then(({ f }) => {
    phrase.textContent = f.a && f.a !== ofName(row) ? f.a : '';
  });
  return el(
    'li',
    { 'data-row': row },
    el('b', {}, written(row)),
    ' ',
    phrase,
    badges(facts.flags[row] & ~FLAG.relative),
    parts(row),
    el('span', { class: 'from' }, ' ', link(row)),
  );
}

function group(g, dates, again) {
  const id = `of-${g.n}`,
    open = look.open.has(g.n),
    shown = g.rows.slice(0, open ? MOST_OF_ONE : SHOWN);
  const all = address({ ...cleared(FACT_FILTERS), view: 'facts', of: g.name, sort: dates ? 'value' : '-value' });
  const toggle = () => {
    open ? look.open.delete(g.n) : look.open.add(g.n);
    again(id);
  };
  return el(
    'li',
    {},
    el('h3', {}, el('a', { href: all }, g.name), el('span', { class: 'note' }, ` ${L().stories(g.stories)}`)),
    el('ul', { class: 'others' }, shown.map(entry)),
    g.rows.length > SHOWN &&
      el(
        'button',
        { type: 'button', class: 'quiet', id, 'aria-expanded': String(open), onclick: toggle },
        open ? L().fewer : L().more(g.rows.length - SHOWN),
      ),
  );
}

function card(name, dates, again) {
  const list = groups(dates),
    shown = list.slice(0, look[name]);
  return el(
    'section',
    { class: `card ${name}s`, 'aria-labelledby': `${name}s-title` },
    el('h2', { id: `${name}s-title` }, L()[`${name}s`]),
    el('p', { class: 'about' }, L()[`${name}sAbout`]),
    shown.length
      ? el(
          'ol',
          { class: 'measured' },
          shown.map(g => group(g, dates, again)),
        )
      : el('p', { class: 'empty' }, L().nothing),
    list.length > shown.length &&
      el(
        'button',
        {
          type: 'button',
          class: 'quiet',
          id: `more-${name}s`,
          onclick: () => {
            look[name] += STEP;
            again(`more-${name}s`);
          },
        },
        `${L().moreOf} (${num(list.length - shown.length)})`,
      ),
  );
}

// measuresCard draws the amounts by measure, eventsCard the days by event. again draws the card anew.
export const measuresCard = again => card('measure', false, again);
export const eventsCard = again => card('event', true, again);
