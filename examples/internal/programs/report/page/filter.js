// Which articles are shown.
const data = JSON.parse($('data').textContent);
const articles = data.articles;
const orgNumber = new Map(data.orgs.map((o, i) => [o.n, i]));
const filter = { query: '', publisher: '', org: '', from: '', to: '' };
let shown = articles.map((_, i) => i);

articles.forEach((a, i) => {
  a.i = i;
  a.day = (a.at || '').slice(0, 10);
});
const haystack = i => articles[i].fold ??= fold([articles[i].title, articles[i].sub || '', (articles[i].by || []).join(' '), articles[i].text].join('\n'));

// clusterOf tells for an article which cluster it stands in; one that only shares much with several, the first of them.
const isCopy = m => m.k !== 'contains' && m.k !== 'contained';
const clusterOf = new Map();
const stand = (i, n) => clusterOf.has(i) || clusterOf.set(i, n);
data.clusters.forEach((c, n) => [c.o, ...c.c.filter(isCopy).map(m => m.a)].forEach(i => stand(i, n)));
data.clusters.forEach((c, n) => c.c.forEach(m => stand(m.a, n)));

function matches(a) {
  if (filter.publisher && (a.pub || '') !== (filter.publisher === '?' ? '' : filter.publisher)) return false;
  if (filter.from && (!a.day || a.day < filter.from)) return false;
  if (filter.to && (!a.day || a.day > filter.to)) return false;
  if (filter.org) {
    const known = orgNumber.get(filter.org);
    const numbers = a.orgs || [];
    if (known !== undefined ? !numbers.includes(known) : !numbers.some(n => fold(data.orgs[n].n).includes(fold(filter.org)))) return false;
  }
  return filter.words.every(w => haystack(a.i).includes(w));
}

function applyFilter() {
  filter.words = fold(filter.query).split(/\s+/).filter(Boolean);
  shown = articles.filter(matches).map(a => a.i);
  $('found').textContent = L().found(shown.length, articles.length);
  $('reset').hidden = !(filter.query || filter.publisher || filter.org || filter.from || filter.to);
  $('none').hidden = shown.length > 0;
  list.render(true);
  if (view === 'charts') drawCharts();
}

// setFilter changes some of the conditions and the fields that show them.
function setFilter(change) {
  Object.assign(filter, change);
  for (const name of ['query', 'publisher', 'org', 'from', 'to']) $(name).value = filter[name];
  applyFilter();
}

function initFilters() {
  let timer;
  const listen = (id, wait) => $(id).addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => { filter[id] = $(id).value.trim(); applyFilter(); }, wait);
  });
  listen('query', 120);
  listen('org', 120);
  ['publisher', 'from', 'to'].forEach(id => listen(id, 0));
  $('reset').addEventListener('click', () => { setFilter({ query: '', publisher: '', org: '', from: '', to: '' }); $('query').focus(); });
}

// fillFilters writes what can be chosen, the most frequent first.
function fillFilters() {
  const count = new Map();
  articles.forEach(a => count.set(a.pub || '', (count.get(a.pub || '') || 0) + 1));
  const names = [...count].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  $('publisher').replaceChildren(el('option', { value: '' }, L().all),
    ...names.map(([name, n]) => el('option', { value: name || '?' }, `${name || L().unknown} (${num(n)})`)));
  $('publisher').value = filter.publisher;
  const orgs = orgCounts(articles.map(a => a.i)).slice(0, 500);
  $('orgs').replaceChildren(...orgs.map(([o]) => el('option', { value: data.orgs[o].n })));
}

// initFailed has the files that could not be read named on demand, each with the reason.
function initFailed() {
  const box = $('failures');
  $('failed').hidden = !data.failed.length;
  $('failed').addEventListener('click', () => {
    box.replaceChildren(el('h2', { id: 'failures-title' }, L().failed(data.failed.length)),
      table([L().file, L().reason], data.failed.map(f => [f.file, f.error])),
      el('form', { method: 'dialog' }, el('button', { class: 'quiet' }, L().close)));
    box.showModal();
  });
}

// orgCounts counts the articles that name each organization, the most frequent first.
function orgCounts(numbers) {
  const count = new Map();
  for (const i of numbers) for (const o of articles[i].orgs || []) count.set(o, (count.get(o) || 0) + 1);
  return [...count].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
}
