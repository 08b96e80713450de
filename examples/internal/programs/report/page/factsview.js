// The table of facts: one row a fact, of all articles that are shown.
import { KINDS, factOf, facts, index, language, outlet } from './data.js';
import { $, breathe, el, wait } from './dom.js';
import { badges } from './article.js';
import { exportRows } from './exporting.js';
import { day, familyOf, kindName, value } from './format.js';
import { L } from './labels.js';
import { hitsIn } from './marks.js';
import { limit } from './numerals.js';
import { COLUMNS, chooseRows, who } from './rows.js';
import { found } from './select.js';
import { address, change, state } from './state.js';
import { windowed } from './windowed.js';

const NARROW = matchMedia('(max-width: 800px)'),
  PRINTED = 100;
let rows = new Uint32Array(0),
  list,
  turn = 0;

// places are how far each table was scrolled, so that the way back from an article leads to the row one came from.
const places = new Map();
const here = () => address({ view: 'facts', a: '', f: '' });

const HEADS = {
  kind: 'kind',
  value: 'value',
  unit: 'unit',
  who: 'who',
  sentence: 'sentence',
  article: 'article',
  day: 'day',
  sure: 'sure',
};

// drawFacts finds the rows anew.
export async function drawFacts() {
  if (facts.count === undefined) return;
  const mine = ++turn,
    chosen = await chooseRows();
  if (mine !== turn) return;
  rows = chosen;
  const articles = new Set(Array.from(rows, row => facts.article[row])).size;
  $('facts-found').textContent = found.busy || L().foundFacts(rows.length, articles);
  $('facts-none').hidden = rows.length > 0;
  $('fact-table').setAttribute('aria-rowcount', rows.length + 1);
  for (const id of ['csv', 'ndjson']) $(id).disabled = rows.length === 0;
  drawHead();
  list.show(rows.length);
  $('fact-scroller').scrollTop = places.get(here()) || 0;
  list.redraw();
  preparePrint();
}

function drawHead() {
  const [, down, name] = /^(-?)(.*)$/.exec(state.sort);
  $('fact-head').replaceChildren(
    ...COLUMNS.map(c =>
      el(
        'div',
        {
          role: 'columnheader',
          class: `cell c-${c}`,
          'aria-sort': c === name ? (down ? 'descending' : 'ascending') : 'none',
        },
        el(
          'button',
          {
            type: 'button',
            title: c === 'sure' ? L().sureAbout : L().sortBy(L()[HEADS[c]]),
            'data-sort': c,
            onclick: async () => {
              change({ sort: nextSort(c) });
              await breathe();
              document.querySelector(`[data-sort="${c}"]`).focus();
            },
          },
          L()[HEADS[c]],
          c === name && el('span', { class: 'arrow', 'aria-hidden': 'true' }, down ? '↓' : '↑'),
        ),
      ),
    ),
  );
}

// nextSort: numbers begin with the largest, names with the first; then the other way round; then not at all.
function nextSort(c) {
  const first = ['value', 'day', 'sure'].includes(c) ? `-${c}` : c,
    second = first === c ? `-${c}` : c;
  return state.sort === first ? second : state.sort === second ? '' : first;
}

const linkTo = (row, words) =>
  el(
    'a',
    {
      href: address({
        view: 'articles',
        a: String(facts.article[row] + 1),
        f: String(row - index.first[facts.article[row]]),
      }),
      title: L().open,
    },
    words,
  );

function row(n) {
  const r = rows[n],
    i = facts.article[r],
    kind = KINDS[facts.kind[r]],
    sure = facts.sure[r];
  const cell = (name, ...children) => el('div', { role: 'cell', class: `cell c-${name}` }, children);
  const shown = cell('value', '…'),
    sentence = cell('sentence', '…');
  const out = el(
    'div',
    { role: 'row', class: `fact-row ${familyOf(kind)}`, 'aria-rowindex': n + 2, 'data-row': r },
    cell('kind', el('span', { class: 'kind-name' }, kindName(facts.kind[r]))),
    shown,
    cell('unit', kind === 'money' || facts.kind[r] < 8 ? index.units[facts.unit[r]] : ''),
    cell('who', who(r)),
    sentence,
    cell(
      'article',
      linkTo(r, index.titles[i] || L().noTitle),
      el('span', { class: 'pub' }, outlet(i) || L().unknown),
    ),
    cell('day', day(index.at[i])),
    cell('sure', sure < 255 ? `${sure}%` : '–'),
  );
  complete(r, kind, shown, sentence);
  return out;
}

// complete writes what only the article knows.
async function complete(r, kind, shown, sentence) {
  const { a, f, raw, before, after } = await factOf(r);
  shown.replaceChildren(
    el('b', {}, value(f, kind, facts.value[r], facts.max[r], index.units[facts.unit[r]])),
    ...(f.b && kind === 'money' ? [` ${L().bounds[f.b] || ''}`] : []),
    ...(f.p && kind === 'money' ? [` / ${f.p}`] : []),
    ...badges(facts.flags[r]).flat(),
    ...(f.a ? [el('span', { class: 'of' }, f.a)] : []),
  );
  sentence.setAttribute('lang', language(a.i) || '');
  sentence.setAttribute('title', before + raw + after);
  sentence.replaceChildren(el('span', {}, lead(before), el('mark', { class: familyOf(kind) }, raw), ...hits(after)));
}

// lead keeps of what stands before a fact as much as leaves the fact in sight.
const lead = text => hits(text.length > 48 ? `…${text.slice(-44)}` : text);

// hits writes a text with what was searched in it in bold.
function hits(text) {
  if (!found.terms.length) return [text];
  const out = [];
  let at = 0;
  for (const [start, end] of hitsIn(text)) {
    if (start < at) continue;
    out.push(text.slice(at, start), el('b', { class: 'hit' }, text.slice(start, end)));
    at = end;
  }
  return [...out, text.slice(at)];
}

// preparePrint has the first rows ready for paper, which shows no more than stands on the page.
const preparePrint = wait(500, async () => {
  if (state.view !== 'facts') return;
  const mine = turn,
    out = [];
  for (const r of rows.subarray(0, PRINTED)) {
    const { a, f, raw, before, after } = await factOf(r),
      kind = KINDS[facts.kind[r]];
    out.push(
      el(
        'tr',
        {},
        [
          kindName(facts.kind[r]),
          value(f, kind, facts.value[r], facts.max[r], index.units[facts.unit[r]]),
          who(r),
          before + raw + after,
          `${index.titles[a.i]} (${outlet(a.i) || L().unknown}, ${day(index.at[a.i])})`,
        ].map(c => el('td', {}, c)),
      ),
    );
  }
  if (mine !== turn) return;
  $('facts-print').replaceChildren(
    el('p', {}, L().printed(rows.length)),
    el(
      'table',
      {},
      el(
        'thead',
        {},
        el(
          'tr',
          {},
          ['kind', 'value', 'who', 'sentence', 'article'].map(c => el('th', { scope: 'col' }, L()[HEADS[c]])),
        ),
      ),
      el('tbody', {}, out),
    ),
  );
});

// fillFactFilters writes what can be chosen.
export function fillFactFilters() {
  const chosen = new Set(state.kind.split(',').filter(Boolean));
  $('kinds').replaceChildren(
    ...KINDS.map((k, n) =>
      el(
        'button',
        {
          type: 'button',
          class: `chip ${familyOf(k)}`,
          'aria-pressed': String(chosen.has(k)),
          'data-kind': k,
          onclick: () => {
            chosen.has(k) ? chosen.delete(k) : chosen.add(k);
            change({ kind: [...chosen].join(',') });
            document.querySelector(`[data-kind="${k}"]`).focus();
          },
        },
        kindName(n),
      ),
    ),
  );
  $('unit').replaceChildren(
    el('option', { value: '' }, L().anyUnit),
    ...unitsByNumber().map(u => el('option', { value: u }, u)),
  );
  for (const name of ['of', 'unit', 'min', 'max', 'mfrom', 'mto', 'sure'])
    if (document.activeElement !== $(name)) $(name).value = state[name];
  $('near').checked = state.near !== '';
  $('near').disabled = state.q === '';
  for (const name of ['min', 'max']) {
    const bad = state[name] !== '' && Number.isNaN(limit(state[name]));
    $(name).toggleAttribute('aria-invalid', bad);
    $(name).title = bad ? L().badRange : '';
    if (bad) $(name).setAttribute('aria-invalid', 'true');
  }
}

let frequent; // the units, the most frequent first
function unitsByNumber() {
  if (frequent || facts.count === undefined) return frequent || [];
  const n = new Uint32Array(index.units.length);
  for (let r = 0; r < facts.count; r++) if (facts.kind[r] < 8) n[facts.unit[r]]++;
  frequent = index.units
    .map((u, i) => [u, n[i]])
    .filter(([u, k]) => u && k)
    .sort((a, b) => b[1] - a[1])
    .slice(0, 200)
    .map(([u]) => u);
  return frequent;
}

export function initFacts() {
  list = windowed($('fact-scroller'), () => (NARROW.matches ? 122 : 66), row);
  NARROW.addEventListener('change', () => list.redraw());
  $('fact-scroller').addEventListener(
    'scroll',
    () => {
      if (state.view === 'facts') places.set(here(), $('fact-scroller').scrollTop);
    },
    { passive: true },
  );
  $('fact-scroller').addEventListener('click', e => {
    const line = e.target.closest('.fact-row');
    if (!line || e.target.closest('a') || String(getSelection())) return;
    line.querySelector('a').click();
  });
  for (const name of ['of', 'min', 'max'])
    $(name).addEventListener(
      'input',
      wait(200, () => change({ [name]: $(name).value.trim() })),
    );
  for (const name of ['unit', 'mfrom', 'mto', 'sure'])
    $(name).addEventListener('change', () => change({ [name]: $(name).value }));
  $('near').addEventListener('change', () => change({ near: $('near').checked ? '1' : '' }));
  for (const format of ['csv', 'ndjson'])
    $(format).addEventListener('click', async () => {
      const show = text => {
          $('facts-found').textContent = text;
        },
        before = $('facts-found').textContent;
      await exportRows(rows, format, p => show(L().exporting(p)));
      show(before);
    });
}
