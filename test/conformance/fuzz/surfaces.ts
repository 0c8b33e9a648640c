import type { Planter } from './planter.ts';

/** Markup with planted values; `mark` is an attribute of the element that holds them, often empty. */
export type Surface = (plant: Planter, mark: string, place: string) => string;

const text =
  (tag: string): Surface =>
  (p, mark, place) =>
    `<${tag} ${mark}>${p.phrase(`text in <${tag} ${mark}>${place}`)}</${tag}>`;

const attribute =
  (tag: string, name: string): Surface =>
  (p, mark, place) => {
    const where = `${name} of <${tag} ${mark}>${place}`;
    const value = addresses.has(name.toLowerCase())
      ? p.random.pick([(token: string) => `/${token}`, (token: string) => `${token}.png?q=1`])(p.word(where))
      : p.phrase(where);
    return `<${tag} ${mark} ${name}="${value}">${empty.has(tag) ? '' : `x</${tag}>`}`;
  };

const addresses = new Set([
  'src',
  'href',
  'srcset',
  'action',
  'formaction',
  'poster',
  'data',
  'background',
  'cite',
  'ping',
  'longdesc',
  'xlink:href',
  'imagesrcset',
]);
const empty = new Set([
  'img',
  'input',
  'br',
  'hr',
  'embed',
  'link',
  'meta',
  'source',
  'track',
  'area',
  'base',
  'col',
  'wbr',
]);

const textTags =
  'p div span b em h1 li td label button a pre code blockquote summary legend output dt dd figcaption caption kbd ins del mark q cite time address article section aside header footer nav main small sub sup var samp abbr data bdo ruby rt center font marquee x-card my-element.x x:y option optgroup th fieldset details dialog progress meter canvas audio video object map noscript title style textarea xmp noembed noframes P Div'.split(
    ' ',
  );

const attributeNames =
  'title alt aria-label aria-description aria-valuetext aria-placeholder aria-roledescription placeholder label name value content data-x data-user-name id lang dir role summary srcset src href action formaction poster background cite abbr accept accesskey autocomplete class datetime download for form headers itemprop itemid itemtype kind list media nonce part pattern ping rel slot style tabindex target type usemap width wrap onclick onfocus xlink:href xml:lang TITLE Data-Mixed v-bind:x @click :key _x is min max step integrity crossorigin referrerpolicy popover longdesc imagesrcset'.split(
    ' ',
  );

const attributeTags =
  'div span a img input button p form td option select textarea video svg label link area x-card iframe object math details source track'.split(
    ' ',
  );

export const inputTypes =
  'button checkbox color date datetime-local email file hidden image month number password radio range reset search submit tel text time url week unknown TEXT Password'.split(
    ' ',
  );

const autocompletes = [
  '',
  '',
  '',
  'autocomplete="cc-number"',
  'autocomplete="CC-CSC"',
  'autocomplete="off"',
  'autocomplete="current-password"',
  'autocomplete="section-a cc-name"',
  'autocomplete="username"',
  'autocomplete="cc-exp"',
];

const fieldExtras = [
  '',
  '',
  '',
  'readonly',
  'disabled',
  'required',
  'checked',
  'type',
  'name="q"',
  'multiple',
  'list="l"',
  'form="f"',
  'maxlength="3"',
];

const field: Surface = (p, mark, place) => {
  const type = p.random.pick(inputTypes);
  const extra = `${p.random.pick(autocompletes)} ${p.random.pick(fieldExtras)}`;
  const where = `value of <input ${mark} type=${type} ${extra}>${place}`;
  const hint = p.random.chance(0.4) ? ` placeholder="${p.phrase(`placeholder beside ${where}`)}"` : '';
  return `<input ${mark} type="${type}" ${extra}${hint} value="${p.phrase(where)}">`;
};

const dated: Surface = (p, mark, place) => {
  const where = `data-v beside a valid value of <input ${mark}>${place}`;
  const valid = p.random.pick([
    'type="date" value="1987-03-21"',
    'type="color" value="#a1b2c3"',
    'type="range" value="73"',
    'type="number" value="8731"',
    'type="time" value="13:37"',
    'type="month" value="1987-03"',
    'type="week" value="1987-W12"',
    'type="tel" value="0815 4711"',
    'type="checkbox"',
    'type="radio" checked',
    'type="datetime-local" value="1987-03-21T10:00"',
  ]);
  return `<input ${mark} ${valid} data-v="${p.word(where)}">`;
};

const area: Surface = (p, mark, place) =>
  `<textarea ${mark} ${p.random.pick(autocompletes)} placeholder="${p.phrase(`placeholder of <textarea ${mark}>${place}`)}">${p.phrase(`text of <textarea ${mark}>${place}`)}</textarea>`;

const choice: Surface = (p, mark, place) => {
  const at = (what: string): string => `${what} in <select ${mark}>${place}`;
  const inner = p.random.pick([
    '',
    'class="msk"',
    'class="unm"',
    'class="blk"',
    'label="l"',
    'disabled',
    'hidden',
  ]);
  return `<select ${mark} ${p.random.pick(['', 'multiple', 'size="3"', 'disabled'])}><optgroup label="${p.phrase(at('label of a group'))}"><option ${inner} value="${p.word(at(`option value ${inner}`))}">${p.phrase(at(`option text ${inner}`))}</option></optgroup><option selected>${p.phrase(at('selected option text'))}</option><option value="${p.word(at('chosen value'))}" selected>last</option></select>`;
};

const drawing: Surface = (p, mark, place) => {
  const at = (what: string): string => `${what} in <svg ${mark}>${place}`;
  return p.random.pick([
    () =>
      `<svg ${mark}><text>${p.phrase(at('text'))}<tspan class="msk">${p.phrase(at('tspan.msk'))}</tspan></text></svg>`,
    () =>
      `<svg ${mark}><a href="/${p.word(at('a href'))}" xlink:href="/${p.word(at('a xlink:href'))}"><title>${p.phrase(at('title'))}</title></a></svg>`,
    () =>
      `<svg ${mark}><foreignObject><p>${p.phrase(at('foreignObject'))}</p><input value="${p.phrase(at('field in foreignObject'))}"></foreignObject></svg>`,
    () =>
      `<svg ${mark}><style>.${p.word(at('style'))}{fill:red}</style><script>/*${p.word(at('script'))}*/</script></svg>`,
    () =>
      `<svg ${mark}><image href="/${p.word(at('image href'))}.png"/><use href="#${p.word(at('use href'))}"/><use xlink:href="/${p.word(at('use xlink:href'))}#a"/></svg>`,
    () =>
      `<svg ${mark} viewBox="0 0 1 1"><desc>${p.phrase(at('desc'))}</desc><metadata>${p.phrase(at('metadata'))}</metadata><linearGradient id="${p.word(at('gradient id'))}"/></svg>`,
    () =>
      `<svg ${mark}><text><![CDATA[${p.word(at('CDATA'))}]]></text><circle data-n="${p.word(at('data-n'))}" class="msk"/></svg>`,
    () =>
      `<math ${mark}><mi>${p.phrase(at('mi in math'))}</mi><annotation-xml encoding="text/html"><b>${p.phrase(at('annotation'))}</b></annotation-xml><mtext>${p.phrase(at('mtext'))}</mtext></math>`,
  ])();
};

const media: Surface = (p, mark, place) => {
  const at = (what: string): string => `${what} ${mark}${place}`;
  return p.random.pick([
    () =>
      `<picture ${mark}><source srcset="/${p.word(at('source srcset'))}.png 2x, /${p.word(at('second srcset'))}.png"><img ${mark} src="/${p.word(at('img src in picture'))}.png" alt="${p.phrase(at('img alt in picture'))}"></picture>`,
    () =>
      `<video ${mark} poster="/${p.word(at('video poster'))}.png" controls><source src="/${p.word(at('video source'))}.mp4"><track src="/${p.word(at('track src'))}.vtt" label="${p.phrase(at('track label'))}">${p.phrase(at('video fallback'))}</video>`,
    () => `<audio ${mark} src="/${p.word(at('audio src'))}.mp3">${p.phrase(at('audio fallback'))}</audio>`,
    () =>
      `<object ${mark} data="/${p.word(at('object data'))}.bin" type="x/y"><param name="n" value="${p.phrase(at('param value'))}">${p.phrase(at('object fallback'))}</object>`,
    () => `<embed ${mark} src="/${p.word(at('embed src'))}.bin" title="${p.phrase(at('embed title'))}">`,
    () =>
      `<img ${mark} src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="${p.phrase(at('alt of a data image'))}" title="${p.phrase(at('title of a data image'))}">`,
    () =>
      `<canvas ${mark} aria-label="${p.phrase(at('canvas label'))}">${p.phrase(at('canvas fallback'))}</canvas>`,
    () => `<map ${mark}><area href="/${p.word(at('area href'))}" alt="${p.phrase(at('area alt'))}"></map>`,
    () => `<div ${mark} style="background:url('/${p.word(at('quoted style url'))}.png');color:red">x</div>`,
    () =>
      `<div ${mark} style="--x:'${p.word(at('custom property'))}';background-image:url(${p.word(at('relative style url'))}.png)">x</div>`,
  ])();
};

const hidden: Surface = (p, mark, place) => {
  const at = (what: string): string => `${what} ${mark}${place}`;
  return p.random.pick([
    () => `<!--${p.word(at('comment'))}-->`,
    () => `<?${p.word(at('processing instruction'))}?>`,
    () => `<noscript ${mark}><p>${p.word(at('noscript'))}</p></noscript>`,
    () =>
      `<template ${mark}><p title="${p.word(at('title in template'))}">${p.word(at('template'))}</p></template>`,
    () => `<script ${mark} type="application/json">{"x":"${p.word(at('json script'))}"}</script>`,
    () =>
      `<script ${mark} type="application/ld+json">{"@type":"${p.random.pick(['Product', 'Person', 'Article', 'Recipe'])}","name":"${p.word(at('ld name'))}","sku":"${p.word(at('ld sku'))}","brand":{"name":"${p.word(at('ld brand'))}"},"author":{"name":"${p.word(at('ld author'))}"},"offers":{"price":"12 ${p.word(at('ld price'))}","priceCurrency":"EUR"}}</script>`,
    () => `<script ${mark}>var v${p.values.length} = "${p.word(at('script source'))}";</script>`,
    () => `<script ${mark} src="/${p.word(at('script address'))}.js"></script>`,
    () =>
      `<style ${mark}>.x${p.values.length}::after{content:"${p.word(at('style content'))}"} /*${p.word(at('style comment'))}*/</style>`,
    () =>
      `<style ${mark} media="print">@media print{.y{background:url(/${p.word(at('style url'))}.png)}}</style>`,
    () =>
      `<style ${mark}>@import "/${p.word(at('@import'))}.css"; .z{--v:"${p.word(at('style property'))}"}</style>`,
    () => `<link ${mark} rel="stylesheet" href="/sheet.css?${p.word(at('sheet address in body'))}">`,
    () =>
      `<link ${mark} rel="${p.random.pick(['preload', 'prefetch', 'icon', 'alternate', 'shortcut icon', 'canonical', 'modulepreload'])}" as="image" href="/${p.word(at('link href'))}.png" title="${p.phrase(at('link title'))}">`,
    () =>
      `<meta ${mark} name="${p.random.pick(['description', 'keywords', 'author', 'robots', 'twitter:title', 'x'])}" content="${p.phrase(at('meta in body'))}">`,
    () => `<input ${mark} type="hidden" name="csrf" value="${p.word(at('hidden value'))}">`,
  ])();
};

const composed: Surface = (p, mark, place) => {
  const at = (what: string): string => `${what} ${mark}${place}`;
  return p.random.pick([
    () =>
      `<dialog open ${mark}><form method="dialog">${p.phrase(at('dialog'))}<dialog ${mark}>${p.phrase(at('nested dialog'))}</dialog></form></dialog>`,
    () =>
      `<details ${mark}><summary>${p.phrase(at('summary'))}</summary>${p.phrase(at('closed details'))}</details>`,
    () =>
      `<table ${mark} summary="${p.phrase(at('table summary'))}"><caption>${p.phrase(at('caption'))}</caption><tr><td class="msk">${p.phrase(at('td.msk'))}</td><td>${p.phrase(at('td'))}</td></tr></table>`,
    () => `<table ${mark}>${p.phrase(at('text fostered out of a table'))}<tr><td>x</td></tr></table>`,
    () => `<p ${mark}>${p.phrase(at('unclosed p'))}<div>${p.phrase(at('div after an unclosed p'))}</div>`,
    () => `<b ${mark}><p>${p.phrase(at('misnested'))}</b>${p.phrase(at('after a misnested end'))}</p>`,
    () => `<div ${mark} title="${p.phrase(at('first of two titles'))}" title="dup">x</div>`,
    () => `<ul ${mark}><li>${p.phrase(at('li'))}<li class="unm">${p.phrase(at('li.unm'))}</ul>`,
    () =>
      `<datalist ${mark}><option value="${p.phrase(at('datalist value'))}" label="${p.phrase(at('datalist label'))}">${p.phrase(at('datalist text'))}</option></datalist>`,
    () =>
      `<div ${mark} contenteditable="${p.random.pick(['true', '', 'plaintext-only', 'false'])}">${p.phrase(at('editable'))}<b>${p.phrase(at('b in editable'))}</b></div>`,
    () =>
      `<label ${mark}>${p.phrase(at('label'))}<input type="${p.random.pick(['checkbox', 'radio', 'text'])}" value="${p.phrase(at('value in label'))}"></label>`,
    () =>
      `<form ${mark} action="/${p.word(at('form action'))}" name="${p.word(at('form name'))}"><button formaction="/${p.word(at('formaction'))}" value="${p.phrase(at('button value'))}">${p.phrase(at('button'))}</button><output>${p.phrase(at('output'))}</output></form>`,
    () =>
      `<button ${mark} type="${p.random.pick(['submit', 'reset', 'button'])}" title="${p.phrase(at('button title'))}">${p.phrase(at('button text'))}</button>`,
    () =>
      `<div ${mark}> <i>\n</i>${p.phrase(at('text after blanks'))}<br>${p.phrase(at('text after br'))}</div>`,
    () =>
      `<video ${mark}></video><object ${mark}></object><div ${mark}></div><span>${p.phrase(at('after empty ones'))}</span>`,
    () => `<ruby ${mark}>${p.phrase(at('ruby'))}<rt>${p.phrase(at('rt'))}</rt></ruby>`,
    () =>
      `<a ${mark} href="${p.random.pick(['mailto:', 'tel:', 'javascript:', '#', '?q=', '/p/'])}${p.word(at('href'))}" download="${p.word(at('download'))}">${p.phrase(at('link text'))}</a>`,
  ])();
};

/** A random piece of a page that holds at least one value. */
export function anySurface(plant: Planter, mark: string, place: string): string {
  const { random } = plant;
  const make = random.pick<() => Surface>([
    () => text(random.pick(textTags)),
    () => text(random.pick(textTags)),
    () => attribute(random.pick(attributeTags), random.pick(attributeNames)),
    () => attribute(random.pick(attributeTags), random.pick(attributeNames)),
    () => field,
    () => field,
    () => dated,
    () => area,
    () => choice,
    () => drawing,
    () => media,
    () => hidden,
    () => composed,
    () => composed,
  ])();
  return make(plant, mark, place);
}
