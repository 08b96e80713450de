// Charts of the articles that are shown, as plain SVG, each with its numbers as a table.
function drawCharts() {
  const place = $('charts');
  if (place.hidden) return;
  const width = Math.max(280, Math.min(640, (place.clientWidth - 80) / (innerWidth > 1000 ? 2 : 1)));
  place.replaceChildren(el('div', { class: 'cards' },
    el('div', { class: 'column' }, card('money', moneyChart(width)), card('timeline', timeChart(width))),
    el('div', { class: 'column' }, card('topOrgs', topChart(width)), card('together', togetherChart(width)))));
}

function card(name, { drawing, rows, head, note }) {
  return el('section', { class: `card ${name}` }, el('h2', {}, L()[name]), el('p', { class: 'about' }, L()[`${name}About`]),
    drawing || el('p', { class: 'empty' }, L().nothing), note && el('p', { class: 'note' }, note),
    rows && rows.length > 0 && el('details', {}, el('summary', {}, L().table),
      table(head, rows)));
}

const byOrg = o => () => { setFilter({ org: data.orgs[o].n }); show('articles'); };

// bars draws a bar for each [organization, number].
function bars(width, list, write, kind, label) {
  if (!list.length) return null;
  const row = 30, names = Math.min(170, width * 0.36), room = width - names - 92, most = Math.max(...list.map(([, n]) => n));
  return svg('svg', { viewBox: `0 0 ${width} ${list.length * row}`, width, height: list.length * row, role: 'group', 'aria-label': label },
    list.map(([o, n], i) => svg('g', { class: 'bar', transform: `translate(0 ${i * row})`, 'aria-label': `${data.orgs[o].n}: ${write(n)}`, ...onPress(byOrg(o)) },
      svg('rect', { class: 'hit', width, height: row, rx: 6 }),
      svg('text', { x: names - 8, y: 20, 'text-anchor': 'end' }, clip(data.orgs[o].n, names / 13)),
      svg('rect', { class: kind, x: names, y: 6, height: 18, rx: 4, width: Math.max(2, n / most * room) }),
      svg('text', { class: 'value', x: names + Math.max(2, n / most * room) + 8, y: 20 }, write(n)))));
}

const clip = (s, n) => [...s].length > n ? [...s].slice(0, Math.floor(n) - 1).join('') + '…' : s;

function topChart(width) {
  const list = orgCounts(shown).slice(0, 14);
  return { drawing: bars(width, list, num, 'organization', L().topOrgs), head: [L().organization, L().number], rows: list.map(([o, n]) => [data.orgs[o].n, num(n)]) };
}

function moneyChart(width) {
  const sums = new Map();
  for (const i of shown) for (const m of articles[i].money || []) sums.set(m.o, (sums.get(m.o) || 0) + m.w);
  const list = [...sums].filter(([, n]) => n > 0).sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, 14);
  return { drawing: bars(width, list, won, 'amount', L().money), head: [L().organization, L().value], rows: list.map(([o, n]) => [data.orgs[o].n, won(n)]) };
}

// Buckets of time: the finest of which no more than 60 are needed. A date stands in a bucket that is no finer than
// itself: a year is no day of January.
const UNITS = [
  { days: 1, key: d => d.slice(0, 10), grains: 'minute hour day' }, { days: 30, key: d => d.slice(0, 7), grains: 'minute hour day week month' },
  { days: 365, key: d => d.slice(0, 4), grains: 'minute hour day week month quarter half season year' },
  { days: 3650, key: d => `${d.slice(0, 3)}0`, grains: 'minute hour day week month quarter half season year decade' },
];

function timeChart(width) {
  const found = shown.flatMap(i => (articles[i].facts || []).filter(f => f.f).map(f => [f.f.slice(0, 10), f.t]));
  const days = shown.map(i => articles[i].day).filter(Boolean).sort();
  const all = [...found.map(([d]) => d), ...days].sort();
  if (!all.length) return {};
  const low = all[Math.floor(all.length * 0.03)], high = all[Math.ceil(all.length * 0.97) - 1];
  const inside = d => d >= low && d <= high;
  const span = (Date.parse(high) - Date.parse(low)) / 864e5 + 1;
  const unit = UNITS.find(u => span / u.days <= 60) || UNITS[3];
  const keys = bucketKeys(low, high, unit);
  const mentions = found.filter(([, grain]) => unit.grains.split(' ').includes(grain)).map(([d]) => d);
  const count = list => { const m = new Map(keys.map(k => [k, 0])); for (const d of list) if (inside(d) && m.has(unit.key(d))) m.set(unit.key(d), m.get(unit.key(d)) + 1); return m; };
  const above = count(mentions), below = count(days), left = all.filter(d => !inside(d)).length;
  return {
    drawing: columns(width, keys, above, below, unit), note: left ? L().outside(left) : '', head: [L().date, L().mentioned, L().published],
    rows: keys.filter(k => above.get(k) || below.get(k)).map(k => [k, num(above.get(k)), num(below.get(k))]),
  };
}

function bucketKeys(low, high, unit) {
  const keys = [];
  for (let t = Date.parse(low); t <= Date.parse(high); t += 864e5) {
    const k = unit.key(new Date(t).toISOString());
    if (keys[keys.length - 1] !== k) keys.push(k);
  }
  return keys;
}

function columns(width, keys, above, below, unit) {
  const height = 240, base = 150, step = width / keys.length, gap = Math.min(3, step / 4);
  const most = Math.max(1, ...above.values()), mostBelow = Math.max(1, ...below.values());
  const every = Math.ceil(keys.length * 62 / width);
  return svg('svg', { viewBox: `0 0 ${width} ${height}`, width, height, role: 'group', 'aria-label': L().timeline },
    svg('line', { class: 'axis', x1: 0, x2: width, y1: base, y2: base }),
    keys.map((k, i) => {
      const up = above.get(k) / most * (base - 14), down = below.get(k) / mostBelow * 50;
      return svg('g', { class: 'bar', 'aria-label': `${k}: ${L().mentioned} ${above.get(k)}, ${L().published} ${below.get(k)}`, ...onPress(() => { setFilter(range(k, unit)); show('articles'); }) },
        svg('title', {}, `${k}\n${L().mentioned} ${above.get(k)} · ${L().published} ${below.get(k)}`),
        svg('rect', { class: 'hit', x: i * step, y: 0, width: step, height: base + 56 }),
        svg('rect', { class: 'date', x: i * step + gap / 2, y: base - up, width: Math.max(1, step - gap), height: up, rx: Math.min(3, step / 4) }),
        svg('rect', { class: 'pub', x: i * step + gap / 2, y: base + 2, width: Math.max(1, step - gap), height: down, rx: Math.min(3, step / 4) }));
    }),
    keys.map((k, i) => i % every === every >> 1 && (i < every || (i + 0.5) * step <= width - 30) && svg('text', { class: 'tick', x: Math.min(width - 30, Math.max(30, (i + 0.5) * step)), y: height - 12, 'text-anchor': 'middle' }, k)));
}

// range gives the days of a bucket: articles published then.
function range(key, unit) {
  if (key.length === 10) return { from: key, to: key };
  if (key.length === 7) return { from: `${key}-01`, to: new Date(Date.UTC(+key.slice(0, 4), +key.slice(5), 0)).toISOString().slice(0, 10) };
  return { from: `${key}-01-01`, to: `${unit === UNITS[3] ? +key + 9 : key}-12-31` };
}

// togetherChart joins the organizations of an article by arcs.
function togetherChart(width) {
  const top = orgCounts(shown).slice(0, 14).map(([o]) => o), place = new Map(top.map((o, i) => [o, i])), pairs = new Map();
  for (const i of shown) {
    const here = (articles[i].orgs || []).filter(o => place.has(o));
    for (let x = 0; x < here.length; x++) for (let y = x + 1; y < here.length; y++) {
      const key = [here[x], here[y]].sort((p, q) => place.get(p) - place.get(q)).join(' ');
      pairs.set(key, (pairs.get(key) || 0) + 1);
    }
  }
  const list = [...pairs].map(([k, n]) => [...k.split(' ').map(Number), n]).sort((p, q) => q[2] - p[2] || p[0] - q[0] || p[1] - q[1]).slice(0, 40);
  if (!list.length) return {};
  return { drawing: arcs(width, top, place, list), head: [L().pair, L().number], rows: list.map(([a, b, n]) => [`${data.orgs[a].n} – ${data.orgs[b].n}`, num(n)]) };
}

function arcs(width, top, place, list) {
  const row = 30, x0 = Math.min(180, width * 0.38), most = list[0][2], y = o => place.get(o) * row + 16;
  const light = (root, o) => root.querySelectorAll('[data-a]').forEach(e => e.classList.toggle('on', o !== null && (e.dataset.a === String(o) || e.dataset.b === String(o))));
  const root = svg('svg', { viewBox: `0 0 ${width} ${top.length * row + 4}`, width, height: top.length * row + 4, role: 'group', 'aria-label': L().together });
  const tallest = Math.max(...list.map(([a, b]) => (y(b) - y(a)) / 2)), stretch = Math.min(1.7, (width - x0 - 16) / tallest);
  root.append(...list.map(([a, b, n]) => {
    const h = (y(b) - y(a)) / 2, r = h * stretch;
    return svg('path', { class: 'arc', 'data-a': a, 'data-b': b, d: `M${x0} ${y(a)}A${r} ${h} 0 0 1 ${x0} ${y(b)}`, 'stroke-width': 1 + 6 * n / most },
      svg('title', {}, `${data.orgs[a].n} – ${data.orgs[b].n}: ${num(n)}`));
  }), ...top.map(o => svg('g', {
    class: 'bar', 'aria-label': data.orgs[o].n, ...onPress(byOrg(o)), onmouseenter: () => light(root, o), onmouseleave: () => light(root, null), onfocus: () => light(root, o), onblur: () => light(root, null),
  }, svg('rect', { class: 'hit', y: y(o) - 15, width: x0, height: row, rx: 6 }), svg('circle', { class: 'organization', cx: x0, cy: y(o), r: 4 }),
  svg('text', { x: x0 - 12, y: y(o) + 5, 'text-anchor': 'end' }, clip(data.orgs[o].n, x0 / 13)))));
  return root;
}
