// Which articles are shown: those that the filters and the search line let through.
import { KINDS, ORGANIZATION, authors, facts, index, outlet, section, source, wordsOfPart } from './data.js';
import { breathe } from './dom.js';
import { fold, squeeze } from './fold.js';
import { L } from './labels.js';
import { bare, hasValue, holds, parse } from './query.js';
import { state } from './state.js';

// found is the outcome: numbers of articles in order, the same as flags, the terms that were searched, a note, and the
// organizations that facts must be near to, null for all.
export const found = { list: [], is: new Uint8Array(0), terms: [], note: '', busy: '', who: null };
const listeners = [];
export const onFound = act => listeners.push(act);

const PAUSE = 600; // milliseconds of work after which is told how far it is
const AHEAD = 4; // parts
const folded = []; // of each article that was searched: all its words

// foldPart reads the articles of a part for the search.
async function foldPart(n) {
  for (let k = n + 1; k <= n + AHEAD && k < index.parts.length - 1; k++) {
    if (folded[index.parts[k]] === undefined) wordsOfPart(k); // unpacked while this one is folded
  }
  const list = await wordsOfPart(n);
  list.forEach((w, k) => {
    const i = index.parts[n] + k,
      pictures = (w.pics || []).map(p => `${p[1] || ''}\n${p[2] || ''}`);
    folded[i] = fold(
      [index.titles[i], w.sub || '', ...authors(i), outlet(i), source(i), section(i), ...pictures, w.text].join('\n'),
    );
  });
}

// orgNumbers gives the organizations that the filter means: the one of that name, else those whose names hold it.
export function orgNumbers(name) {
  const exact = index.orgs.findIndex(o => o.n === name);
  if (exact >= 0) return new Set([exact + 1]);
  const part = squeeze(name);
  return new Set(index.orgs.flatMap((o, n) => (squeeze(o.n).includes(part) ? [n + 1] : [])));
}

// simple gives the articles that all but the search line lets through.
function simple() {
  const keep = new Uint8Array(index.count).fill(1);
  const drop = test => {
    for (let i = 0; i < index.count; i++) if (keep[i] && test(i)) keep[i] = 0;
  };
  if (state.pub) drop(i => outlet(i) !== (state.pub === '?' ? '' : state.pub));
  if (state.from) drop(i => !index.day[i] || index.day[i] < state.from);
  if (state.to) drop(i => !index.day[i] || index.day[i] > state.to);
  if (state.by) {
    const part = squeeze(state.by),
      right = index.authors.map(a => squeeze(a).includes(part));
    drop(i => !index.by[i].some(n => right[n]));
  }
  if (state.org) {
    const numbers = orgNumbers(state.org),
      named = new Uint8Array(index.count);
    for (let n = 0; n < facts.count; n++)
      if (facts.kind[n] === ORGANIZATION && numbers.has(facts.who[n])) named[facts.article[n]] = 1;
    drop(i => !named[i]);
  }
  return keep;
}

// byValue gives for a term the articles with a fact that says its amount or its day.
function byValue(term) {
  if (!term.amount && !term.days) return null;
  const is = new Uint8Array(index.count);
  for (let n = 0; n < facts.count; n++) if (hasValue(term, facts, n, KINDS, index.units)) is[facts.article[n]] = 1;
  return is;
}

// isFound reports whether the filters of articles let a row of the columns through.
export const isFound = row =>
  found.is[facts.article[row]] === 1 && (found.who === null || found.who.has(facts.who[row]));

let turn = 0; // a later search ends an earlier one

// select finds the articles anew and tells those who listen; where it takes long, also how far it is.
export async function select() {
  const mine = ++turn,
    keep = simple(),
    terms = parse(state.q);
  let list = await search(mine, keep, terms),
    note = '',
    used = terms;
  if (list && !list.length && terms.some(bare)) {
    used = terms.map(t => (!t.not && bare(t)) || t);
    list = await search(mine, keep, used);
    note =
      list && list.length
        ? L().bare(
            used
              .filter((t, n) => t !== terms[n])
              .map(t => t.raw)
              .join(', '),
          )
        : '';
  }
  if (!list) return;
  if (state.once) list = withoutCopies(list);
  if (state.list) list.sort(byDay);
  publish(list, used, note, '');
}

// search gives the articles of keep that all terms let through; null where a later search has begun.
async function search(mine, keep, terms) {
  const values = terms.map(byValue),
    list = [];
  let told = performance.now();
  for (let n = 0; n < index.parts.length - 1; n++) {
    const [first, last] = [index.parts[n], index.parts[n + 1]];
    if (terms.length && folded[first] === undefined && keep.subarray(first, last).includes(1)) {
      await foldPart(n);
      if (mine !== turn) return null;
    }
    for (let i = first; i < last; i++) {
      if (
        keep[i] &&
        terms.every((t, k) => t.not !== (holds(folded[i], t) || (values[k] !== null && values[k][i] === 1)))
      )
        list.push(i);
    }
    if (performance.now() - told < PAUSE) continue;
    publish(list.slice(), terms, '', L().searching(Math.floor((100 * last) / index.count)));
    await breathe();
    told = performance.now();
    if (mine !== turn) return null;
  }
  return list;
}

let warming = false;

// warm reads all articles for the search ahead of time, part by part, while the reader types.
export async function warm() {
  if (warming) return;
  warming = true;
  for (let n = 0; n < index.parts.length - 1; n++) {
    if (folded[index.parts[n]] === undefined) await foldPart(n);
    await breathe();
  }
}
// byDay sorts articles by their time of publication; those without one come last.
function byDay(a, b) {
  const [x, y] = [index.time[a], index.time[b]];
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.isNaN(x) - Number.isNaN(y) || a - b;
  return (state.list === 'new' ? y - x : x - y) || a - b;
}

// withoutCopies keeps of each story the original where it is among them, else the first.
function withoutCopies(list) {
  const best = new Map();
  for (const i of list) if (!best.has(index.story[i]) || index.story[i] === i) best.set(index.story[i], i);
  return list.filter(i => best.get(index.story[i]) === i);
}

function publish(list, terms, note, busy) {
  const is = new Uint8Array(index.count);
  for (const i of list) is[i] = 1;
  Object.assign(found, {
    list,
    is,
    terms: terms.filter(t => !t.not),
    note,
    busy,
    who: state.org ? orgNumbers(state.org) : null,
  });
  listeners.forEach(act => act());
}
