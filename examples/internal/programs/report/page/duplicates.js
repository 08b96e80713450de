// Clusters of articles that repeat one another, two of them side by side.
const pair = { cluster: 0, copy: 0 };

function showDuplicates(cluster, article) {
  pair.cluster = cluster;
  pair.copy = Math.max(0, data.clusters[cluster].c.findIndex(m => m.a === article));
  show('duplicates');
}

function drawDuplicates() {
  const place = $('duplicates');
  if (!data.clusters.length) { place.replaceChildren(el('p', { class: 'empty' }, L().noDuplicates)); return; }
  const clusters = el('ol', { class: 'clusters' }, data.clusters.map((c, n) => el('li', {}, el('button', { type: 'button', onclick: () => choose(n, 0) },
    el('span', { class: 'headline', lang: articles[c.o].lang }, articles[c.o].title || L().noTitle), el('span', { class: 'meta' }, L().copies(c.c.length))))));
  place.replaceChildren(el('div', { class: 'dup' }, clusters, el('div', { class: 'compare' })));
  choose(pair.cluster, pair.copy);
  clusters.querySelector('[aria-current]').scrollIntoView({ block: 'nearest' });
}

// choose puts a copy beside the original of its cluster; the list stays as it is, with its focus and its place.
function choose(cluster, copy) {
  const place = $('duplicates');
  Object.assign(pair, { cluster, copy });
  place.querySelector('.clusters [aria-current]')?.removeAttribute('aria-current');
  place.querySelectorAll('.clusters button')[cluster].setAttribute('aria-current', 'true');
  place.querySelector('.compare').replaceWith(comparison(data.clusters[cluster]));
}

function comparison(c) {
  const m = c.c[pair.copy], a = articles[c.o], b = articles[m.a];
  const runs = diff(a.text, b.text);
  return el('div', { class: 'compare' },
    el('div', { class: 'bar' },
      c.c.length > 1 && el('label', {}, `${L().choose} `, el('select', { id: 'copy', onchange: e => { choose(pair.cluster, +e.target.value); $('copy').focus(); } },
        c.c.map((m, n) => el('option', { value: n, selected: n === pair.copy }, `${articles[m.a].pub || L().unknown} · ${articles[m.a].title || L().noTitle}`)))),
      el('span', { class: 'badge' }, L().kinds[m.k] || m.k),
      el('span', { class: 'share' }, `${L().similarity} `, el('meter', { min: 0, max: 1, value: m.s }), ` ${Math.round(m.s * 100)}%`),
      el('span', { class: 'key' }, el('del', {}, L().onlyFirst), el('ins', {}, L().onlySecond))),
    !runs && el('p', { class: 'note' }, L().cut),
    el('div', { class: 'sides' }, side(a, L().first, runs, -1, 'del'), side(b, isCopy(m) ? L().copy : L().other, runs, 1, 'ins')));
}

function side(a, name, runs, keep, tag) {
  const paragraphs = [[]];
  for (const [which, text] of runs || [[0, a.text]]) {
    if (which !== 0 && which !== keep) continue;
    text.split(/\n+/).forEach((part, n) => {
      if (n) paragraphs.push([]);
      if (part) paragraphs[paragraphs.length - 1].push(which ? el(tag, {}, part) : part);
    });
  }
  return el('section', { lang: a.lang }, el('p', { class: 'kicker' }, `${name} · ${a.pub || L().unknown} · ${day(a.at, true)}`),
    el('h3', {}, el('button', { type: 'button', class: 'plain', onclick: () => { show('articles'); open(a.i); } }, a.title || L().noTitle)),
    el('div', { class: 'body' }, paragraphs.filter(p => p.length).map(p => el('p', {}, p))));
}
