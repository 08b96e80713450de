// Folding: what people mean by the same, whatever they type. Composed Hangul, one width, small letters, no white space
// (but between digits), no commas in numbers, no quotes, one tilde, one middle dot, no (주).

const PARAGRAPH = '\u0001';
// A rule's signs become the second, which is at most one sign long; in their order.
const RULES = [
  [/\n\s*/g, PARAGRAPH],
  [/(?<=\d),(?=\d{3})/g, ''],
  [/(?<=\d)\s+(?=\d)/g, ' '],
  [/(?<!\d)\s+|\s+(?!\d)/g, ''],
  [/\(주\)|주식회사/g, ''],
  [/["'`´′‘’‚‛“”„‟«»‹›「」『』《》〈〉]/g, ''],
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
    for (let i = 0; i < signs.length; i++) { folded.from.push(m.index); folded.to.push(m.index + m[0].length); }
  }
  for (const [pattern, sign] of RULES) folded = replaceMapped(folded, pattern, sign);
  return folded;
}

function replaceMapped(folded, pattern, sign) {
  const out = { text: '', from: [], to: [] };
  let last = 0;
  const keep = end => {
    out.text += folded.text.slice(last, end);
    for (let i = last; i < end; i++) { out.from.push(folded.from[i]); out.to.push(folded.to[i]); }
  };
  for (const m of folded.text.matchAll(pattern)) {
    const end = m.index + m[0].length;
    keep(m.index);
    out.text += sign;
    if (sign) { out.from.push(folded.from[m.index]); out.to.push(folded.to[end - 1]); }
    last = end;
  }
  keep(folded.text.length);
  return out;
}

const isDigit = c => c >= '0' && c <= '9';

// find gives the place of the next occurrence of words in a folded text, −1 for none. A number is found whole only:
// 850억 does not stand in 1850억, nor 5% in 2.5%.
export function find(text, words, start = 0) {
  for (let i = text.indexOf(words, start); i >= 0; i = text.indexOf(words, i + 1)) {
    if (isDigit(words[0]) && (isDigit(text[i - 1] || '') || /(^|[^\d.])\d+\.$/.test(text.slice(Math.max(0, i - 12), i)))) continue;
    if (isDigit(words[words.length - 1]) && isDigit(text[i + words.length] || '')) continue;
    return i;
  }
  return -1;
}
