// When articles were published, and which times they speak of: two charts over the same time.
import { DATE, NO_DAY, facts, index } from './data.js';
import { el, onPress, rove, svg, table } from './dom.js';
import { L, num, speaks } from './labels.js';
import { dayNumber, dayText, parseDay } from './numerals.js';
import { within } from './rows.js';
import { found, isFound } from './select.js';
import { change, cleared, FACT_FILTERS, state } from './state.js';

const MARGIN = 3; // months before the first and behind the last publication
const parts = day => {
  const d = new Date(day * 864e5);
  return [d.getUTCFullYear(), d.getUTCMonth() + 1, d.getUTCDate()];
};
const monthStart = (day, plus = 0) => {
  const [y, m] = parts(day);
  return dayNumber(y, m + plus, 1);
};
const yearStart = (day, size) => dayNumber(Math.floor(parts(day)[0] / size) * size, 1, 1);

// The units of bars: how many are drawn at most, where one begins that holds a day, and where the next one does.
const UNITS = [
  { name: 'day', days: 1, most: 45, start: d => d, next: d => d + 1 },
  { name: 'week', days: 7, most: 30, start: d => d - ((((d + 3) % 7) + 7) % 7), next: d => d + 7 }, // day 0 was a Thursday
  { name: 'month', days: 30.4, most: 130, start: d => monthStart(d), next: d => monthStart(d, 1) },
  { name: 'year', days: 365.25, most: 120, start: d => yearStart(d, 1), next: d => yearStart(d + 366, 1) },
  { name: 'decade', days: 3652.5, most: Infinity, start: d => yearStart(d, 10), next: d => yearStart(d + 3660, 10) },
];

const publicationDays = () =>
  found.list
    .map(i => parseDay(index.day[i]))
    .filter(d => !Number.isNaN(d))
    .sort((a, b) => a - b);

// around is the time in which all but a few stray publications lie, with some months on both sides.
function around(days) {
  if (!days.length) return null;
  const stray = Math.floor(days.length / 50);
  return [monthStart(days[stray], -MARGIN), monthStart(days[days.length - 1 - stray], MARGIN + 1)];
}

// whole is the time of all publications and dates.
function whole(days) {
  let low = days[0] ?? Infinity,
    high = days.length ? days[days.length - 1] + 1 : -Infinity;
  for (let row = 0; row < facts.count; row++) {
    if (facts.kind[row] !== DATE || !isFound(row) || facts.from[row] === NO_DAY || facts.to[row] === NO_DAY) continue;
    low = Math.min(low, facts.from[row]);
    high = Math.max(high, facts.to[row]);
  }
  return low < high ? [low, high] : null;
}

function span(days) {
  const [from, to] = state.span.split('..').map(parseDay);
  if (from < to) return [from, to];
  return (state.span === 'all' ? null : around(days)) || whole(days);
}

function unitFor([from, to]) {
  return UNITS.find(u => (to - from) / u.days <= u.most);
}

function barsOf([from, to], unit) {
  const bars = [];
  for (let d = unit.start(from); d < to; d = unit.next(d)) bars.push({ from: d, to: unit.next(d), n: 0 });
  return bars;
}

// place finds the bar that a day lies in.
function place(bars, day) {
  let lo = 0,
    hi = bars.length - 1;
  if (!bars.length || day < bars[0].from || day >= bars[hi].to) return -1;
  while (lo < hi) {
    const mid = (lo + hi + 1) >> 1;
    if (bars[mid].from <= day) lo = mid;
    else hi = mid - 1;
  }
  return lo;
}

function countPublished(bars, days) {
  let outside = 0;
  for (const d of days) {
    const at = place(bars, d);
    if (at < 0) outside++;
    else bars[at].n++;
  }
  return outside;
}

// countMentioned counts a date in the bar that holds it as a whole: a year is no day of January.
function countMentioned(bars) {
  const [start, end] = [bars[0].from, bars[bars.length - 1].to];
  let outside = 0,
    coarse = 0;
  for (let row = 0; row < facts.count; row++) {
    if (facts.kind[row] !== DATE || !isFound(row) || facts.from[row] === NO_DAY || facts.to[row] === NO_DAY) continue;
    const at = place(bars, facts.from[row]);
    if (facts.to[row] <= start || facts.from[row] >= end) outside++;
    else if (at < 0 || !within(row, bars[at].from, bars[at].to - 1)) coarse++;
    else bars[at].n++;
  }
  return { outside, coarse };
}

// timeline draws both charts for a width, as one card. again draws anew and keeps the focus.
export function timeline(width, again) {
  const days = publicationDays(),
    time = span(days);
  if (!time)
    return el(
      'section',
      { class: 'card timeline' },
      el('h2', {}, L().timeline),
      el('p', { class: 'empty' }, L().nothing),
    );
  const unit = unitFor(time),
    published = barsOf(time, unit),
    mentioned = barsOf(time, unit);
  const stray = countPublished(published, days),
    { outside, coarse } = countMentioned(mentioned),
    undated = found.list.length - days.length;
  const notes = (...list) => el('p', { class: 'note' }, list.filter(Boolean).join(' · '));
  const zoom = (id, part) => {
    change({ span: part });
    again(id);
  };
  return el(
    'section',
    { class: 'card timeline', onkeydown: e => keys(e, time, again) },
    el('div', { class: 'card-head' }, el('h2', {}, L().timeline), controls(time, zoom)),
    el(
      'p',
      { class: 'about' },
      `${L().window(dayText(published[0].from), dayText(published[published.length - 1].to - 1))}, ${L().units[unit.name]}. ${L().chartKeys}`,
    ),
    chart('published', width, published, unit, b =>
      change({ view: 'articles', from: dayText(b.from), to: dayText(b.to - 1) }, { push: true }),
    ),
    notes(stray && L().outsideArticles(stray), undated && L().undated(undated)),
    chart('mentioned', width, mentioned, unit, b =>
      change(
        { ...cleared(FACT_FILTERS), view: 'facts', kind: 'date', mfrom: dayText(b.from), mto: dayText(b.to - 1) },
        { push: true },
      ),
    ),
    notes(outside && L().outsideDays(outside), coarse && L().coarse(coarse)),
    asTable(published, mentioned, unit),
  );
}

const written = ([from, to]) => `${dayText(from)}..${dayText(to)}`;

// zoomed makes the time longer or shorter around its middle; moved shifts it.
function zoomed([from, to], factor) {
  const middle = (from + to) / 2,
    half = Math.max(4, ((to - from) / 2) * factor);
  return written([Math.max(-700000, Math.floor(middle - half)), Math.min(900000, Math.ceil(middle + half))]);
}
const moved = ([from, to], by) => {
  const d = Math.round((to - from) / 2) * by;
  return written([from + d, to + d]);
};

function controls(time, zoom) {
  const button = (id, label, part, sign) =>
    el(
      'button',
      { type: 'button', id, class: 'tool', 'aria-label': label, title: label, onclick: () => zoom(id, part) },
      sign,
    );
  return el(
    'div',
    { class: 'zoom', role: 'group', 'aria-label': L().timeline },
    button('earlier', L().earlier, moved(time, -1), '‹'),
    button('zoom-out', L().zoomOut, zoomed(time, 2), '−'),
    button('zoom-in', L().zoomIn, zoomed(time, 0.5), '+'),
    button('later', L().later, moved(time, 1), '›'),
    button('around', L().around, '', L().around),
    button('whole', L().whole, 'all', L().whole),
  );
}

function keys(e, time, again) {
  const part = { '+': zoomed(time, 0.5), '=': zoomed(time, 0.5), '-': zoomed(time, 2) }[e.key];
  if (!part || e.ctrlKey || e.metaKey) return;
  e.preventDefault();
  change({ span: part });
  again(e.target.closest('svg')?.id);
}

// ticks are round numbers from 0 to most.
function ticks(most) {
  const raw = Math.max(1, most) / 3,
    power = 10 ** Math.floor(Math.log10(raw)),
    step = Math.max(1, [1, 2, 5, 10].find(k => k * power >= raw) * power);
  return Array.from({ length: Math.floor(most / step) + 1 }, (_, n) => n * step);
}

function nameOf(bar, unit, short) {
  const [y, m, d] = parts(bar.from),
    ko = speaks() === 'ko';
  if (unit.name === 'decade') return ko ? `${y}년대` : `${y}s`;
  if (unit.name === 'year') return short ? String(y) : ko ? `${y}년` : String(y);
  if (unit.name === 'month')
    return ko ? (short ? `${y}. ${m}.` : `${y}년 ${m}월`) : `${y}-${String(m).padStart(2, '0')}`;
  if (short) return ko ? `${m}. ${d}.` : `${m}/${d}`;
  return unit.name === 'week' ? `${dayText(bar.from)} – ${dayText(bar.to - 1)}` : dayText(bar.from);
}

function chart(name, width, bars, unit, act) {
  const height = 190,
    left = 46,
    base = 150,
    room = width - left,
    step = room / bars.length,
    gap = Math.min(4, step / 4),
    most = Math.max(1, ...bars.map(b => b.n));
  const y = n => base - (n / most) * (base - 16),
    title = L()[`${name === 'published' ? 'published' : 'mention'}Chart`];
  const every = Math.ceil((bars.length * 60) / room),
    counts = name === 'published' ? L().stories : L().times;
  const drawn = bars.flatMap((b, n) =>
    b.n
      ? [
          svg(
            'g',
            {
              class: 'bar',
              'aria-label': `${nameOf(b, unit)}: ${counts(b.n)}`,
              'data-from': dayText(b.from),
              'data-n': b.n,
              ...onPress(() => act(b)),
            },
            svg('title', {}, `${nameOf(b, unit)}\n${counts(b.n)}`),
            svg('rect', { class: 'hit', x: left + n * step, y: 4, width: step, height: base - 4 }),
            svg('rect', {
              class: name === 'published' ? 'pub' : 'date',
              x: left + n * step + gap / 2,
              y: y(b.n),
              width: Math.max(1, step - gap),
              height: base - y(b.n),
              rx: Math.min(3, step / 4),
            }),
          ),
        ]
      : [],
  );
  const root = svg(
    'svg',
    {
      id: `chart-${name}`,
      class: name,
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: 'group',
      'aria-label': `${title}. ${L().chartKeys}`,
    },
    ticks(most).map(t =>
      svg(
        'g',
        { 'aria-hidden': 'true' },
        svg('line', { class: 'axis', x1: left, x2: width, y1: y(t), y2: y(t) }),
        svg('text', { class: 'tick', x: left - 8, y: y(t) + 4, 'text-anchor': 'end' }, num(t)),
      ),
    ),
    bars.map(
      (b, n) =>
        n % every === every >> 1 &&
        svg(
          'text',
          { class: 'tick', 'aria-hidden': 'true', x: left + (n + 0.5) * step, y: base + 22, 'text-anchor': 'middle' },
          nameOf(b, unit, true),
        ),
    ),
    drawn,
  );
  return el(
    'div',
    { class: 'panel' },
    el('h3', {}, title),
    el('p', { class: 'about' }, L()[`${name === 'published' ? 'published' : 'mention'}About`]),
    drawn.length ? rove(root, drawn) : el('p', { class: 'empty' }, L().nothing),
  );
}

function asTable(published, mentioned, unit) {
  const rows = published.map((b, n) => [b, b.n, mentioned[n].n]).filter(([, p, m]) => p || m);
  return (
    rows.length > 0 &&
    el(
      'details',
      {},
      el('summary', {}, L().table),
      table(
        [L().date, L().published, L().mentioned],
        rows.map(([b, p, m]) => [nameOf(b, unit), num(p), num(m)]),
      ),
    )
  );
}
