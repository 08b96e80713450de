// Which words of two texts differ: the shortest edit script (Myers 1986), given up where the texts share too little.
const MAX_EDITS = 2000;
const BREAK = /\n/;

// A word is what stands between white space; white space is one too, and equal to any other but for line ends.
const wordsOf = text => text.match(/[^\s]+|\s+/g) || [];
const same = (x, y) => x === y || (!x.trim() && !y.trim() && BREAK.test(x) === BREAK.test(y));

// diff gives steps [first, second], each a word or null where the other text has one alone; null for texts too different.
export function diff(first, second) {
  const a = wordsOf(first),
    b = wordsOf(second);
  let head = 0,
    tail = 0;
  while (head < a.length && head < b.length && same(a[head], b[head])) head++;
  while (tail < a.length - head && tail < b.length - head && same(a[a.length - 1 - tail], b[b.length - 1 - tail]))
    tail++;
  const middle = edits(a.slice(head, a.length - tail), b.slice(head, b.length - tail));
  if (!middle) return null;
  const both = (from, to, shift) => a.slice(from, to).map((w, n) => [w, b[from + n + shift]]);
  return [...both(0, head, 0), ...middle, ...both(a.length - tail, a.length, b.length - a.length)];
}

function edits(a, b) {
  const n = a.length,
    m = b.length,
    max = Math.min(n + m, MAX_EDITS),
    off = max + 1;
  const far = new Int32Array(2 * max + 3);
  const history = [];
  for (let d = 0; d <= max; d++) {
    history.push(far.slice(off - d - 1, off + d + 2));
    for (let k = -d; k <= d; k += 2) {
      let x = k === -d || (k !== d && far[off + k - 1] < far[off + k + 1]) ? far[off + k + 1] : far[off + k - 1] + 1;
      let y = x - k;
      while (x < n && y < m && same(a[x], b[y])) {
        x++;
        y++;
      }
      far[off + k] = x;
      if (x >= n && y >= m) return backtrack(a, b, history, d);
    }
  }
  return null;
}

// backtrack follows the edits from the end. history[d] holds how far each diagonal reached with d-1 edits.
function backtrack(a, b, history, d) {
  const out = [];
  let x = a.length,
    y = b.length;
  for (; d > 0; d--) {
    const far = history[d],
      at = k => far[k + d + 1],
      k = x - y;
    const down = k === -d || (k !== d && at(k - 1) < at(k + 1));
    const px = at(down ? k + 1 : k - 1),
      py = px - (down ? k + 1 : k - 1);
    while (x > px && y > py) {
      x--;
      y--;
      out.push([a[x], b[y]]);
    }
    out.push(down ? [null, b[py]] : [a[px], null]);
    x = px;
    y = py;
  }
  while (x > 0) {
    x--;
    y--;
    out.push([a[x], b[y]]);
  }
  return out.reverse();
}

// aligned cuts steps where both texts end a paragraph: rows of [left, right], each a list of paragraphs, each a list of
// [differs, words].
export function aligned(steps) {
  const rows = [],
    fresh = () => [[[]], [[]]];
  let row = fresh();
  const add = (side, differs, word) => {
    const paragraphs = row[side];
    if (BREAK.test(word)) {
      paragraphs.push([]);
      return;
    }
    const runs = paragraphs[paragraphs.length - 1],
      last = runs[runs.length - 1];
    if (last && last[0] === differs) last[1] += word;
    else runs.push([differs, word]);
  };
  for (const [left, right] of steps) {
    if (left !== null && right !== null && BREAK.test(left)) {
      rows.push(row);
      row = fresh();
      continue;
    }
    if (left !== null) add(0, right === null, left);
    if (right !== null) add(1, left === null, right);
  }
  return [...rows, row]
    .map(sides => sides.map(paragraphs => paragraphs.filter(p => p.length).map(closed)))
    .filter(([l, r]) => l.length || r.length);
}

// closed joins changed words with only a blank between them into one run.
function closed(runs) {
  return runs.reduce((out, [differs, words], n) => {
    const last = out[out.length - 1];
    const between = !differs && !words.trim() && last && last[0] && runs[n + 1] && runs[n + 1][0];
    if (last && last[0] && (differs || between)) last[1] += words;
    else out.push([differs, words]);
    return out;
  }, []);
}

export const isSame = sides =>
  sides.every(paragraphs => paragraphs.every(runs => runs.every(([differs]) => !differs)));

// share is how much of the words two texts have in common.
export function share(steps) {
  const size = w => (w === null ? 0 : w.trim().length);
  let both = 0,
    all = 0;
  for (const [l, r] of steps) {
    if (l !== null && r !== null) both += size(l);
    all += Math.max(size(l), size(r));
  }
  return all ? both / all : 1;
}
