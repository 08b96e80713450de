// Values and days as people read them.
import { FLAG, KINDS } from './data.js';
import { L, num, speaks } from './labels.js';

// familyOf is which of the highlighted kinds a kind belongs to.
export const familyOf = kind =>
  kind === 'date' || kind === 'duration' ? 'date' : kind === 'organization' ? kind : 'amount';

// meaning writes what a fact means in the language.
export const meaning = (f, kind) =>
  kind === 'organization' ? f.v : L().values.reduce((v, [from, to]) => v.replace(from, to), f.v);

// won writes a sum of money exactly: 1조 2,345억 원.
export function won(n) {
  if (speaks() !== 'ko') return `₩${n.toLocaleString('en-US')}`;
  const parts = [];
  let rest = Math.abs(n);
  for (const [size, name] of [
    [1e12, '조'],
    [1e8, '억'],
    [1e4, '만'],
    [1, ''],
  ]) {
    const here = size > 1 ? Math.floor(rest / size) : rest;
    if (here > 0) parts.push(`${here.toLocaleString('en-US')}${name}`);
    rest -= here * size;
  }
  return `${n < 0 ? '−' : ''}${parts.join(' ') || 0} 원`;
}

// value writes the value of a row: the number in short where it is money, else as the data says.
export function value(f, kind, number, max, unit) {
  if (kind !== 'money' || unit !== 'KRW') return meaning(f, kind);
  return Number.isNaN(max) ? won(number) : `${won(number).replace(/ 원$/, '')} – ${won(max)}`;
}

// day writes a date of publication.
export function day(stamp, withTime) {
  const [, y, m, d, time] = /^(\d+)-(\d+)-(\d+)(?:T(\d+:\d+))?/.exec(stamp || '') || [];
  if (!y) return stamp || '';
  const names = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
  const date = speaks() === 'ko' ? `${y}. ${+m}. ${+d}.` : `${+d} ${names[m - 1]} ${y}`;
  return withTime && time && time !== '00:00' ? `${date} ${time}` : date;
}

// flagNames are what is to be told of a row: part, rate, …
export const flagNames = bits => Object.keys(FLAG).filter(name => bits & FLAG[name] && L().flags[name]);
// isMarked: no sum that could stand beside others.
export const isMarked = bits => (bits & (FLAG.rate | FLAG.part | FLAG.up | FLAG.down | FLAG.converted)) !== 0;

export const bytes = n => (n < 1e6 ? `${num(Math.ceil(n / 1e3))} kB` : `${num(Math.round(n / 1e5) / 10)} MB`);
export const kindName = k => L().types[KINDS[k]] || KINDS[k];
