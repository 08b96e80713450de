// What the reader has chosen. It lives in the address, so that a view can be kept and sent.

const DEFAULTS = {
  view: 'articles',
  q: '',
  pub: '',
  org: '',
  by: '',
  from: '',
  to: '',
  once: '', // which articles
  a: '',
  f: '', // the article that is open, from 1, and the fact in it that was asked for, from 0
  kind: '',
  of: '',
  unit: '',
  min: '',
  max: '',
  mfrom: '',
  mto: '',
  sure: '',
  near: '',
  sort: '', // which facts
  list: '', // how the list is sorted: as read, new, old
  order: '',
  left: '',
  right: '', // duplicates
  span: '', // the time that charts show
};
export const VIEWS = ['articles', 'facts', 'duplicates', 'charts'];
export const ARTICLE_FILTERS = ['q', 'pub', 'org', 'by', 'from', 'to', 'once'];
export const FACT_FILTERS = ['kind', 'of', 'unit', 'min', 'max', 'mfrom', 'mto', 'sure', 'near'];

export const state = { ...DEFAULTS };
const listeners = [];
export const onChange = act => listeners.push(act);

// address is the part of the address behind # for what is chosen, some of it changed.
export function address(part = {}) {
  const p = new URLSearchParams(),
    all = { ...state, ...part };
  for (const [k, v] of Object.entries(all)) if (k !== 'view' && v !== DEFAULTS[k]) p.set(k, v);
  return `#${all.view}${p.toString() && `?${p}`}`;
}

// read takes over what the address says. "#12" is the twelfth article, as older reports wrote it.
function read() {
  const [view, rest] = decodeHash().split(/\?(.*)/s);
  Object.assign(state, DEFAULTS);
  if (VIEWS.includes(view)) state.view = view;
  else if (/^\d+$/.test(view)) state.a = view;
  for (const [k, v] of new URLSearchParams(rest || '')) if (k in DEFAULTS && k !== 'view') state[k] = v;
}

const decodeHash = () => location.hash.slice(1);

// change sets some of what is chosen, writes the address and tells those who listen which names have changed. push: the
// browser's Back returns to what was before.
export function change(part, { push = false } = {}) {
  const changed = Object.keys(part).filter(k => state[k] !== String(part[k] ?? ''));
  if (!changed.length) return;
  for (const k of changed) state[k] = String(part[k] ?? '');
  history[push ? 'pushState' : 'replaceState'](null, '', address());
  tell(changed);
}

const tell = changed => listeners.forEach(act => act(new Set(changed)));

export function initState() {
  read();
  addEventListener('popstate', () => {
    read();
    tell(Object.keys(DEFAULTS));
  });
  addEventListener('hashchange', () => {
    if (location.hash !== address()) {
      read();
      tell(Object.keys(DEFAULTS));
    }
  });
}

export const isFiltered = names => names.some(n => state[n] !== DEFAULTS[n]);
export const cleared = names => Object.fromEntries(names.map(n => [n, DEFAULTS[n]]));
