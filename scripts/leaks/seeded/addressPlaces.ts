import { encoded, inHead, live, type SeedPlace } from './seedPlace.ts';

const once = encodeURIComponent;
const twice = (text: string) => once(once(text));
const form = (text: string) => new URLSearchParams({ v: text }).toString().slice('v='.length);
const base64 = (text: string) => Buffer.from(text).toString('base64');
const base64url = (text: string) => Buffer.from(text).toString('base64url');
const host = 'https://shop.example';

/** Ways to write a value into an address. */
const spellings: readonly (readonly [string, (written: string) => string])[] = [
  ['query', (w) => `${host}/a?ref=${once(w)}&page=2`],
  ['query, encoded twice', (w) => `${host}/a?next=${once(`/b?ref=${once(w)}`)}`],
  ['query, form', (w) => `${host}/a?q=x&ref=${form(w)}`],
  ['query, base64', (w) => `${host}/a?ctx=${once(base64(w))}`],
  ['query, JSON in base64', (w) => `${host}/a?ctx=${base64url(JSON.stringify({ contact: w }))}`],
  ['query, JSON', (w) => `${host}/a?ctx=${once(JSON.stringify({ contact: w }))}`],
  ['path', (w) => `${host}/u/${once(w)}/edit`],
  ['path, encoded twice', (w) => `${host}/u/${twice(w)}/edit`],
  ['hash', (w) => `${host}/a#ref=${once(w)}`],
  ['hash route', (w) => `${host}/#/u/${once(w)}/edit?x=1`],
  ['relative', (w) => `/u?ref=${once(w)}`],
  ['data address', (w) => `data:text/plain;base64,${base64(`to ${w}`)}`],
];

/** Where addresses stand. */
const holders: readonly (readonly [string, (address: string) => string])[] = [
  ['image src', (v) => `<img src="${v}" alt="">`],
  ['srcset', (v) => `<img src="/i.png" srcset="/i.png 1x, ${v} 2x" alt="">`],
  ['form action', (v) => `<form action="${v}"><button>x</button></form>`],
  ['formaction', (v) => `<button type="button" formaction="${v}">x</button>`],
  ['ping', (v) => `<a href="#p" ping="${v}">x</a>`],
  ['poster', (v) => `<video poster="${v}"></video>`],
  ['cite', (v) => `<blockquote cite="${v}">x</blockquote>`],
  ['object data', (v) => `<object data="${v}" type="text/none"></object>`],
  ['style url', (v) => `<p style="background-image: url(${v})">x</p>`],
  ['source src', (v) => `<video><source src="${v}"></video>`],
  ['track src', (v) => `<video><track src="${v}"></video>`],
  ['area href', (v) => `<map name="m"><area href="${v}" alt=""></map>`],
  ['SVG link', (v) => `<svg><a xlink:href="${v}"><text>x</text></a></svg>`],
];

const query = (w: string) => `${host}/a?ref=${once(w)}`;

/** Addresses: in every way to write them on a link, and one way in every place that takes one. */
export const addressPlaces: readonly SeedPlace[] = [
  ...spellings.map(([id, write]) => encoded(`link, ${id}`, write, (v) => `<a href="${v}">x</a>`)),
  ...holders.map(([id, html]) => encoded(id, query, html)),
  {
    id: 'mailto',
    in: 'body',
    plant: ({ kind, written }) =>
      kind === 'email'
        ? { html: `<a href="mailto:${once(written)}?subject=x">x</a>`, sent: [`mailto:${once(written)}`] }
        : undefined,
  },
  {
    id: 'tel',
    in: 'body',
    plant({ kind, written }) {
      const number = written.replace('(0)', '').replace(/[^\d+]/g, '');
      return kind === 'phone' && written.startsWith('+')
        ? { html: `<a href="tel:${number}">x</a>`, sent: [`tel:${number}`] }
        : undefined;
    },
  },
  inHead(
    encoded(
      'meta refresh',
      (w) => `0;url=${query(w)}`,
      (v) => `<meta http-equiv="x-refresh" content="${v}">`,
    ),
  ),
  inHead(encoded('link href', query, (v) => `<link rel="canonical" href="${v}">`)),
  inHead(encoded('prefetch', query, (v) => `<link rel="x-prefetch" href="${v}">`)),
  live(
    encoded(
      'frame src',
      (w) => `about:blank?ref=${once(w)}`,
      (v) => `<iframe src="${v}"></iframe>`,
    ),
  ),
];
