// A list of any length of which only the rows in sight are elements.
import { el } from './dom.js';

const TALLEST = 8e6; // pixels: browsers draw no taller element; a longer list is scrolled in larger steps

// windowed fills box with count rows; row(n) makes one. height() is that of a row in pixels.
export function windowed(box, height, row) {
  const rows = el('div', { class: 'rows', role: 'presentation' }),
    spacer = el('div', { class: 'spacer', role: 'presentation' }, rows);
  let count = 0,
    first = -1,
    last = -1;
  box.append(spacer);
  const self = {
    rows,
    visible: () => Math.max(1, Math.floor(box.clientHeight / height())),
    // show sets how many rows there are and draws anew.
    show(n) {
      count = n;
      first = -1;
      this.draw();
    },
    draw() {
      const h = height(),
        whole = count * h,
        tall = Math.min(whole, TALLEST);
      spacer.style.height = `${tall}px`;
      const room = Math.max(1, tall - box.clientHeight),
        ratio = whole > TALLEST ? (whole - box.clientHeight) / room : 1;
      const top = Math.min(box.scrollTop, room) * ratio;
      const from = Math.max(0, Math.floor(top / h) - 4),
        to = Math.min(count, from + Math.ceil(box.clientHeight / h) + 8);
      rows.style.transform = `translateY(${from * h - top + box.scrollTop}px)`;
      if (from === first && to === last) return;
      [first, last] = [from, to];
      rows.replaceChildren(...Array.from({ length: to - from }, (_, n) => row(from + n)));
    },
    redraw() {
      first = -1;
      this.draw();
    },
    // reveal scrolls a row into sight, with place above it where it was out of sight.
    reveal(n) {
      const h = height(),
        whole = count * h,
        tall = Math.min(whole, TALLEST);
      const ratio = whole > TALLEST ? (whole - box.clientHeight) / (tall - box.clientHeight) : 1;
      const top = box.scrollTop * ratio;
      if (n * h < top || (n + 1) * h > top + box.clientHeight)
        box.scrollTop = Math.max(0, n * h - box.clientHeight / 3) / ratio;
      this.redraw();
    },
  };
  box.addEventListener('scroll', () => requestAnimationFrame(() => self.draw()), { passive: true });
  new ResizeObserver(() => self.redraw()).observe(box);
  return self;
}
