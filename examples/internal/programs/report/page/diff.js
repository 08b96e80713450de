// Which words of two texts differ: the shortest edit script (Myers 1986), given up where the texts share too little.
const MAX_EDITS = 2000;

const words = text => text.match(/[^\s]+|\s+/g) || [];

// diff returns runs of [0 both | -1 first only | 1 second only, words], or null.
function diff(first, second) {
  const a = words(first), b = words(second);
  let head = 0, tail = 0;
  while (head < a.length && head < b.length && same(a[head], b[head])) head++;
  while (tail < a.length - head && tail < b.length - head && same(a[a.length - 1 - tail], b[b.length - 1 - tail])) tail++;
  const middle = edits(a.slice(head, a.length - tail), b.slice(head, b.length - tail));
  if (!middle) return null;
  return join([...a.slice(0, head).map(w => [0, w]), ...middle, ...a.slice(a.length - tail).map(w => [0, w])]);
}

const same = (x, y) => x === y || (!x.trim() && !y.trim());

function edits(a, b) {
  const n = a.length, m = b.length, max = Math.min(n + m, MAX_EDITS), off = max + 1;
  const far = new Int32Array(2 * max + 3);
  const history = [];
  for (let d = 0; d <= max; d++) {
    history.push(far.slice(off - d - 1, off + d + 2));
    for (let k = -d; k <= d; k += 2) {
      let x = k === -d || (k !== d && far[off + k - 1] < far[off + k + 1]) ? far[off + k + 1] : far[off + k - 1] + 1;
      let y = x - k;
      while (x < n && y < m && same(a[x], b[y])) { x++; y++; }
      far[off + k] = x;
      if (x >= n && y >= m) return backtrack(a, b, history, d);
    }
  }
  return null;
}

// backtrack follows the edits from the end. history[d] holds how far each diagonal reached with d-1 edits.
function backtrack(a, b, history, d) {
  const out = [];
  let x = a.length, y = b.length;
  for (; d > 0; d--) {
    const far = history[d], at = k => far[k + d + 1], k = x - y;
    const down = k === -d || (k !== d && at(k - 1) < at(k + 1));
    const px = at(down ? k + 1 : k - 1), py = px - (down ? k + 1 : k - 1);
    while (x > px && y > py) { x--; y--; out.push([0, a[x]]); }
    out.push(down ? [1, b[py]] : [-1, a[px]]);
    x = px;
    y = py;
  }
  while (x > 0) out.push([0, a[--x]]);
  return out.reverse();
}

function join(list) {
  const out = [];
  for (const [side, w] of list) {
    if (out.length && out[out.length - 1][0] === side) out[out.length - 1][1] += w;
    else out.push([side, w]);
  }
  return out;
}
