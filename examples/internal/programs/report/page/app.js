// What is in view, the language, the theme, the keys.
let view = 'articles';

function show(name) {
  view = name;
  for (const id of ['articles', 'duplicates', 'charts']) $(id).hidden = id !== name;
  $('filters').hidden = name === 'duplicates';
  document.body.dataset.view = name;
  document.querySelectorAll('#views button').forEach(b => b.setAttribute('aria-current', b.dataset.view === name ? 'page' : 'false'));
  hideTip();
  if (name === 'duplicates') drawDuplicates();
  if (name === 'charts') drawCharts();
  if (name === 'articles') list.render();
}

const narrow = () => innerWidth <= 800; // list and article take turns
const asked = () => +location.hash.slice(1) - 1;

// open shows an article and puts its number into the address. Where it takes the place of the list, Back leads there.
function open(i, keepFocus) {
  const left = narrow() && !document.body.classList.contains('reading');
  list.selected = i;
  repeatsShown = false;
  document.body.classList.add('reading');
  showArticle(i);
  list.reveal();
  if (asked() !== i) history[left ? 'pushState' : 'replaceState'](null, '', `#${i + 1}`);
  if (!keepFocus && narrow()) scrollTo(0, 0);
}

// closeArticle shows the list where it takes turns with the article.
function closeArticle() {
  document.body.classList.remove('reading');
  history.replaceState(null, '', '#');
  list.reveal();
  $('scroller').focus({ preventScroll: true });
}

// visit shows what the address asks for.
function visit() {
  if (articles[asked()]) open(asked(), true);
  else if (narrow()) document.body.classList.remove('reading');
}

function setLanguage(name) {
  lang = name;
  document.documentElement.lang = name;
  document.querySelectorAll('[data-label]').forEach(e => { e.textContent = L()[e.dataset.label]; });
  document.querySelectorAll('[data-placeholder]').forEach(e => { e.placeholder = L()[e.dataset.placeholder]; });
  document.querySelectorAll('[data-aria]').forEach(e => { e.setAttribute('aria-label', L()[e.dataset.aria]); });
  $('theme').title = L().theme;
  $('language').textContent = L().language;
  $('cluster-count').textContent = data.clusters.length ? num(data.clusters.length) : '';
  $('failed').textContent = L().failed(data.failed.length);
  fillFilters();
  applyFilter();
  if (list.selected >= 0) showArticle(list.selected);
  show(view);
}

function initKeys() {
  document.addEventListener('keydown', e => {
    const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(e.target.tagName);
    if (e.key === 'Escape') { hideTip(); if (typing) e.target.blur(); }
    if (typing || e.ctrlKey || e.metaKey || e.altKey) return;
    if (e.key === '/') { e.preventDefault(); if (view === 'duplicates') show('articles'); $('query').focus(); }
    if (view === 'articles' && (e.key === 'j' || e.key === 'k')) list.step(e.key === 'j' ? 1 : -1);
  });
}

// initTheme follows the system until somebody chooses.
function initTheme() {
  const root = document.documentElement, system = matchMedia('(prefers-color-scheme: dark)');
  let chosen;
  const set = () => { root.dataset.theme = chosen || (system.matches ? 'dark' : 'light'); };
  system.addEventListener('change', set);
  $('theme').addEventListener('click', () => { chosen = root.dataset.theme === 'dark' ? 'light' : 'dark'; set(); });
  set();
}

function start() {
    document.querySelectorAll('#views button').forEach(b => b.addEventListener('click', () => show(b.dataset.view)));
  $('language').addEventListener('click', () => setLanguage(lang === 'ko' ? 'en' : 'ko'));
  initTheme();
  list.init();
  initFilters();
  initFailed();
  initTips();
  initKeys();
  setLanguage(data.labels);
  let timer;
  addEventListener('resize', () => { clearTimeout(timer); timer = setTimeout(() => view === 'charts' && drawCharts(), 150); });
  addEventListener('popstate', visit);
  if (!articles[asked()] && articles.length && !narrow()) open(0, true);
  else visit();
}

start();
