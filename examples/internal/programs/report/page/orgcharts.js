// Which organizations are named most, and together: plain SVG, each with its numbers as a table.
import { ORGANIZATION, facts, index } from './data.js';
import { el, onPress, rove, svg, table } from './dom.js';
import { L, num } from './labels.js';
import { found } from './select.js';
import { change } from './state.js';

const MOST = 14,
  MOST_PAIRS = 40;

// orgCounts counts the articles that name each organization, the most frequent first.
export function orgCounts(numbers) {
  const count = new Map(),
    last = new Map();
  for (const i of numbers) {
    for (let row = index.first[i]; row < index.first[i + 1]; row++) {
      const o = facts.who[row] - 1;
      if (facts.kind[row] !== ORGANIZATION || last.get(o) === i) continue;
      last.set(o, i);
      count.set(o, (count.get(o) || 0) + 1);
    }
  }
  return [...count].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
}

const byOrg = o => () => change({ view: 'articles', org: index.orgs[o].n }, { push: true });
const clip = (s, n) => ([...s].length > n ? `${[...s].slice(0, Math.floor(n) - 1).join('')}…` : s);

function card(name, { drawing, rows, head }) {
  return el(
    'section',
    { class: `card ${name}` },
    el('h2', {}, L()[name]),
    el('p', { class: 'about' }, `${L()[`${name}About`]} ${L().chartKeys}`),
    drawing || el('p', { class: 'empty' }, L().nothing),
    rows && rows.length > 0 && el('details', {}, el('summary', {}, L().table), table(head, rows)),
  );
}

// topCard draws a bar for each organization.
export function topCard(width) {
  const list = orgCounts(found.list).slice(0, MOST);
  return card('topOrgs', {
    drawing: bars(width, list),
    head: [L().organization, L().number],
    rows: list.map(([o, n]) => [index.orgs[o].n, num(n)]),
  });
}

function bars(width, list) {
  if (!list.length) return null;
  const row = 30,
    names = Math.min(170, width * 0.36),
    room = width - names - 70,
    most = list[0][1];
  const long = n => Math.max(2, (n / most) * room);
  const drawn = list.map(([o, n], i) =>
    svg(
      'g',
      {
        class: 'bar',
        transform: `translate(0 ${i * row})`,
        'aria-label': `${index.orgs[o].n}: ${L().stories(n)}`,
        ...onPress(byOrg(o)),
      },
      svg('rect', { class: 'hit', width, height: row, rx: 6 }),
      svg('rect', { class: 'organization', x: names, y: 6, height: 18, rx: 4, width: long(n) }),
    ),
  );
  const words = list.map(([o, n], i) =>
    svg(
      'g',
      { class: 'words', 'aria-hidden': 'true', transform: `translate(0 ${i * row})` },
      svg('text', { x: names - 8, y: 20, 'text-anchor': 'end' }, clip(index.orgs[o].n, names / 13)),
      svg('text', { class: 'value', x: names + long(n) + 8, y: 20 }, num(n)),
    ),
  );
  const height = list.length * row;
  return rove(
    svg(
      'svg',
      {
        viewBox: `0 0 ${width} ${height}`,
        width,
        height,
        role: 'group',
        'aria-label': `${L().topOrgs}. ${L().chartKeys}`,
      },
      drawn,
      words,
    ),
    drawn,
  );
}

// togetherCard joins the organizations of an article by arcs.
export function togetherCard(width) {
  const top = orgCounts(found.list)
      .slice(0, MOST)
      .map(([o]) => o),
    place = new Map(top.map((o, i) => [o, i])),
    pairs = new Map();
  for (const i of found.list) {
    const here = new Set();
    for (let row = index.first[i]; row < index.first[i + 1]; row++) {
      if (facts.kind[row] === ORGANIZATION && place.has(facts.who[row] - 1)) here.add(facts.who[row] - 1);
    }
    const names = [...here].sort((p, q) => place.get(p) - place.get(q));
    names.forEach((a, x) =>
      names.slice(x + 1).forEach(b => pairs.set(`${a} ${b}`, (pairs.get(`${a} ${b}`) || 0) + 1)),
    );
  }
  const list = [...pairs]
    .map(([k, n]) => [...k.split(' ').map(Number), n])
    .sort((p, q) => q[2] - p[2] || p[0] - q[0] || p[1] - q[1])
    .slice(0, MOST_PAIRS);
  if (!list.length) return card('together', {});
  return card('together', {
    drawing: arcs(width, top, place, list),
    head: [L().pair, L().number],
    rows: list.map(([a, b, n]) => [`${index.orgs[a].n} – ${index.orgs[b].n}`, num(n)]),
  });
}

function arcs(width, top, place, list) {
  const row = 30,
    x0 = Math.min(180, width * 0.38),
    most = list[0][2],
    y = o => place.get(o) * row + 16;
  const root = svg('svg', {
    viewBox: `0 0 ${width} ${top.length * row + 4}`,
    width,
    height: top.length * row + 4,
    role: 'group',
    'aria-label': `${L().together}. ${L().chartKeys}`,
  });
  const light = o =>
    root
      .querySelectorAll('[data-a]')
      .forEach(e => e.classList.toggle('on', o !== null && (e.dataset.a === String(o) || e.dataset.b === String(o))));
  const tallest = Math.max(...list.map(([a, b]) => (y(b) - y(a)) / 2)),
    stretch = Math.min(1.7, (width - x0 - 16) / tallest);
  const drawn = top.map(o =>
    svg(
      'g',
      {
        class: 'bar',
        'aria-label': partners(o, list),
        ...onPress(byOrg(o)),
        onmouseenter: () => light(o),
        onmouseleave: () => light(null),
        onfocus: () => light(o),
        onblur: () => light(null),
      },
      svg('rect', { class: 'hit', y: y(o) - 15, width: x0, height: row, rx: 6 }),
      svg('circle', { class: 'organization', cx: x0, cy: y(o), r: 4 }),
      svg(
        'text',
        { 'aria-hidden': 'true', x: x0 - 12, y: y(o) + 5, 'text-anchor': 'end' },
        clip(index.orgs[o].n, x0 / 13),
      ),
    ),
  );
  root.append(
    ...list.map(([a, b, n]) => {
      const h = (y(b) - y(a)) / 2,
        r = h * stretch;
      return svg(
        'path',
        {
          class: 'arc',
          'aria-hidden': 'true',
          'data-a': a,
          'data-b': b,
          d: `M${x0} ${y(a)}A${r} ${h} 0 0 1 ${x0} ${y(b)}`,
          'stroke-width': 1 + (6 * n) / most,
        },
        svg('title', {}, `${index.orgs[a].n} – ${index.orgs[b].n}: ${num(n)}`),
      );
    }),
    ...drawn,
  );
  return rove(root, drawn);
}

// partners tells an organization with those that are named with it, most often first.
function partners(o, list) {
  const others = list
    .filter(([a, b]) => a === o || b === o)
    .slice(0, 5)
    .map(([a, b, n]) => `${index.orgs[a === o ? b : a].n} ${num(n)}`);
  return [index.orgs[o].n, ...others].join(', ');
}
