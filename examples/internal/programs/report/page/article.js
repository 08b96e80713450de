// One article, its facts highlighted.
import { FLAG, KINDS, authors, facts, full, index, language, orgName, outlet, section, source } from './data.js';
import { $, el, fileLink, fill, table, webLink } from './dom.js';
import { day, familyOf, flagNames, isMarked, meaning, won } from './format.js';
import { FACT_LABEL, L, num, typeName } from './labels.js';
import { narrow, selected } from './list.js';
import { markHits } from './marks.js';
import { pictures } from './pictures.js';
import { hasValue } from './query.js';
import { found } from './select.js';
import { change, state } from './state.js';

const FAMILIES = ['amount', 'date', 'organization'];
const dimmed = new Set(); // kinds that are not highlighted
const look = { article: null, repeats: false }; // what is shown
let turn = 0;

const kindOf = (a, n) => KINDS[facts.kind[index.first[a.i] + n]];
const shownFacts = a =>
  a.facts.map((f, n) => [f, n]).filter(([, n]) => !(facts.flags[index.first[a.i] + n] & FLAG.hidden));

// showArticle draws the article that the address names; fact is the number of the one to go to.
export async function showArticle(i, fact = '') {
  const mine = ++turn;
  if (!(i >= 0 && i < index.count)) {
    look.article = null;
    $('article').replaceChildren();
    return;
  }
  const a = await full(i);
  if (mine !== turn) return;
  if (!look.article || look.article.i !== i) look.repeats = false;
  look.article = a;
  draw(a);
  $('main').scrollTop = 0;
  if (narrow() && state.view === 'articles') scrollTo(0, 0);
  if (fact !== '') goTo(+fact);
}

// redrawArticle draws it again, in another language or with other marks.
export function redrawArticle() {
  if (look.article) draw(look.article);
}

function draw(a) {
  const i = a.i,
    again = () => draw(a);
  $('article').replaceChildren();
  fill($('article'), {}, [
    el('button', { type: 'button', class: 'back', onclick: () => change({ a: '', f: '' }) }, `← ${L().back}`),
    el(
      'header',
      {},
      el('p', { class: 'kicker' }, [outlet(i) || L().unknown, section(i)].filter(Boolean).join(' · ')),
      el('h2', { lang: language(i) }, index.titles[i] || L().noTitle),
      a.sub && el('p', { class: 'sub', lang: language(i) }, a.sub),
      el('p', { class: 'byline' }, bylineParts(a)),
    ),
    legend(a, again),
    twins(i),
    body(a),
    pictures(a, again),
    factTable(a),
    evidence(a),
  ]);
  markHits($('article'));
}

function bylineParts(a) {
  const i = a.i,
    at = index.at[i];
  return [
    index.by[i].length > 0 && el('span', { class: 'author' }, authors(i).join(', ')),
    source(i) && el('span', {}, `${L().source} ${source(i)}`),
    at && el('time', { datetime: at }, day(at, true)),
    a.mod && a.mod !== at && el('span', {}, `${L().modified} `, el('time', { datetime: a.mod }, day(a.mod, true))),
    webLink(a.url, L().original),
    fileLink(a.saved, L().saved),
  ].filter(Boolean);
}

// legend names the kinds of facts and turns their highlighting on and off.
function legend(a, again) {
  const count = family => shownFacts(a).filter(([, n]) => familyOf(kindOf(a, n)) === family).length;
  const repeats = (a.rep || []).length;
  return el(
    'div',
    { class: 'legend', role: 'group', 'aria-label': L().legend },
    FAMILIES.map(family =>
      el(
        'button',
        {
          type: 'button',
          class: `chip ${family}`,
          'aria-pressed': String(!dimmed.has(family)),
          onclick: e => {
            dimmed.has(family) ? dimmed.delete(family) : dimmed.add(family);
            e.currentTarget.setAttribute('aria-pressed', String(!dimmed.has(family)));
            for (const name of FAMILIES) document.body.classList.toggle(`no-${name}`, dimmed.has(name));
          },
        },
        L()[FACT_LABEL[family]],
        el('b', {}, num(count(family))),
      ),
    ),
    repeats > 0 &&
      el(
        'button',
        {
          type: 'button',
          class: 'chip repeats',
          'aria-pressed': String(look.repeats),
          id: 'repeats',
          onclick: () => {
            look.repeats = !look.repeats;
            again();
            $('repeats').focus();
          },
        },
        look.repeats ? L().hideRepeats : L().showRepeats(repeats),
      ),
  );
}

function twins(i) {
  const n = index.cluster.get(i);
  if (n === undefined) return null;
  const c = index.clusters[n],
    other = c.o === i ? c.c[0].a : i;
  return el(
    'p',
    { class: 'twins' },
    `${L().twins(c.c.length)} `,
    el(
      'button',
      {
        type: 'button',
        class: 'quiet',
        onclick: () => change({ view: 'duplicates', left: c.o + 1, right: other + 1 }, { push: true }),
      },
      L().compare,
    ),
  );
}

// body writes the paragraphs, and below the one in which a repeated run ends, on demand, what was removed.
function body(a) {
  const out = el('div', { class: 'body', lang: language(a.i) });
  for (const [start, end] of a.paras) {
    out.append(el('p', {}, marked(a, start, end)));
    if (!look.repeats) continue;
    for (const r of (a.rep || []).filter(r => r.e > start && r.e <= end)) out.append(removed(a, r));
  }
  return out;
}

function removed(a, r) {
  const copies = r.removed && r.removed.length ? r.removed : [a.text.slice(r.s, r.e)];
  return el(
    'div',
    { class: 'removed', role: 'note' },
    el('p', { class: 'why' }, L().removed(r.times)),
    copies.map(text =>
      el(
        'del',
        {},
        text.split(/\n+/).map(line => el('p', {}, line)),
      ),
    ),
  );
}

// marked writes a part of the text with its facts as elements that mouse and keyboard reach.
function marked(a, start, end) {
  const out = [];
  let at = start;
  for (const [f, n] of shownFacts(a)) {
    if (f.s < at || f.e > end) continue;
    const kind = kindOf(a, n),
      family = familyOf(kind),
      row = index.first[a.i] + n;
    const hit = found.terms.some(t => hasValue(t, facts, row, KINDS, index.units));
    out.push(
      a.text.slice(at, f.s),
      el(
        'mark',
        {
          class: `fact ${family}${hit ? ' found' : ''}`,
          tabindex: 0,
          'data-n': n,
          id: `fact-${n}`,
          role: 'mark',
          'aria-label': `${a.text.slice(f.s, f.e)} — ${L()[FACT_LABEL[family]]}: ${meaning(f, kind)}`,
        },
        a.text.slice(f.s, f.e),
      ),
    );
    at = f.e;
  }
  out.push(a.text.slice(at, end));
  return out;
}

// goTo shows fact n; one that lies in another, that other.
function goTo(n) {
  const a = look.article,
    f = a.facts[n];
  if (!f) return;
  const over = shownFacts(a).find(([g]) => g.s <= f.s && f.e <= g.e);
  const mark = $(`fact-${n}`) || (over && $(`fact-${over[1]}`));
  if (!mark) return;
  mark.scrollIntoView({ block: 'center' });
  mark.focus({ preventScroll: true });
}

function factTable(a) {
  if (!a.facts.length) return null;
  const seen = new Map();
  a.facts.forEach((f, n) => {
    const words = a.text.slice(f.s, f.e),
      key = [kindOf(a, n), words, f.v].join('\0');
    if (seen.has(key)) seen.get(key).times++;
    else seen.set(key, { f, n, words, times: 1 });
  });
  const rows = [...seen.values()].map(({ f, n, words, times }) =>
    el(
      'tr',
      {},
      el(
        'td',
        {},
        el('button', { type: 'button', class: `jump ${familyOf(kindOf(a, n))}`, onclick: () => goTo(n) }, words),
        times > 1 && el('span', { class: 'times' }, ` ×${times}`),
      ),
      el('td', { class: 'value' }, meaning(f, kindOf(a, n)), badges(facts.flags[index.first[a.i] + n])),
      el('td', { class: 'rule' }, f.r || ''),
    ),
  );
  return el(
    'details',
    { class: 'facts', open: matchMedia('(min-width: 75rem)').matches },
    el('summary', {}, `${L().factList} `, el('span', { class: 'count' }, num(a.facts.length))),
    el(
      'table',
      {},
      el(
        'thead',
        {},
        el(
          'tr',
          {},
          [L().words, L().value, L().rule].map(h => el('th', { scope: 'col' }, h)),
        ),
      ),
      el('tbody', {}, rows),
    ),
  );
}

// badges tell what makes a value more than a plain amount.
export const badges = bits =>
  flagNames(bits).map(name => [
    ' ',
    el('span', { class: `flag ${name}`, title: L().flagsAbout[name] }, L().flags[name]),
  ]);

function evidence(a) {
  const rows = (a.ev || []).map(([field, from, raw]) => [L().fields[field] || field, from, raw]);
  return el(
    'details',
    { class: 'evidence' },
    el('summary', {}, L().evidence),
    table(
      [L().field, L().where, L().raw],
      [...rows, [L().file, '', fileLink(a.saved, index.files[a.i]) || index.files[a.i]]],
    ),
  );
}

// The card that tells what a fact means, on hover and on focus.
function showTip(mark) {
  const a = look.article,
    n = +mark.dataset.n,
    f = a && a.facts[n],
    tip = $('tip');
  if (!f) return;
  const row = index.first[a.i] + n,
    kind = KINDS[facts.kind[row]],
    family = familyOf(kind),
    bits = facts.flags[row];
  const sure = facts.sure[row],
    money = kind === 'money' && index.units[facts.unit[row]] === 'KRW';
  const pairs = [
    [L().about, f.a],
    [L().rule, f.r],
    [L().raw, `“${a.text.slice(f.s, f.e)}”`],
    kind !== 'organization' && [L().who, orgName(facts.who[row])],
    sure < 255 && [L().sure, `${sure}%`],
    [L().position, `${f.s}–${f.e}`],
  ].filter(Boolean);
  tip.className = family;
  tip.replaceChildren();
  fill(tip, {}, [
    el('p', { class: 'kind' }, L()[FACT_LABEL[family]], el('span', {}, typeName(f.o || kind))),
    el('p', { class: 'big' }, meaning(f, kind), isMarked(bits) && badges(bits)),
    money && el('p', { class: 'note' }, won(facts.value[row])),
    (bits & FLAG.relative) > 0 && f.f && el('p', { class: 'note' }, L().relative),
    el(
      'dl',
      {},
      pairs.filter(([, v]) => v).map(([k, v]) => [el('dt', {}, k), el('dd', {}, v)]),
    ),
  ]);
  tip.hidden = false;
  mark.setAttribute('aria-describedby', 'tip');
  const r = mark.getClientRects()[0],
    w = tip.offsetWidth,
    h = tip.offsetHeight;
  tip.style.left = `${Math.max(8, Math.min(innerWidth - w - 8, r.left + r.width / 2 - w / 2))}px`;
  tip.style.top = `${r.top - h - 10 > 8 ? r.top - h - 10 : r.bottom + 10}px`;
}

export function hideTip() {
  $('tip').hidden = true;
  document.querySelectorAll('[aria-describedby="tip"]').forEach(m => m.removeAttribute('aria-describedby'));
}

export function initArticle() {
  const of = e => e.target.closest && e.target.closest('mark.fact');
  $('article').addEventListener('mouseover', e => of(e) && showTip(of(e)));
  $('article').addEventListener('mouseout', e => of(e) && hideTip());
  $('article').addEventListener('focusin', e => of(e) && showTip(of(e)));
  $('article').addEventListener('focusout', e => of(e) && hideTip());
  const moved = () => {
    // a fact that is reached by Tab may scroll into sight
    const fact = document.activeElement;
    if (fact && fact.matches('mark.fact')) showTip(fact);
    else hideTip();
  };
  $('main').addEventListener('scroll', moved, { passive: true });
  addEventListener('scroll', moved, { passive: true });
}

export const isOpen = () => look.article !== null && look.article.i === selected();
