// Marks on what was searched, without touching the elements: in a text of any form, and across elements.
import { find, foldMapped } from './fold.js';
import { found } from './select.js';

const BLOCKS = 'h2, h3, p, td, figcaption, li, .author, .cell';

// hitsIn gives the stretches of a text that the terms stand at.
export function hitsIn(text, terms = found.terms) {
  const folded = foldMapped(text),
    hits = [];
  for (const t of terms) {
    for (let hit = find(folded.text, t); hit; hit = find(folded.text, t, hit[1]))
      hits.push([folded.from[hit[0]], folded.to[hit[1] - 1]]);
  }
  return hits.sort((a, b) => a[0] - b[0]);
}

// markHits marks the hits below root.
export function markHits(root, name = 'hit') {
  if (!window.Highlight || !CSS.highlights) return;
  CSS.highlights.delete(name);
  if (!found.terms.length) return;
  const ranges = [...root.querySelectorAll(BLOCKS)].filter(b => !b.querySelector(BLOCKS)).flatMap(rangesIn);
  if (ranges.length) CSS.highlights.set(name, new Highlight(...ranges));
}

function rangesIn(block) {
  const nodes = [],
    walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  let text = '';
  for (let node; (node = walker.nextNode());) {
    nodes.push([node, text.length]);
    text += node.data;
  }
  return hitsIn(text).map(([start, end]) => {
    const range = new Range(),
      place = at => nodes.findLast(([, from]) => from <= at) || nodes[0];
    const [first, a] = place(start),
      [last, b] = place(end - 1);
    range.setStart(first, start - a);
    range.setEnd(last, Math.min(end - b, last.data.length));
    return range;
  });
}

// snippet cuts what surrounds the first hit out of a text: [before, hit, after], or null.
export function snippet(text, room = 60) {
  const [hit] = hitsIn(text);
  if (!hit) return null;
  const start = Math.max(0, hit[0] - 18),
    line = s => s.replace(/\s+/g, ' ');
  return [
    (start ? '…' : '') + line(text.slice(start, hit[0])),
    line(text.slice(...hit)),
    line(text.slice(hit[1], hit[1] + room)),
  ];
}
