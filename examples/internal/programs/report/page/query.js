// The search line: words, "phrases", -words; an amount or a day is found by its value, too.
import { find, finder, fold, squeeze } from './fold.js';
import { amount, days } from './numerals.js';

// An amount in several words is one term: 1조 2,000억 원, 5백만 원.
const UNIT = '(?:[십백천만억조경]+)';
const AMOUNT = new RegExp(
  `\\d[\\d,.]*\\s*${UNIT}(?:\\s*\\d[\\d,.]*\\s*${UNIT})*(?:\\s*(?:원|달러|유로|엔|위안|파운드|명|건|개|곳|가구|톤|㎡|평))?`,
  'g',
);
const DAY = /\d{4}(?:년|\s?[.\-/])\s*\d{1,2}(?:월|\s?[.\-/])\s*\d{1,2}일?\.?|\d{4}년\s*\d{1,2}월/g;
const QUOTED = /(-?)["“”]([^"“”]+)["“”]?/g;
const PARTICLES = /(?:에서는|에서|에게|으로|까지|부터|은|는|이|가|을|를|에|의|도|와|과|로)$/;

// parse gives the terms of a search line: what is looked for (of finder), not, raw, amount, days.
export function parse(line) {
  const terms = [];
  const take = (not, raw) => {
    if (squeeze(raw))
      terms.push({ ...finder(raw), not: not === '-', raw: raw.trim(), amount: amount(raw), days: days(raw) });
    return ' ';
  };
  let left = line.replace(QUOTED, (_, not, raw) => take(not, raw));
  for (const form of [DAY, AMOUNT])
    left = left.replace(new RegExp(`(^|\\s)(-?)(${form.source})(?=\\s|$)`, 'g'), (_, _space, not, raw) =>
      take(not, raw),
    );
  for (const word of left.split(/\s+/)) {
    if (/^-[^-]/.test(word)) take('-', word.slice(1));
    else if (word && word !== '-') take('', word);
  }
  return terms;
}

// bare gives a term without the particle of its word, else null.
export function bare(term) {
  const text = term.text.replace(PARTICLES, '');
  return text !== term.text && /^[가-힣]{2,}$/.test(text) && /^[가-힣]+$/.test(term.text)
    ? { ...term, ...finder(text), raw: text }
    : null;
}

export const holds = (folded, term) => find(folded, term) !== null;

// hasValue reports whether row n of the columns says what the term says. units are the names of the column.
export function hasValue(term, columns, n, kinds, units) {
  if (term.days && kinds[columns.kind[n]] === 'date')
    return columns.from[n] === term.days.from && columns.to[n] === term.days.to;
  const a = term.amount;
  if (!a || !(Math.abs(columns.value[n] - a.value) <= Math.abs(a.value) * 1e-12)) return false;
  const kind = kinds[columns.kind[n]];
  if (a.kind) return kind === a.kind && (!a.unit || units[columns.unit[n]] === a.unit);
  if (a.unit) return fold(units[columns.unit[n]]) === fold(a.unit);
  return kind === 'money' || kind === 'count' || kind === 'measure';
}
