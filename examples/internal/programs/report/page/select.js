// Which articles are shown: those that the filters and the search line let through.
import { KINDS, ORGANIZATION, authors, facts, index, outlet, section, source, wordsOfPart } from './data.js';
import { breathe } from './dom.js';
import { fold } from './fold.js';
import { L } from './labels.js';
import { bare, hasValue, holds, parse } from './query.js';
import { state } from './state.js';

// found is the outcome: numbers of articles in order, the same as flags, the terms that were searched, a note, and the
// organizations that facts must be near to, null for all.
export const found = { list: [], is: new Uint8Array(0), terms: [], note: '', busy: '', who: null };
const listeners = [];
export const onFound = act => listeners.push(act);

const folded = []; // of each article that was searched: all its words

// foldPart reads the articles of a part for the search.
async function foldPart(n) {
  const list = await wordsOfPart(n);
  list.forEach((w, k) => {
    const i = index.parts[n] + k, pictures = (w.pics || []).map(p => `${p[1] || ''}\n${p[2] || ''}`);
    folded[i] = fold([index.titles[i], w.sub || '', ...authors(i), outlet(i), source(i), section(i), ...pictures, w.text].join('\n'));
  });
}

// orgNumbers gives the organizations that the filter means: the one of that name, else those whose names hold it.
export function orgNumbers(name) {
  const exact = index.orgs.findIndex(o => o.n === name);
  if (exact >= 0) return new Set([exact + 1]);
  const part = fold(name);
  return new Set(index.orgs.flatMap((o, n) => fold(o.n).includes(part) ? [n + 1] : []));
}

// simple gives the articles that all but the search line lets through.
function simple() {
  const keep = new Uint8Array(index.count).fill(1);
  const drop = test => { for (let i = 0; i < index.count; i++) if (keep[i] && test(i)) keep[i] = 0; };
  if (state.pub) drop(i => outlet(i) !== (state.pub === '?' ? '' : state.pub));
  if (state.from) drop(i => !index.day[i] || index.day[i] < state.from);
  if (state.to) drop(i => !index.day[i] || index.day[i] > state.to);
  if (state.by) {
    const part = fold(state.by), right = index.authors.map(a => fold(a).includes(part));
    drop(i => !index.by[i].some(n => right[n]));
  }
  if (state.org) {
    const numbers = orgNumbers(state.org), named = new Uint8Array(index.count);
    for (let n = 0; n < facts.count; n++) if (facts.kind[n] === ORGANIZATION && numbers.has(facts.who[n])) named[facts.article[n]] = 1;
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
export const isFound = row => found.is[facts.article[row]] === 1 && (found.who === null || found.who.has(facts.who[row]));

let turn = 0; // a later search ends an earlier one

// select finds the articles anew and tells those who listen, several times where it takes long.
export async function select() {
  const mine = ++turn, keep = simple(), terms = parse(state.q);
  if (terms.length && !await gather(mine, keep, terms)) return;
  let list = search(keep, terms), note = '', used = terms;
  if (!list.length && terms.some(bare)) {
    used = terms.map(t => (!t.not && bare(t)) || t);
    list = search(keep, used);
    note = list.length ? L().bare(used.filter((t, n) => t !== terms[n]).map(t => t.raw).join(', ')) : '';
  }
  if (state.once) list = withoutCopies(list);
  publish(list, used, note, '');
}

// gather reads what the search needs. It reports whether the search is still wanted.
async function gather(mine, keep, terms) {
  let told = performance.now();
  const parts = index.parts.length - 1;
  for (let n = 0; n < parts; n++) {
    if (folded[index.parts[n]] !== undefined || !wanted(n, keep)) continue;
    await foldPart(n);
    if (performance.now() - told > 250) {
      told = performance.now();
      found.busy = L().searching(Math.floor(100 * n / parts));
      publish(search(keep, terms), terms, '', found.busy);
      await breathe();
    }
    if (mine !== turn) return false;
  }
  return mine === turn;
}

const wanted = (n, keep) => keep.subarray(index.parts[n], index.parts[n + 1]).includes(1);

function search(keep, terms) {
  const values = terms.map(byValue), list = [];
  for (let i = 0; i < index.count; i++) {
    if (!keep[i] || (terms.length && folded[i] === undefined)) continue;
    if (terms.every((t, k) => t.not !== (holds(folded[i], t) || (values[k] !== null && values[k][i] === 1)))) list.push(i);
  }
  return list;
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
  Object.assign(found, { list, is, terms: terms.filter(t => !t.not), note, busy, who: state.org ? orgNumbers(state.org) : null });
  listeners.forEach(act => act());
}
