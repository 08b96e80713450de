// What the table of facts shows as a file: CSV for spreadsheets, NDJSON for programs. Offsets are UTF-8 bytes of the
// text, as the program articles writes them.
import { FLAG, GRAINS, KINDS, authors, facts, full, index, outlet } from './data.js';
import { breathe, el } from './dom.js';
import { who } from './rows.js';

const FIELDS = [
  'kind',
  'raw',
  'value',
  'max',
  'unit',
  'bound',
  'approx',
  'per',
  'change',
  'part',
  'partsOff',
  'converted',
  'about',
  'organization',
  'confidence',
  'from',
  'to',
  'grain',
  'sentence',
  'title',
  'outlet',
  'authors',
  'published',
  'copyOf',
  'file',
  'url',
  'start',
  'end',
  'rule',
];

function record(row, a, at) {
  const f = a.facts[row - index.first[a.i]],
    bits = facts.flags[row],
    [start, end] = a.sen[f.q];
  return {
    kind: KINDS[facts.kind[row]],
    raw: a.text.slice(f.s, f.e),
    value: f.x,
    max: f.y,
    unit: index.units[facts.unit[row]],
    bound: f.b,
    approx: (bits & FLAG.approx) > 0,
    per: f.p,
    change: bits & FLAG.up ? 'increase' : bits & FLAG.down ? 'decrease' : '',
    part: (bits & FLAG.part) > 0,
    partsOff: (bits & FLAG.partsOff) > 0,
    converted: (bits & FLAG.converted) > 0,
    about: f.a,
    organization: who(row),
    confidence: facts.sure[row] < 255 ? facts.sure[row] / 100 : '',
    from: f.f,
    to: f.t,
    grain: GRAINS[facts.grain[row]],
    sentence: a.text.slice(start, end),
    title: index.titles[a.i],
    outlet: outlet(a.i),
    authors: authors(a.i).join(', '),
    published: index.at[a.i],
    copyOf: index.story[a.i] === a.i ? '' : index.files[index.story[a.i]],
    file: index.files[a.i],
    url: a.url,
    start: at(f.s),
    end: at(f.e),
    rule: f.r,
  };
}

// byteCounter gives the UTF-8 bytes before a place of a text; places come in any order.
function byteCounter(text) {
  const sums = new Uint32Array(text.length + 1);
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    sums[i + 1] = sums[i] + (c < 0x80 ? 1 : c < 0x800 ? 2 : c >= 0xd800 && c < 0xe000 ? 2 : 3); // a surrogate is half of four
  }
  return i => sums[i];
}

// cell writes a value for CSV. A formula would be run by a spreadsheet: it gets an apostrophe, a negative number does not.
function cell(v) {
  let s = v === undefined || v === null || v === false ? '' : String(v);
  if (/^[=+@\t\r]|^-(?![\d.])/.test(s)) s = `'${s}`;
  return /[",\n\r]/.test(s) ? `"${s.replaceAll('"', '""')}"` : s;
}

const FORMATS = {
  csv: {
    type: 'text/csv;charset=utf-8',
    head: `\ufeff${FIELDS.join(',')}\r\n`,
    line: r => `${FIELDS.map(f => cell(r[f])).join(',')}\r\n`,
  },
  ndjson: {
    type: 'application/x-ndjson',
    head: '',
    line: r =>
      `${JSON.stringify(Object.fromEntries(Object.entries(r).filter(([, v]) => v !== '' && v !== undefined && v !== false)))}\n`,
  },
};

// written gives the lines of a file for rows, in their order. The articles are gone through in theirs, so that each
// part is unpacked once. progress is told how far it is.
export async function written(rows, format, progress) {
  const { head, line } = FORMATS[format],
    lines = new Array(rows.length),
    order = Uint32Array.from(rows, (_, n) => n).sort((p, q) => rows[p] - rows[q]);
  let a = null,
    at,
    told = performance.now(),
    done = 0;
  for (const n of order) {
    const i = facts.article[rows[n]];
    if (!a || a.i !== i) {
      a = await full(i);
      at = byteCounter(a.text);
    }
    lines[n] = line(record(rows[n], a, at));
    if (++done % 512 === 0 && performance.now() - told > 200) {
      told = performance.now();
      progress(Math.floor((100 * done) / rows.length));
      await breathe();
    }
  }
  return [head, ...lines];
}

// exportRows hands the file over as a download.
export async function exportRows(rows, format, progress) {
  const blob = new Blob(await written(rows, format, progress), { type: FORMATS[format].type }),
    url = URL.createObjectURL(blob);
  const a = el('a', { href: url, download: `facts.${format}` });
  document.body.append(a);
  a.click();
  a.remove();
  setTimeout(() => URL.revokeObjectURL(url), 60e3);
}
