import type { SeedValue } from './createIdentities.ts';
import { encoded, escapeHtml, inHead, type Planted, plain, type SeedPlace } from './seedPlace.ts';

/** Three pieces, none of them empty. */
function pieces(written: string): readonly [string, string, string] {
  const first = Math.max(1, Math.floor(written.length / 3));
  const second = Math.max(first + 1, Math.floor((2 * written.length) / 3));
  return [written.slice(0, first), written.slice(first, second), written.slice(second)];
}

/** A value that markup cuts, and that is read in one piece. */
function cut(id: string, html: (a: string, b: string, c: string) => string): SeedPlace {
  return {
    id,
    in: 'body',
    plant({ written }) {
      const parts = pieces(written);
      // A piece that begins or ends with a space is trimmed by nobody, but cannot be told from its neighbours.
      if (parts.some((part) => part.trim() !== part)) return undefined;
      const [a, b, c] = parts.map(escapeHtml) as [string, string, string];
      return { html: html(a, b, c), sent: parts };
    },
  };
}

/** Something that nobody sees, behind every fourth character. */
function sprinkled(id: string, mark: string, isFor: (value: SeedValue) => boolean = () => true): SeedPlace {
  return {
    id,
    in: 'body',
    plant(value) {
      if (!isFor(value)) return undefined;
      const text = value.written.replace(/.{4}(?=.)/g, `$&${mark}`);
      return { html: `<p>${escapeHtml(text)}</p>`, sent: [text] };
    },
  };
}

const isNumeric = ({ written }: SeedValue) => /^[\d -]+$/.test(written);
const withSpaces = (mark: string) => (written: string) => written.replaceAll(' ', mark);
const shifted = (zero: number) => (written: string) =>
  written.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));

function onlyFor(place: SeedPlace, isFor: (value: SeedValue) => boolean): SeedPlace {
  return { ...place, plant: (value, serial) => (isFor(value) ? place.plant(value, serial) : undefined) };
}

const hasSpaces = ({ written }: SeedValue) => written.includes(' ');
const hasDigits = ({ kind }: SeedValue) => !['email', 'jwt', 'ip-address', 'mac-address'].includes(kind);

/** A text of the page in which every character is a reference. */
function referenced({ written }: SeedValue): Planted {
  const html = [...written].map((character) => `&#${character.codePointAt(0)};`).join('');
  return { html: `<p>${html}</p>`, sent: [written] };
}

const paragraph = (text: string) => `<p>${text}</p>`;

/** Text that people read, as it is and taken apart. */
export const textPlaces: readonly SeedPlace[] = [
  plain('text', (v) => `<p>Contact: ${v}</p>`),
  plain('text alone', paragraph),
  plain('text in a table', (v) => `<table><tbody><tr><th>Value</th><td>${v}</td></tr></tbody></table>`),
  plain('text of a button', (v) => `<button type="button">${v}</button>`),
  plain('text of a link', (v) => `<a href="#x">${v}</a>`),
  plain('text in a definition', (v) => `<dl><dt>Reference</dt><dd>${v}</dd></dl>`),
  cut('text cut by inline tags', (a, b, c) => `<p><span>${a}</span><b>${b}</b><i>${c}</i></p>`),
  cut('text cut by nested tags', (a, b, c) => `<div><em>${a}<strong>${b}<u>${c}</u></strong></em></div>`),
  cut('text cut by comments', (a, b, c) => `<p>${a}<!-- -->${b}<!-- -->${c}</p>`),
  cut('text cut by wbr', (a, b, c) => `<p>${a}<wbr>${b}<wbr>${c}</p>`),
  cut(
    'text of an own element',
    (a, b, c) => `<p><x-part>${a}</x-part><x-part>${b}</x-part><x-part>${c}</x-part></p>`,
  ),
  cut(
    'SVG text cut',
    (a, b, c) => `<svg><text><tspan>${a}</tspan><tspan>${b}</tspan><tspan>${c}</tspan></text></svg>`,
  ),
  sprinkled('zero-width spaces', '\u200b'),
  sprinkled('zero-width joiners', '\u200d'),
  sprinkled('soft hyphens', '\u00ad'),
  sprinkled('direction marks', '\u200e'),
  sprinkled('byte order marks', '\ufeff', isNumeric),
  encoded('direction override', (v) => `\u202a${v}\u202c`, paragraph),
  encoded('direction isolate', (v) => `\u2066${v}\u2069`, paragraph),
  onlyFor(encoded('no-break spaces', withSpaces('\u00a0'), paragraph), hasSpaces),
  onlyFor(encoded('narrow spaces', withSpaces('\u202f'), paragraph), hasSpaces),
  onlyFor(encoded('full-width digits', shifted(0xff10), paragraph), hasDigits),
  onlyFor(encoded('Arabic digits', shifted(0x0660), paragraph), isNumeric),
  onlyFor(encoded('Devanagari digits', shifted(0x0966), paragraph), isNumeric),
  onlyFor(
    encoded('no-break hyphens', (v) => v.replaceAll('-', '\u2011'), paragraph),
    ({ written, kind }) => written.includes('-') && kind !== 'jwt' && kind !== 'email',
  ),
  { id: 'character references', in: 'body', plant: referenced },
  plain('SVG text', (v) => `<svg><text x="0" y="9">${v}</text></svg>`),
  plain('SVG title', (v) => `<svg><title>${v}</title></svg>`),
  plain('SVG description', (v) => `<svg><desc>${v}</desc></svg>`),
  plain('shadow root', (v) => `<div><template shadowrootmode="open"><p>${v}</p></template></div>`),
  cut(
    'shadow root, cut',
    (a, b, c) =>
      `<div><template shadowrootmode="open"><p><b>${a}</b><i>${b}</i><u>${c}</u></p></template></div>`,
  ),
  plain(
    'attribute in a shadow root',
    (v) => `<div><template shadowrootmode="open"><p title="${v}">x</p></template></div>`,
  ),
  plain('template', (v) => `<template><p>${v}</p></template>`),
  plain('noscript', (v) => `<noscript><p>${v}</p></noscript>`),
  plain('frame', (v) => `<iframe srcdoc="${escapeHtml(`<p>${v}</p>`)}"></iframe>`),
  plain('frame title', (v) => `<iframe title="${v}" srcdoc="x"></iframe>`),
  inHead(plain('page title', (v) => `<title>${v}</title>`)),
];
