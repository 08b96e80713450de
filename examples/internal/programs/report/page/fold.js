// Folding: what people mean by the same, whatever they type. Composed Hangul, one width, small letters, one blank for all
// white space, no commas in numbers, no quotes, one tilde, one middle dot, no (주).

const PARAGRAPH = '\u0001';
// A rule's signs become the second, which is at most one sign long; in their order.
const RULES = [
  [/\n\s*/g, PARAGRAPH],
  [/(?<=\d),(?=\d{3})/g, ''],
  [/\(주\)|주식회사/g, ''],
  [/["'`´′‘’‚‛“”„‟«»‹›「」『』《》〈〉]/g, ''],
  [/\s+/g, ' '],
  [/[~∼〜‐‑‒–—―−-]/g, '~'],
  [/[·‧•∙⋅・\u119e]/g, '·'],
];

export function fold(text) {
  let out = text.normalize('NFKC').toLowerCase();
  for (const [from, to] of RULES) out = out.replace(from, to);
  return out;
}

// A letter with what belongs to it: a syllable in pieces, or a sign with its marks.
const LETTER = /[\u1100-\u115f]+[\u1160-\u11a7]*[\u11a8-\u11ff]*|\P{M}\p{M}*|\p{M}/gu;

// foldMapped folds a text and tells for each sign of the outcome where what it comes from begins and ends in the text.
export function foldMapped(text) {
  let folded = { text: '', from: [], to: [] };
  for (const m of text.matchAll(LETTER)) {
    const signs = m[0].normalize('NFKC').toLowerCase();
    folded.text += signs;
    for (let i = 0; i < signs.length; i++) {
      folded.from.push(m.index);
      folded.to.push(m.index + m[0].length);
    }
  }
  for (const [pattern, sign] of RULES) folded = replaceMapped(folded, pattern, sign);
  return folded;
}

function replaceMapped(folded, pattern, sign) {
  const out = { text: '', from: [], to: [] };
  let last = 0;
  const keep = end => {
    out.text += folded.text.slice(last, end);
    for (let i = last; i < end; i++) {
      out.from.push(folded.from[i]);
      out.to.push(folded.to[i]);
    }
  };
  for (const m of folded.text.matchAll(pattern)) {
    const end = m.index + m[0].length;
    keep(m.index);
    out.text += sign;
    if (sign) {
      out.from.push(folded.from[m.index]);
      out.to.push(folded.to[end - 1]);
    }
    last = end;
  }
  keep(folded.text.length);
  return out;
}

// squeeze folds a text and takes the blanks out, but for those between digits.
export const squeeze = text =>
  fold(text)
    .replace(/(?<!\d) | (?!\d)/g, '')
    .trim();

const isDigit = c => c >= '0' && c <= '9';
const escaped = c => c.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

// finder is how words are looked for, whatever blanks they and the text have: anywhere where the text has none in them,
// else from the beginning of a word, so that 국비 is not found in 한국 비료.
export function finder(words) {
  const text = squeeze(words),
    signs = [...text];
  const gaps = signs
    .map(
      (c, n) =>
        escaped(c) + (n + 1 < signs.length && !(isDigit(c) && isDigit(signs[n + 1])) && c !== ' ' ? ' ?' : ''),
    )
    .join('');
  return {
    text,
    spaced: signs.length > 1 ? new RegExp(`(?<![\\p{L}\\p{N}])${gaps}`, 'gu') : null,
    number: new RegExp(gaps, 'gu'),
  };
}

// find gives the next place of words in a folded text as [start, end], null for none. A number is found whole only:
// 850억 does not stand in 1850억, nor 5% in 2.5%.
export function find(text, finder, from = 0) {
  const whole = wholeAt(text, finder.text, from),
    pattern = isDigit(finder.text[0]) ? finder.number : finder.spaced;
  if (!pattern) return whole;
  pattern.lastIndex = from;
  for (let m; (m = pattern.exec(text)) && (!whole || m.index < whole[0]);) {
    if (isWhole(text, m.index, m.index + m[0].length)) return [m.index, m.index + m[0].length];
  }
  return whole;
}

function wholeAt(text, words, from) {
  for (let i = text.indexOf(words, from); i >= 0; i = text.indexOf(words, i + 1)) {
    if (isWhole(text, i, i + words.length)) return [i, i + words.length];
  }
  return null;
}

// isWhole reports whether a stretch cuts no number in two.
function isWhole(text, start, end) {
  if (
    isDigit(text[start]) &&
    (isDigit(text[start - 1] || '') || /(^|[^\d.])\d+\.$/.test(text.slice(Math.max(0, start - 12), start)))
  )
    return false;
  return !(isDigit(text[end - 1]) && isDigit(text[end] || ''));
}
