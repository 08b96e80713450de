// One article, its facts highlighted.
const KINDS = ['amount', 'date', 'organization'];
const dimmed = new Set(); // kinds that are not highlighted
const family = kind => kind === 'duration' ? 'date' : kind;
let repeatsShown = false;

function showArticle(i) {
  const a = articles[i];
  const place = $('article');
  place.replaceChildren();
  if (!a) return;
  fill(place, {}, [
    el('button', { type: 'button', class: 'back', onclick: closeArticle }, `← ${L().back}`),
    el('header', {},
      el('p', { class: 'kicker' }, [a.pub || L().unknown, a.section].filter(Boolean).join(' · ')),
      el('h2', { lang: a.lang }, a.title || L().noTitle),
      a.sub && el('p', { class: 'sub' }, a.sub),
      el('p', { class: 'byline' }, bylineParts(a))),
    legend(a, i), twins(i), body(a), captions(a), factTable(a), evidence(a)]);
  markHits();
  $('main').scrollTop = 0;
}

function bylineParts(a) {
  const parts = [
    a.by && el('span', { class: 'author' }, a.by.join(', ')),
    a.src && el('span', {}, `${L().source} ${a.src}`),
    a.at && el('time', { datetime: a.at }, day(a.at, true)),
    a.mod && a.mod !== a.at && el('span', {}, `${L().modified} `, el('time', { datetime: a.mod }, day(a.mod, true))),
    link(a.url, L().original),
  ];
  return parts.filter(Boolean);
}

// legend names the kinds of facts and turns their highlighting on and off.
function legend(a, i) {
  const count = kind => (a.facts || []).filter(f => family(f.k) === kind).length;
  const repeats = (a.rep || []).length;
  return el('div', { class: 'legend', role: 'group', 'aria-label': L().legend },
    KINDS.map(kind => el('button', {
      type: 'button', class: `chip ${kind}`, 'aria-pressed': String(!dimmed.has(kind)),
      onclick: e => {
        dimmed.has(kind) ? dimmed.delete(kind) : dimmed.add(kind);
        e.currentTarget.setAttribute('aria-pressed', String(!dimmed.has(kind)));
        applyDimming();
      },
    }, L()[FACT_LABEL[kind]], el('b', {}, num(count(kind))))),
    repeats > 0 && el('button', {
      type: 'button', class: 'chip repeats', 'aria-pressed': String(repeatsShown), id: 'repeats',
      onclick: () => { repeatsShown = !repeatsShown; showArticle(i); $('repeats').focus(); },
    }, repeatsShown ? L().hideRepeats : L().showRepeats(repeats)));
}

function applyDimming() {
  for (const kind of KINDS) document.body.classList.toggle(`no-${kind}`, dimmed.has(kind));
}

function twins(i) {
  const n = clusterOf.get(i);
  if (n === undefined) return null;
  return el('p', { class: 'twins' }, `${L().twins(data.clusters[n].c.length)} `,
    el('button', { type: 'button', class: 'quiet', onclick: () => showDuplicates(n, i) }, L().compare));
}

// body writes the paragraphs, and below the one in which a repeated run ends, on demand, what was removed.
function body(a) {
  const out = el('div', { class: 'body', lang: a.lang });
  for (const [start, end] of a.paras) {
    out.append(el('p', {}, marked(a, start, end)));
    if (!repeatsShown) continue;
    for (const r of (a.rep || []).filter(r => r.e > start && r.e <= end)) out.append(removed(a, r));
  }
  return out;
}

function removed(a, r) {
  const copies = r.removed && r.removed.length ? r.removed : [a.text.slice(r.s, r.e)];
  return el('div', { class: 'removed', role: 'note' }, el('p', { class: 'why' }, L().removed(r.times)),
    copies.map(text => el('del', {}, text.split(/\n+/).map(line => el('p', {}, line)))));
}

// marked writes a part of the text with its facts as elements that mouse and keyboard reach.
function marked(a, start, end) {
  const out = [];
  let at = start;
  for (const [n, f] of (a.facts || []).entries()) {
    if (f.s < at || f.e > end) continue;
    out.push(a.text.slice(at, f.s), el('mark', {
      class: `fact ${family(f.k)}`, tabindex: 0, 'data-n': n, id: `fact-${n}`,
      'aria-label': `${a.text.slice(f.s, f.e)} — ${L()[FACT_LABEL[f.k]]}: ${meaning(f)}`,
    }, a.text.slice(f.s, f.e)));
    at = f.e;
  }
  out.push(a.text.slice(at, end));
  return out;
}

function captions(a) {
  return a.captions && el('section', { class: 'captions' }, el('h3', {}, L().captions), a.captions.map(c => el('p', {}, c)));
}

function factTable(a) {
  if (!(a.facts || []).length) return null;
  const seen = new Map();
  a.facts.forEach((f, n) => {
    const words = a.text.slice(f.s, f.e), key = [f.k, words, f.v].join('\0');
    if (seen.has(key)) seen.get(key).times++;
    else seen.set(key, { f, n, words, times: 1 });
  });
  return el('details', { class: 'facts', open: matchMedia('(min-width: 75rem)').matches }, el('summary', {}, `${L().factList} `, el('span', { class: 'count' }, num(a.facts.length))),
    el('table', {}, el('thead', {}, el('tr', {}, [L().words, L().value, L().rule].map(h => el('th', { scope: 'col' }, h)))),
      el('tbody', {}, [...seen.values()].map(({ f, n, words, times }) => el('tr', {},
        el('td', {}, el('button', { type: 'button', class: `jump ${family(f.k)}`, onclick: () => $(`fact-${n}`)?.focus() }, words), times > 1 && el('span', { class: 'times' }, ` ×${times}`)),
        el('td', { class: 'value' }, meaning(f)), el('td', { class: 'rule' }, f.r || ''))))));
}

function evidence(a) {
  const rows = (a.ev || []).map(([field, from, raw]) => [L().fields[field] || field, from, raw]);
  return el('details', { class: 'evidence' }, el('summary', {}, L().evidence),
    table([L().field, L().where, L().raw], [...rows, [L().file, '', a.file]]));
}

// The card that tells what a fact means, on hover and on focus.
function showTip(mark) {
  const a = articles[list.selected], f = a && a.facts[+mark.dataset.n], tip = $('tip');
  if (!f) return;
  const pairs = [[L().rule, f.r], [L().raw, `“${a.text.slice(f.s, f.e)}”`], [L().position, `${f.s}–${f.e}`]];
  tip.className = family(f.k);
  tip.replaceChildren();
  fill(tip, {}, [
    el('p', { class: 'kind' }, L()[FACT_LABEL[f.k]], f.t && el('span', {}, L().types[f.t] || f.t)),
    el('p', { class: 'big' }, meaning(f)), f.w && el('p', { class: 'note' }, won(f.w)), f.n === 'relative' && f.f && el('p', { class: 'note' }, L().relative),
    el('dl', {}, pairs.filter(([, v]) => v).map(([k, v]) => [el('dt', {}, k), el('dd', {}, v)]))]);
  tip.hidden = false;
  mark.setAttribute('aria-describedby', 'tip');
  const r = mark.getClientRects()[0], w = tip.offsetWidth, h = tip.offsetHeight;
  tip.style.left = `${Math.max(8, Math.min(innerWidth - w - 8, r.left + r.width / 2 - w / 2))}px`;
  tip.style.top = `${r.top - h - 10 > 8 ? r.top - h - 10 : r.bottom + 10}px`;
}

function hideTip() {
  $('tip').hidden = true;
  document.querySelectorAll('[aria-describedby="tip"]').forEach(m => m.removeAttribute('aria-describedby'));
}

function initTips() {
  const of = e => e.target.closest && e.target.closest('mark.fact');
  $('article').addEventListener('mouseover', e => of(e) && showTip(of(e)));
  $('article').addEventListener('mouseout', e => of(e) && hideTip());
  $('article').addEventListener('focusin', e => of(e) && showTip(of(e)));
  $('article').addEventListener('focusout', e => of(e) && hideTip());
  const moved = () => { // a fact that is reached by Tab may scroll into sight
    const fact = document.activeElement;
    if (fact && fact.matches('mark.fact')) showTip(fact); else hideTip();
  };
  $('main').addEventListener('scroll', moved, { passive: true });
  addEventListener('scroll', moved, { passive: true });
}

// markHits shows the searched words without touching the elements.
function markHits() {
  if (!window.Highlight || !CSS.highlights) return;
  CSS.highlights.delete('hit');
  if (!filter.words || !filter.words.length) return;
  const ranges = [], walker = document.createTreeWalker($('article'), NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode());) {
    const text = node.data.toLowerCase();
    if (text.length !== node.data.length) continue;
    for (const w of filter.words) for (let i = text.indexOf(w); i >= 0; i = text.indexOf(w, i + w.length)) {
      const range = new Range();
      range.setStart(node, i);
      range.setEnd(node, i + w.length);
      ranges.push(range);
    }
  }
  CSS.highlights.set('hit', new Highlight(...ranges));
}
