import { encoded, escapeHtml, inHead, plain, type SeedPlace } from './seedPlace.ts';

const base64 = (text: string) => Buffer.from(text).toString('base64');
const profile = (written: string) => JSON.stringify({ id: 7, user: { contact: written }, beta: true });
const escaped = (json: string) =>
  json.replace(/[@.+:-]/g, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`);
/** What stands in a script or a style is not HTML. */
const raw = (id: string, encode: (written: string) => string, html: (text: string) => string): SeedPlace => ({
  id,
  in: 'body',
  plant({ written }) {
    const text = encode(written);
    return { html: html(text), sent: [text] };
  },
});

const attributes = [
  'title',
  'aria-label',
  'aria-description',
  'data-owner',
  'data-user-contact',
  'x-note',
  'class',
  'id',
];
const images = ['alt', 'longdesc'];

/** Attributes, fields, comments, data blocks, styles: what is in the markup and not on the screen. */
export const markupPlaces: readonly SeedPlace[] = [
  ...attributes.map((name) => plain(`attribute ${name}`, (v) => `<p ${name}="${v}">x</p>`)),
  ...images.map((name) => plain(`attribute ${name}`, (v) => `<img src="/i.png" ${name}="${v}">`)),
  plain('attribute in capitals', (v) => `<p DATA-Contact="${v}">x</p>`),
  encoded('data attribute, JSON', profile, (v) => `<div data-props="${v}"></div>`),
  encoded(
    'data attribute, JSON in JSON',
    (w) => JSON.stringify({ state: profile(w) }),
    (v) => `<div data-state="${v}"></div>`,
  ),
  encoded(
    'data attribute, JSON with escapes',
    (w) => escaped(profile(w)),
    (v) => `<div data-props="${v}"></div>`,
  ),
  encoded(
    'data attribute, JSON in base64',
    (w) => base64(profile(w)),
    (v) => `<div data-ctx="${v}"></div>`,
  ),
  encoded('data attribute, base64', base64, (v) => `<div data-token="${v}"></div>`),
  encoded('data attribute, percent-encoded', encodeURIComponent, (v) => `<div data-q="${v}"></div>`),
  encoded(
    'data attribute, percent-encoded JSON',
    (w) => encodeURIComponent(profile(w)),
    (v) => `<div data-q="${v}"></div>`,
  ),
  encoded(
    'data attribute, markup',
    (w) => `<b>${escapeHtml(w)}</b>`,
    (v) => `<div data-html="${v}"></div>`,
  ),
  encoded(
    'click handler',
    (w) => `open('${w}')`,
    (v) => `<a onclick="${v}">x</a>`,
  ),
  plain('hidden field', (v) => `<input type="hidden" name="ref" value="${v}">`),
  plain('text field', (v) => `<input name="ref" value="${v}">`),
  plain('read-only field', (v) => `<input readonly value="${v}">`),
  plain('check box', (v) => `<label><input type="checkbox" checked value="${v}">x</label>`),
  plain('radio button', (v) => `<label><input type="radio" name="r" value="${v}">x</label>`),
  plain('submit button', (v) => `<input type="submit" value="${v}">`),
  plain('placeholder', (v) => `<input placeholder="${v}">`),
  plain('text area', (v) => `<textarea>${v}</textarea>`),
  plain('option', (v) => `<select><option>none</option><option>${v}</option></select>`),
  plain('chosen option', (v) => `<select><option selected>${v}</option></select>`),
  plain(
    'option value',
    (v) => `<select><option value="none">a</option><option value="${v}">b</option></select>`,
  ),
  plain('option label', (v) => `<select><option label="${v}">b</option></select>`),
  plain('option group', (v) => `<select><optgroup label="${v}"><option>b</option></optgroup></select>`),
  plain(
    'datalist',
    (v, serial) => `<input list="dl${serial}"><datalist id="dl${serial}"><option value="${v}"></datalist>`,
  ),
  raw(
    'comment',
    (w) => w,
    (v) => `<!-- served to ${v} -->`,
  ),
  raw(
    'comment with references',
    (w) => w.replaceAll('@', '&#64;').replaceAll(' ', '&nbsp;'),
    (v) => `<!-- <p>${v}</p> -->`,
  ),
  raw(
    'JSON-LD',
    (w) => JSON.stringify({ '@context': 'https://schema.org', '@type': 'Person', note: w }),
    (v) => `<script type="application/ld+json">${v}</script>`,
  ),
  raw('JSON block', profile, (v) => `<script type="application/json">${v}</script>`),
  raw(
    'state of a framework',
    (w) => JSON.stringify({ props: { pageProps: { user: { contact: w } } } }),
    (v) => `<script id="__NEXT_DATA__" type="application/json">${v}</script>`,
  ),
  raw(
    'JSON block with escapes',
    (w) => escaped(profile(w)),
    (v) => `<script type="application/json">${v}</script>`,
  ),
  raw(
    'template script',
    (w) => `<p>${w}</p>`,
    (v) => `<script type="text/template">${v}</script>`,
  ),
  raw(
    'inline script',
    (w) => `window.state = ${JSON.stringify({ contact: w })};`,
    (v) => `<script>${v}</script>`,
  ),
  raw(
    'style, content',
    (w) => w,
    (v) => `<style>.tag::after { content: "${v}"; }</style>`,
  ),
  raw(
    'style, property',
    (w) => w,
    (v) => `<style>:root { --owner: "${v}"; }</style>`,
  ),
  raw(
    'style, comment',
    (w) => w,
    (v) => `<style>/* for ${v} */ .none { color: red }</style>`,
  ),
  styleEscape(),
  plain('style attribute', (v) => `<p style="--owner: '${v}'">x</p>`),
  inHead(plain('meta tag', (v) => `<meta name="author" content="${v}">`)),
  inHead(plain('meta property', (v) => `<meta property="og:user" content="${v}">`)),
  inHead(plain('link title', (v) => `<link rel="alternate" href="/feed" title="${v}">`)),
];

/** `\40 ` for an `@`: a style sheet made by a program. */
function styleEscape(): SeedPlace {
  return {
    id: 'style, escapes',
    in: 'body',
    plant({ written }) {
      const text = written.replace(/[@+:]/g, (mark) => `\\${mark.charCodeAt(0).toString(16)} `);
      return text === written
        ? undefined
        : { html: `<style>.u::after { content: "${text}"; }</style>`, sent: [text], orSent: [written] };
    },
  };
}
