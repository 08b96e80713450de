// The fields that say which articles are shown.
import { facts, index } from './data.js';
import { $, el, table, wait } from './dom.js';
import { L, num } from './labels.js';
import { orgCounts } from './orgcharts.js';
import { found, warm } from './select.js';
import { ARTICLE_FILTERS, FACT_FILTERS, change, cleared, isFiltered, state } from './state.js';

const TEXTS = ['q', 'org', 'by'],
  CHOICES = ['pub', 'from', 'to'];
const MOST_OFFERED = 500;

// showFilters has the fields say what the address says, but the one that is being typed into.
export function showFilters() {
  for (const name of [...TEXTS, ...CHOICES]) if (document.activeElement !== $(name)) $(name).value = state[name];
  $('once').checked = state.once !== '';
  $('list-order').replaceChildren(
    ...Object.entries(L().listOrders).map(([value, words]) => el('option', { value }, words)),
  );
  $('list-order').value = state.list;
  const filtered = isFiltered(ARTICLE_FILTERS) || (state.view === 'facts' && isFiltered(FACT_FILTERS));
  $('reset').hidden = !filtered;
  const others = ARTICLE_FILTERS.filter(n => n !== 'q' && state[n] !== '').length;
  $('filter-count').textContent = others ? ` ${others}` : '';
}

export function showFound() {
  $('found').textContent = [found.busy, L().found(found.list.length, index.count), found.note]
    .filter(Boolean)
    .join(' · ');
  $('none').hidden = found.list.length > 0 || found.busy !== '';
}

export function initFilters() {
  for (const name of TEXTS)
    $(name).addEventListener(
      'input',
      wait(140, () => change({ [name]: $(name).value.trim() })),
    );
  for (const name of CHOICES) $(name).addEventListener('input', () => change({ [name]: $(name).value }));
  $('q').addEventListener('focus', warm);
  $('once').addEventListener('change', () => change({ once: $('once').checked ? '1' : '' }));
  $('list-order').addEventListener('change', () => change({ list: $('list-order').value }));
  $('reset').addEventListener('click', () => {
    const names = state.view === 'facts' ? [...ARTICLE_FILTERS, ...FACT_FILTERS] : ARTICLE_FILTERS;
    $('q').focus();
    [...TEXTS, ...CHOICES].forEach(name => {
      $(name).value = '';
    });
    change(cleared(names));
  });
  $('copy-address').addEventListener('click', copyAddress);
  $('open-filters').addEventListener('click', () => {
    const open = document.body.classList.toggle('filtering');
    $('open-filters').setAttribute('aria-expanded', String(open));
  });
  initFailed();
}

async function copyAddress() {
  const button = $('copy-address');
  try {
    await navigator.clipboard.writeText(location.href);
  } catch {
    // not allowed for files everywhere
    const field = el('textarea', { class: 'sr' }, location.href);
    document.body.append(field);
    field.select();
    document.execCommand('copy');
    field.remove();
    button.focus();
  }
  button.textContent = L().copied;
  setTimeout(() => {
    button.textContent = L().copyAddress;
  }, 1600);
}

// fillFilters writes what can be chosen, the most frequent first.
export function fillFilters() {
  const count = new Map();
  for (let i = 0; i < index.count; i++) {
    const n = index.outlet[i];
    count.set(n, (count.get(n) || 0) + 1);
  }
  const names = [...count].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  $('pub').replaceChildren(
    el('option', { value: '' }, L().anyPublisher),
    ...names.map(([n, k]) =>
      el(
        'option',
        { value: n < 0 ? '?' : index.outlets[n] },
        `${n < 0 ? L().unknown : index.outlets[n]} (${num(k)})`,
      ),
    ),
  );
  $('pub').value = state.pub;
  const by = new Map();
  index.by.forEach(list => list.forEach(n => by.set(n, (by.get(n) || 0) + 1)));
  offer(
    'authors',
    [...by].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([n]) => index.authors[n]),
  );
}

const offer = (id, names) =>
  $(id).replaceChildren(...names.slice(0, MOST_OFFERED).map(value => el('option', { value })));

// offerOrganizations needs the facts, which come later.
export function offerOrganizations() {
  if (facts.count !== undefined)
    offer(
      'orgs',
      orgCounts(index.titles.keys()).map(([o]) => index.orgs[o].n),
    );
}

// initFailed has the files that could not be read named on demand, each with the reason.
function initFailed() {
  const box = $('failures');
  $('failed').hidden = !index.failed.length;
  $('failed').addEventListener('click', () => {
    box.replaceChildren(
      el('h2', { id: 'failures-title' }, L().failed(index.failed.length)),
      table(
        [L().file, L().reason],
        index.failed.map(f => [f.file, f.error]),
      ),
      el('form', { method: 'dialog' }, el('button', { class: 'quiet' }, L().close)),
    );
    box.showModal();
  });
}
