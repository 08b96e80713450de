// Pictures of an article. They lie on the network, so they are asked for only when the reader says so.
import { el, webLink } from './dom.js';
import { L } from './labels.js';

let wanted = false; // once said, for all articles

// pictures writes the captions of an article, with the pictures where they are wanted. again draws anew.
export function pictures(a, again) {
  const list = a.pics || [];
  if (!list.length) return null;
  const some = list.some(([url]) => /^https?:\/\//i.test(url));
  return el(
    'section',
    { class: 'captions' },
    el('h3', {}, L().captions),
    some &&
      !wanted &&
      el(
        'p',
        { class: 'ask' },
        el(
          'button',
          {
            type: 'button',
            class: 'quiet',
            onclick: () => {
              wanted = true;
              again();
            },
          },
          L().showPictures(list.length),
        ),
        ' ',
        el('span', {}, L().picturesAbout),
      ),
    el(
      'div',
      { class: 'figures' },
      list.map(p => figure(p)),
    ),
  );
}

function figure([url, caption, credit]) {
  const shown = wanted && /^https?:\/\//i.test(url);
  const image =
    shown &&
    el('img', {
      src: url,
      alt: caption || L().picture,
      loading: 'lazy',
      referrerpolicy: 'no-referrer',
      onerror: e => e.target.replaceWith(el('span', { class: 'missing' }, L().noPicture)),
    });
  const words = [
    caption,
    credit && el('span', { class: 'credit' }, ` ${credit}`),
    ' ',
    webLink(url, el('span', { class: 'small' }, L().openPicture)),
  ];
  return el('figure', {}, image, el('figcaption', {}, words));
}
