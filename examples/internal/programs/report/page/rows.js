// Which facts the table shows, and in which order.
import { DATE, KINDS, NO_DAY, facts, index, orgName, partOf, restOfPart, wordsOfPart } from './data.js';
import { fold } from './fold.js';
import { limit, parseDay } from './numerals.js';
import { holds } from './query.js';
import { found, isFound } from './select.js';
import { state } from './state.js';

// chooseRows gives the numbers of the rows that all filters let through, sorted.
export async function chooseRows() {
  let rows = passing();
  if (state.near && found.terms.length) rows = await withWords(rows);
  return state.sort ? sorted(rows) : rows;
}

function passing() {
  const kinds = new Set(
    state.kind
      .split(',')
      .filter(Boolean)
      .map(k => KINDS.indexOf(k)),
  );
  const of = wanted(state.of);
  const unit = state.unit ? index.units.indexOf(state.unit) : -1,
    sure = state.sure ? +state.sure : 0;
  const [low, high, since, till] = [limit(state.min), limit(state.max), parseDay(state.mfrom), parseDay(state.mto)];
  const ranged = !Number.isNaN(low) || !Number.isNaN(high),
    dated = !Number.isNaN(since) || !Number.isNaN(till);
  const out = new Uint32Array(facts.count);
  let n = 0;
  for (let row = 0; row < facts.count; row++) {
    if (!isFound(row)) continue;
    if (kinds.size && !kinds.has(facts.kind[row])) continue;
    if (of && !of.has(facts.of[row])) continue;
    if (unit >= 0 && facts.unit[row] !== unit) continue;
    if (sure && facts.sure[row] < 255 && facts.sure[row] < sure) continue;
    if (ranged && !inRange(row, low, high)) continue;
    if (dated && !within(row, since, till)) continue;
    out[n++] = row;
  }
  return out.subarray(0, n);
}

// wanted gives the numbers of what is measured or happens that end in the word asked for: 사업비 finds 총사업비. Null for all.
function wanted(word) {
  const end = word.normalize('NFC').replace(/\s+/g, '');
  return end ? new Set(index.of.map((name, n) => (name.endsWith(end) ? n + 1 : -1)).filter(n => n > 0)) : null;
}

// inRange: some of the row's range of values lies in that of the filter.
function inRange(row, low, high) {
  const value = facts.value[row],
    most = Number.isNaN(facts.max[row]) ? value : facts.max[row];
  return !Number.isNaN(value) && !(most < low) && !(value > high);
}

// within: the row is a date that lies in the days of the filter as a whole.
export function within(row, since, till) {
  return (
    facts.kind[row] === DATE &&
    facts.from[row] !== NO_DAY &&
    facts.to[row] !== NO_DAY &&
    !(facts.from[row] < since) &&
    !(facts.to[row] > till + 1)
  );
}

// withWords keeps the rows whose sentence holds all the words that are searched.
async function withWords(rows) {
  const out = [];
  let n = -1,
    words,
    rest;
  for (const row of rows) {
    const i = facts.article[row];
    if (n < 0 || i < index.parts[n] || i >= index.parts[n + 1]) {
      n = partOf(i);
      [words, rest] = await Promise.all([wordsOfPart(n), restOfPart(n)]);
    }
    const a = rest[i - index.parts[n]],
      text = words[i - index.parts[n]].text;
    const folded = (a.folded ??= a.sen.map(([s, e]) => fold(text.slice(s, e))));
    if (found.terms.every(t => holds(folded[a.facts[row - index.first[i]].q], t))) out.push(row);
  }
  return Uint32Array.from(out);
}

const rankOf = names => {
  const order = names.map((_, i) => i).sort((a, b) => (names[a] < names[b] ? -1 : names[a] > names[b] ? 1 : 0)),
    rank = [];
  order.forEach((i, n) => {
    rank[i] = n;
  });
  return rank;
};

// How rows are compared: a number for each row. What has none comes last.
const KEYS = {
  kind: () => row => facts.kind[row],
  value: () => row =>
    facts.kind[row] === DATE ? (facts.from[row] === NO_DAY ? NaN : facts.from[row]) : facts.value[row],
  unit: () => {
    const rank = rankOf(index.units);
    return row => (index.units[facts.unit[row]] ? rank[facts.unit[row]] : NaN);
  },
  who: () => {
    const rank = rankOf(['', ...index.orgs.map(o => o.n)]);
    return row => (facts.who[row] ? rank[facts.who[row]] : NaN);
  },
  sentence: () => row => row,
  article: () => {
    const rank = rankOf(index.titles);
    return row => rank[facts.article[row]];
  },
  day: () => {
    const rank = rankOf(index.at);
    return row => (index.at[facts.article[row]] ? rank[facts.article[row]] : NaN);
  },
  sure: () => row => (facts.sure[row] < 255 ? facts.sure[row] : NaN),
};
export const COLUMNS = Object.keys(KEYS);

// sorted sorts rows by a column; "-" in front: the largest first. Values stand apart by kind and unit, since won are
// not to be compared with percents.
function sorted(rows) {
  const down = state.sort.startsWith('-'),
    name = state.sort.replace(/^-/, '');
  if (!KEYS[name]) return rows;
  const keyOf = KEYS[name](),
    keys = new Float64Array(facts.count),
    group = row => facts.kind[row] * 65536 + facts.unit[row];
  for (const row of rows) keys[row] = keyOf(row);
  return rows.slice().sort((a, b) => {
    const apart = name === 'value' ? group(a) - group(b) : 0;
    if (apart) return apart;
    const [x, y] = [keys[a], keys[b]];
    if (x === y || (Number.isNaN(x) && Number.isNaN(y))) return a - b;
    if (Number.isNaN(x)) return 1;
    if (Number.isNaN(y)) return -1;
    return down ? y - x : x - y;
  });
}

// who is the name of the organization that stands nearest to a fact.
export const who = row => orgName(facts.who[row]);
