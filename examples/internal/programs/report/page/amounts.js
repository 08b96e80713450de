// The largest single amounts by organization. Nothing is added up.
import { FLAG, MONEY, factOf, facts, index, language, orgName, outlet } from './data.js';
import { badges } from './article.js';
import { el } from './dom.js';
import { day, isMarked, won } from './format.js';
import { L, num } from './labels.js';
import { isFound } from './select.js';
import { FACT_FILTERS, address, change, cleared } from './state.js';

const FIRST = 8,
  STEP = 12,
  MOST_OF_ONE = 30;
const look = { orgs: FIRST, marked: false, open: new Set() };

// largest gives for each organization its amounts, the largest first, each once however many articles say it: the row
// to show, how many stories and how many articles. Where marked is false, organizations stand in order of the largest
// amount that is no rate, part or change, and those that have none are left out.
export function largest(marked) {
  const won = index.units.indexOf('KRW'),
    orgs = new Map();
  for (let row = 0; row < facts.count; row++) {
    if (
      facts.kind[row] !== MONEY ||
      facts.unit[row] !== won ||
      !facts.who[row] ||
      !isFound(row) ||
      !(facts.value[row] > 0)
    )
      continue;
    if (facts.flags[row] & FLAG.converted) continue;
    const o = facts.who[row],
      key = `${facts.value[row]} ${isMarked(facts.flags[row])}`;
    const amounts = orgs.get(o) || orgs.set(o, new Map()).get(o);
    const one = amounts.get(key) || amounts.set(key, { row, stories: new Set(), articles: new Set() }).get(key);
    one.stories.add(index.story[facts.article[row]]);
    one.articles.add(facts.article[row]);
    if (isBetter(row, one.row)) one.row = row;
  }
  const top = list => list.find(a => marked || !isMarked(facts.flags[a.row]));
  return [...orgs]
    .map(([org, amounts]) => [
      org,
      [...amounts.values()].sort((a, b) => facts.value[b.row] - facts.value[a.row] || a.row - b.row),
    ])
    .filter(([, list]) => top(list))
    .map(([org, list]) => ({ org, first: top(list), rest: list.filter(a => a !== top(list)) }))
    .sort((a, b) => facts.value[b.first.row] - facts.value[a.first.row] || a.org - b.org);
}

// isBetter: the original rather than a copy, else the earlier article.
function isBetter(row, other) {
  const [a, b] = [facts.article[row], facts.article[other]];
  if ((index.story[a] === a) !== (index.story[b] === b)) return index.story[a] === a;
  return (index.at[a] || '9') < (index.at[b] || '9');
}

// amountsCard draws the organizations. again draws the card anew.
export function amountsCard(again) {
  const list = largest(look.marked),
    shown = list.slice(0, look.orgs);
  return el(
    'section',
    { class: 'card money', 'aria-labelledby': 'money-title' },
    el(
      'div',
      { class: 'card-head' },
      el('h2', { id: 'money-title' }, L().money),
      el(
        'label',
        { class: 'check' },
        el('input', {
          type: 'checkbox',
          id: 'marked',
          checked: look.marked,
          onchange: e => {
            look.marked = e.target.checked;
            again('marked');
          },
        }),
        L().marked,
      ),
    ),
    el('p', { class: 'about' }, L().moneyAbout),
    shown.length
      ? el(
          'ol',
          { class: 'purse' },
          shown.map(o => el('li', {}, organization(o, again))),
        )
      : el('p', { class: 'empty' }, L().nothing),
    unnamed(),
    list.length > shown.length &&
      el(
        'button',
        {
          type: 'button',
          class: 'quiet',
          id: 'more-orgs',
          onclick: () => {
            look.orgs += STEP;
            again('more-orgs');
          },
        },
        `${L().moreOrgs} (${num(list.length - shown.length)})`,
      ),
  );
}

// unnamed tells of the sums that stand in a sentence without an organization, and leads to them all.
function unnamed() {
  const won = index.units.indexOf('KRW');
  let n = 0;
  for (let row = 0; row < facts.count; row++)
    if (facts.kind[row] === MONEY && facts.unit[row] === won && !facts.who[row] && isFound(row)) n++;
  const all = address({ ...cleared(FACT_FILTERS), view: 'facts', kind: 'money', unit: 'KRW', sort: '-value' });
  return el('p', { class: 'note' }, n > 0 && `${L().unnamed(n)} `, el('a', { href: all }, L().allAmounts));
}

function organization({ org, first, rest }, again) {
  const open = look.open.has(org),
    name = orgName(org),
    id = `more-${org}`;
  const toggle = () => {
    open ? look.open.delete(org) : look.open.add(org);
    again(id);
  };
  return [
    el(
      'h3',
      {},
      el(
        'button',
        { type: 'button', class: 'plain', onclick: () => change({ view: 'articles', org: name }, { push: true }) },
        name,
      ),
    ),
    amount(first, 'large'),
    open &&
      el(
        'ul',
        { class: 'others' },
        rest.slice(0, MOST_OF_ONE).map(a => el('li', {}, amount(a, 'small'))),
      ),
    rest.length > 0 &&
      el(
        'button',
        { type: 'button', class: 'quiet', id, 'aria-expanded': String(open), onclick: toggle },
        open ? L().fewer : L().more(rest.length),
      ),
  ];
}

// amount writes one amount with its sentence and the way into its article.
function amount({ row, stories, articles }, size) {
  const i = facts.article[row],
    bits = facts.flags[row],
    sentence = el('p', { class: 'sentence', lang: language(i) }, '…'),
    bound = el('span', { class: 'bound' });
  factOf(row).then(({ f, raw, before, after }) => {
    sentence.replaceChildren(before, el('mark', { class: 'amount' }, raw), after);
    bound.textContent = [f.b && L().bounds[f.b], f.p && `/ ${f.p}`, f.a].filter(Boolean).join(' ');
  });
  return el(
    'div',
    { class: `sum ${size}`, 'data-row': row },
    el('p', { class: 'figure' }, el('b', {}, won(facts.value[row])), ' ', bound, badges(bits)),
    sentence,
    el(
      'p',
      { class: 'from' },
      el(
        'a',
        { href: address({ view: 'articles', a: String(i + 1), f: String(row - index.first[i]) }) },
        index.titles[i] || L().noTitle,
      ),
      ` ${[outlet(i) || L().unknown, day(index.at[i])].filter(Boolean).join(' · ')}`,
      stories.size > 1 && ` · ${L().stories(stories.size)}`,
      articles.size > stories.size && ` · ${L().withCopies(articles.size - stories.size)}`,
    ),
  );
}
