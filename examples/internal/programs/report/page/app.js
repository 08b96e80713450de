// The page as a whole: what is in view, the language, the theme, the keys, and what is drawn when something changes.
//
// Who uses whom, from the ground up: dom; windowed, data; fold, numerals; query; labels; format; state; select (which
// articles are shown); marks, list, pictures; article; rows (which facts are shown), exporting, factsview; diff,
// duplicates; amounts, measures, timeline, orgcharts; filters; app. A module imports only from those before it.
import { amountsCard } from './amounts.js';
import { hideTip, initArticle, redrawArticle, showArticle } from './article.js';
import { index, load, loadFacts } from './data.js';
import { $, el, wait } from './dom.js';
import { drawDuplicates, drawPair, initDuplicates } from './duplicates.js';
import { drawFacts, fillFactFilters, initFacts } from './factsview.js';
import { fillFilters, initFilters, offerOrganizations, showFilters, showFound } from './filters.js';
import { L, num, setSpeech, speaks } from './labels.js';
import { drawList, initList, narrow, revealSelected, selected, step } from './list.js';
import { eventsCard, measuresCard } from './measures.js';
import { togetherCard, topCard } from './orgcharts.js';
import { found, onFound, select } from './select.js';
import { ARTICLE_FILTERS, FACT_FILTERS, VIEWS, change, initState, onChange, state } from './state.js';
import { timeline } from './timeline.js';

// showView has one of the views in sight.
function showView() {
  for (const id of VIEWS) $(id).hidden = id !== state.view;
  document.body.dataset.view = state.view;
  document.body.classList.toggle('reading', state.view === 'articles' && selected() >= 0);
  document
    .querySelectorAll('#views button')
    .forEach(b => b.setAttribute('aria-current', b.dataset.view === state.view ? 'page' : 'false'));
  hideTip();
}

function drawView() {
  if (state.view === 'articles') drawList();
  if (state.view === 'facts') {
    fillFactFilters();
    drawFacts();
  }
  if (state.view === 'duplicates') drawDuplicates();
  if (state.view === 'charts') drawCharts();
}

// drawCharts draws all charts, and keeps the focus on the element of that id.
function drawCharts(focus) {
  const place = $('charts'),
    wide = Math.min(1360, Math.max(280, place.clientWidth - (narrow() ? 32 : 72))),
    inner = w => w - (narrow() ? 34 : 54);
  const half = innerWidth > 1000 ? (wide - 26) / 2 : wide,
    top = place.scrollTop;
  place.replaceChildren(
    el(
      'div',
      { class: 'cards' },
      timeline(inner(wide), drawCharts),
      amountsCard(drawCharts),
      measuresCard(drawCharts),
      eventsCard(drawCharts),
      topCard(inner(half)),
      togetherCard(inner(half)),
    ),
  );
  place.scrollTop = top;
  if (focus && $(focus)) ($(focus).querySelector('[tabindex="0"]') || $(focus)).focus();
}

// changed draws what hangs on the names that have changed.
function changed(names) {
  const any = list => list.some(n => names.has(n));
  showFilters();
  if (any(['view', 'a'])) showView();
  if (any([...ARTICLE_FILTERS, 'list'])) {
    $('found').setAttribute('aria-busy', 'true');
    select();
  } // which draws the view
  else if (names.has('view')) {
    drawView();
    if (follow()) return;
  } else if (state.view === 'facts' && any([...FACT_FILTERS, 'sort'])) {
    fillFactFilters();
    drawFacts();
  } else if (state.view === 'duplicates' && names.has('order')) drawDuplicates();
  else if (state.view === 'duplicates' && any(['left', 'right'])) drawPair();
  else if (state.view === 'charts' && names.has('span')) drawCharts();
  if (any(['a', 'f']) || (names.has('view') && state.view === 'articles')) {
    showArticle(selected(), state.f);
    revealSelected();
  }
}

// follow has the pane show an article of the list. It reports whether it had to.
function follow() {
  if (state.view !== 'articles' || narrow() || found.is[selected()] || (selected() < 0 && !found.list.length))
    return false;
  change({ a: found.list.length ? found.list[0] + 1 : '', f: '' });
  return true;
}

// selectionChanged draws what hangs on which articles are shown.
function selectionChanged() {
  showFound();
  if (found.busy) {
    if (state.view === 'articles') drawList();
    return;
  }
  $('found').setAttribute('aria-busy', 'false');
  if (!follow() && state.view === 'articles') redrawArticle();
  if (state.view === 'articles') drawList(true);
  else drawView();
}

function setLanguage(name) {
  setSpeech(name);
  document.documentElement.lang = name;
  document.querySelectorAll('[data-label]').forEach(e => {
    e.textContent = L()[e.dataset.label];
  });
  document.querySelectorAll('[data-placeholder]').forEach(e => {
    e.placeholder = L()[e.dataset.placeholder];
  });
  document.querySelectorAll('[data-aria]').forEach(e => {
    e.setAttribute('aria-label', L()[e.dataset.aria]);
  });
  document.querySelectorAll('[data-title]').forEach(e => {
    e.title = L()[e.dataset.title];
  });
  $('theme').title = L().theme;
  $('language').textContent = L().language;
  $('cluster-count').textContent = index.clusters.length ? num(index.clusters.length) : '';
  $('failed').textContent = L().failed(index.failed.length);
  fillFilters();
}

function initKeys() {
  document.addEventListener('keydown', e => {
    const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(e.target.tagName);
    if (e.key === 'Escape') {
      hideTip();
      if (typing) e.target.blur();
    }
    if (typing || e.ctrlKey || e.metaKey || e.altKey) return;
    if (e.key === '/') {
      e.preventDefault();
      $('q').focus();
    }
    if (state.view === 'articles' && (e.key === 'j' || e.key === 'k')) step(e.key === 'j' ? 1 : -1);
  });
}

// initTheme follows the system until somebody chooses.
function initTheme() {
  const root = document.documentElement,
    system = matchMedia('(prefers-color-scheme: dark)');
  let chosen;
  const set = () => {
    root.dataset.theme = chosen || (system.matches ? 'dark' : 'light');
  };
  system.addEventListener('change', set);
  $('theme').addEventListener('click', () => {
    chosen = root.dataset.theme === 'dark' ? 'light' : 'dark';
    set();
  });
  set();
}

function listen() {
  document
    .querySelectorAll('#views button')
    .forEach(b => b.addEventListener('click', () => change({ view: b.dataset.view }, { push: true })));
  $('language').addEventListener('click', () => {
    setLanguage(speaks() === 'ko' ? 'en' : 'ko');
    showFilters();
    showFound();
    redrawArticle();
    drawView();
  });
  addEventListener(
    'resize',
    wait(150, () => {
      if (state.view === 'charts') drawCharts();
    }),
  );
  onChange(changed);
  onFound(selectionChanged);
}

async function start() {
  initTheme();
  if (!window.DecompressionStream) {
    document.body.dataset.state = 'old';
    return;
  }
  await load();
  initState();
  for (const init of [initList, initArticle, initFilters, initFacts, initDuplicates, initKeys]) init();
  setLanguage(index.labels);
  showFilters();
  showView();
  await loadFacts();
  offerOrganizations();
  listen();
  await select();
  if (selected() >= 0) {
    showArticle(selected(), state.f);
    revealSelected();
  }
  document.body.dataset.state = 'ready';
}

start().catch(e => {
  document.body.dataset.state = 'broken';
  throw e;
});
