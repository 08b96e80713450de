// What the page holds: an index of all articles and their facts as columns, read at the start, and the articles in
// parts that are unpacked when somebody asks for them.
import { $ } from './dom.js';

export const KINDS = [
  'money',
  'percent',
  'percent-point',
  'ratio',
  'count',
  'measure',
  'age',
  'ordinal',
  'date',
  'duration',
  'organization',
];
export const GRAINS = [
  '',
  'second',
  'minute',
  'hour',
  'day',
  'week',
  'month',
  'quarter',
  'half',
  'season',
  'year',
  'decade',
  'century',
];
export const FLAG = {
  approx: 1,
  rate: 2,
  up: 4,
  down: 8,
  part: 16,
  converted: 32,
  inferred: 64,
  relative: 128,
  hidden: 256,
  partsOff: 512,
};
export const NO_DAY = -(2 ** 31);
export const MONEY = KINDS.indexOf('money');
export const DATE = KINDS.indexOf('date');
export const ORGANIZATION = KINDS.indexOf('organization');

export const index = {}; // as Go wrote it, with count, day, time, story and cluster added
export const facts = {}; // columns: value, max, from, to, who, of, whole, unit, flags, kind, grain, sure, and article

function unpack(base64) {
  const { readable, writable } = new DecompressionStream('gzip'),
    writer = writable.getWriter();
  writer.write(bytesOf(base64)).catch(() => {}); // what fails is told to whoever reads
  writer.close().catch(() => {});
  return new Response(readable);
}

function bytesOf(base64) {
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(base64);
  const signs = atob(base64),
    bytes = new Uint8Array(signs.length);
  for (let i = 0; i < signs.length; i++) bytes[i] = signs.charCodeAt(i);
  return bytes;
}

// block gives the signs of a block of data, once the page has been read that far. The element that is being read is
// whole when another one follows it.
async function block(id) {
  const isWhole = () => document.readyState !== 'loading' || ($(id) && $(id).nextElementSibling);
  while (!isWhole()) await new Promise(go => setTimeout(go, 20));
  return $(id).textContent;
}

const unpackJSON = async base64 => unpack(base64).json();

// load reads the index; loadFacts the columns.
export async function load() {
  Object.assign(index, await unpackJSON(await block('index')));
  index.count = index.titles.length;
  index.day = index.at.map(t => t.slice(0, 10));
  index.time = Float64Array.from(index.at, t => (t ? Date.parse(t) : NaN));
  index.story = Uint32Array.from(index.titles, (_, i) => i); // the original of which an article is a copy, else itself
  index.clusters.forEach(c =>
    c.c.forEach(m => {
      if (isCopy(m)) index.story[m.a] = c.o;
    }),
  );
  index.cluster = clustersOfArticles();
}

export async function loadFacts() {
  const bytes = await unpack(await block('facts-block')).arrayBuffer(),
    n = index.first[index.count];
  let at = 0;
  const column = Type => {
    const c = new Type(bytes, at, n);
    at += c.byteLength;
    return c;
  };
  const [value, max] = [column(Float64Array), column(Float64Array)];
  const [from, to, who] = [column(Int32Array), column(Int32Array), column(Uint32Array)];
  const [of, whole] = [column(Uint32Array), column(Int32Array)];
  const [unit, flags] = [column(Uint16Array), column(Uint16Array)];
  const [kind, grain, sure] = [column(Uint8Array), column(Uint8Array), column(Uint8Array)];
  const article = new Uint32Array(n);
  for (let i = 0; i < index.count; i++) article.fill(i, index.first[i], index.first[i + 1]);
  Object.assign(facts, { value, max, from, to, who, of, whole, unit, flags, kind, grain, sure, article, count: n });
}

export const isCopy = m => m.k !== 'contains' && m.k !== 'contained';

// clustersOfArticles tells for an article which cluster it stands in; one that only shares much with several, the first.
function clustersOfArticles() {
  const of = new Map(),
    stand = (i, n) => of.has(i) || of.set(i, n);
  index.clusters.forEach((c, n) => [c.o, ...c.c.filter(isCopy).map(m => m.a)].forEach(i => stand(i, n)));
  index.clusters.forEach((c, n) => c.c.forEach(m => stand(m.a, n)));
  return of;
}

// What the index says of an article, as words.
export const outlet = i => index.outlets[index.outlet[i]] || '';
export const source = i => index.outlets[index.source[i]] || '';
export const section = i => index.sections[index.section[i]] || '';
export const language = i => index.langs[index.lang[i]] || null;
export const authors = i => index.by[i].map(n => index.authors[n]);
export const ofName = row => (facts.of[row] ? index.of[facts.of[row] - 1] : '');
export const orgName = who => (who ? index.orgs[who - 1].n : '');

// Parts. The last few that were read are kept.
const KEPT = 96;
const kept = [new Map(), new Map()]; // of the words and of the rest: number of the part → promise of its articles

export function partOf(i) {
  let lo = 0,
    hi = index.parts.length - 1;
  while (hi - lo > 1) {
    const mid = (lo + hi) >> 1;
    if (index.parts[mid] <= i) lo = mid;
    else hi = mid;
  }
  return lo;
}

function half(n, which) {
  const cache = kept[which];
  const known = cache.get(n) || block(`part-${n}`).then(p => unpackJSON(p.split(' ')[which]));
  cache.delete(n);
  cache.set(n, known);
  if (cache.size > KEPT) cache.delete(cache.keys().next().value);
  return known;
}

export const wordsOfPart = n => half(n, 0);
export const restOfPart = n => half(n, 1);

// full gives all of an article: what is searched and the rest.
export async function full(i) {
  const n = partOf(i),
    [w, r] = await Promise.all([wordsOfPart(n), restOfPart(n)]),
    at = i - index.parts[n];
  return { i, facts: [], sen: [], ...w[at], ...r[at] };
}

// factOf gives what of a row of the columns no column says, and its article.
export async function factOf(row) {
  const a = await full(facts.article[row]),
    f = a.facts[row - index.first[a.i]],
    [start, end] = a.sen[f.q];
  return {
    a,
    f,
    raw: a.text.slice(f.s, f.e),
    before: a.text.slice(start, f.s),
    after: a.text.slice(f.e, end),
    n: row - index.first[a.i],
  };
}
