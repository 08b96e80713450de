// The list of articles: only the rows in sight exist, so thousands stay fluid.
const ROW = 112;
const list = {
  selected: -1, // number of the article

  render(fromTop) {
    const box = $('scroller');
    if (fromTop) box.scrollTop = Math.max(0, shown.indexOf(this.selected) * ROW - box.clientHeight / 3);
    $('spacer').style.height = `${shown.length * ROW}px`;
    const first = Math.max(0, Math.floor(box.scrollTop / ROW) - 4);
    const last = Math.min(shown.length, first + Math.ceil(box.clientHeight / ROW) + 8);
    $('rows').style.transform = `translateY(${first * ROW}px)`;
    $('rows').replaceChildren(...shown.slice(first, last).map((i, n) => this.row(articles[i], first + n)));
    box.setAttribute('aria-activedescendant', shown.includes(this.selected) ? `row-${this.selected}` : '');
  },

  row(a, position) {
    const counts = { amount: 0, date: 0, organization: 0 };
    for (const f of a.facts || []) counts[f.k === 'duration' ? 'date' : f.k]++;
    const twins = clusterOf.get(a.i);
    return el('div', {
      class: 'row', id: `row-${a.i}`, role: 'option', 'aria-selected': String(a.i === this.selected),
      'aria-setsize': shown.length, 'aria-posinset': position + 1, onclick: () => open(a.i),
    },
    el('div', { class: 'meta' }, el('span', { class: 'pub' }, a.pub || L().unknown), el('time', {}, day(a.at))),
    el('div', { class: 'headline', lang: a.lang }, a.title || L().noTitle),
    el('div', { class: 'dots' },
      Object.entries(counts).filter(([, n]) => n).map(([k, n]) => el('span', { class: `dot ${k}`, title: L()[FACT_LABEL[k]] }, el('span', { class: 'sr' }, `${L()[FACT_LABEL[k]]} `), num(n))),
      twins !== undefined && el('span', { class: 'twin' }, L().twins(data.clusters[twins].c.length))));
  },

  // step moves the selection.
  step(by) {
    if (!shown.length) return;
    const at = shown.indexOf(this.selected);
    open(shown[Math.max(0, Math.min(shown.length - 1, at < 0 ? 0 : at + by))], true);
  },

  reveal() {
    const box = $('scroller'), top = shown.indexOf(this.selected) * ROW;
    if (top < box.scrollTop) box.scrollTop = top;
    if (top + ROW > box.scrollTop + box.clientHeight) box.scrollTop = top + ROW - box.clientHeight;
    this.render();
  },

  init() {
    $('scroller').addEventListener('scroll', () => requestAnimationFrame(() => this.render()), { passive: true });
    new ResizeObserver(() => this.render()).observe($('scroller'));
    $('scroller').addEventListener('keydown', e => {
      const by = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8, Home: -1e9, End: 1e9 }[e.key];
      if (by) { e.preventDefault(); this.step(by); }
      if (e.key === 'Enter') $('main').focus();
    });
  },
};
