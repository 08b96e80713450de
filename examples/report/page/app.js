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

// open shows an article; its number stands in the address, so that Back works.
function open(i, keepFocus) {
  list.selected = i;
  repeatsShown = false;
  document.body.classList.add('reading');
  showArticle(i);
  list.reveal();
  if (location.hash !== `#${i + 1}`) history.replaceState(null, '', `#${i + 1}`);
  if (!keepFocus && innerWidth < 800) scrollTo(0, 0);
}

function setLanguage(name) {
  lang = name;
  document.documentElement.lang = name;
  document.querySelectorAll('[data-label]').forEach(e => { e.textContent = L()[e.dataset.label]; });
  document.querySelectorAll('[data-placeholder]').forEach(e => { e.placeholder = L()[e.dataset.placeholder]; });
  document.querySelectorAll('[data-aria]').forEach(e => { e.setAttribute('aria-label', L()[e.dataset.aria]); });
  $('theme').title = L().theme;
  $('language').textContent = L().language;
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

function start() {
  $('cluster-count').textContent = data.clusters.length || '';
  document.querySelectorAll('#views button').forEach(b => b.addEventListener('click', () => show(b.dataset.view)));
  $('language').addEventListener('click', () => setLanguage(lang === 'ko' ? 'en' : 'ko'));
  $('theme').addEventListener('click', () => {
    const dark = document.documentElement.dataset.theme ? document.documentElement.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
    document.documentElement.dataset.theme = dark ? 'light' : 'dark';
  });
  list.init();
  initFilters();
  initTips();
  initKeys();
  setLanguage(data.labels);
  let timer;
  addEventListener('resize', () => { clearTimeout(timer); timer = setTimeout(() => view === 'charts' && drawCharts(), 150); });
  const asked = +location.hash.slice(1) - 1;
  if (articles[asked]) open(asked, true);
  else if (articles.length && innerWidth >= 800) open(0, true);
}

start();
