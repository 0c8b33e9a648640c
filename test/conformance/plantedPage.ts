import { plantedOddities } from './plantedOddities.ts';

/** A value that stands somewhere on the page and nowhere else: letters only, because some recorders hide digits. */
export interface PlantedValue {
  readonly token: string;
  /** Where it stands: surface and what is around it, e.g. `placeholder in .msk`. */
  readonly where: string;
  readonly moment: 'load' | 'late';
}

export interface PlantedPage {
  readonly html: string;
  /** Query and fragment of the address it is opened with. */
  readonly address: string;
  readonly values: readonly PlantedValue[];
  /** Body of the page in the frame of another origin. */
  readonly foreign: string;
}

const letters = 'abcdefghijklmnoprstuvwxy';

/** 'zq', then four letters that count, then 'z': none is part of another. */
export function tokenOf(index: number): string {
  let rest = index;
  let name = '';
  for (let i = 0; i < 4; i += 1) {
    name += letters[rest % letters.length];
    rest = Math.floor(rest / letters.length);
  }
  return `zq${name}z`;
}

/** What may stand around a value. The classes are what the tests' rules name; the others are the vendors' own. */
const surroundings: Readonly<Record<string, (inner: string) => string>> = {
  'the page': (inner) => inner,
  '.blk': (inner) => `<div class="blk">${inner}</div>`,
  '.msk': (inner) => `<div class="msk">${inner}</div>`,
  '.unm': (inner) => `<div class="unm">${inner}</div>`,
  '.msk > .unm': (inner) => `<div class="msk"><div class="unm">${inner}</div></div>`,
  '.unm > .msk': (inner) => `<div class="unm"><div class="msk">${inner}</div></div>`,
  '.msk.unm': (inner) => `<div class="msk unm">${inner}</div>`,
  '.blk > .unm': (inner) => `<div class="blk"><div class="unm">${inner}</div></div>`,
};

const vendorMarks: readonly string[] = [
  'class="rr-block"',
  'class="rr-mask"',
  'class="ph-no-capture"',
  'class="ph-mask"',
  'data-sentry-block',
  'class="sentry-mask"',
  'data-dd-privacy="hidden"',
  'data-dd-privacy="mask"',
  'data-dd-privacy="allow"',
  'data-dd-privacy="mask-user-input"',
  'class="dd-privacy-mask"',
  'data-clarity-mask="true"',
  'data-clarity-unmask="true"',
  'data-openreplay-hidden',
  'data-openreplay-obscured',
  'data-openreplay-masked',
  'data-openreplay-unmask',
];

type Plant = (surface: string) => string;

/** Everything that can hold a value, once for each surrounding. */
function surfaces(t: Plant): string {
  return `
<p>${t('text')}</p><span title="${t('title attribute')}" aria-label="${t('aria-label')}" data-note="${t('data attribute')}">x</span>
<a href="/to/${t('link address')}">${t('link text')}</a>
<img src="/${t('image address')}.png" alt="${t('alternative text')}">
<input value="${t('text field')}" placeholder="${t('placeholder')}" name="${t('field name')}">
<input type="password" value="${t('password field')}"><input type="hidden" value="${t('hidden field')}">
<input type="email" value="${t('e-mail field')}"><input type="tel" value="${t('telephone field')}">
<input type="submit" value="${t('submit button')}"><button value="${t('button value')}">${t('button text')}</button>
<input type="checkbox" value="${t('check box')}" checked><input type="radio" value="${t('radio button')}">
<input autocomplete="cc-number" value="${t('card field')}">
<textarea>${t('text area')}</textarea>
<select><optgroup label="${t('option group')}"><option value="${t('option value')}" selected>${t('option text')}</option></optgroup></select>
<div contenteditable>${t('editable text')}</div>
<div style="background-image:url(/${t('style address')}.png)"></div>
<svg><text>${t('drawing text')}</text><a href="/${t('drawing link')}"></a></svg>
<!--${t('comment')}-->
<noscript>${t('noscript')}</noscript>
<template>${t('template')}</template>
<div class="${t('class name')}" id="${t('id')}"></div>
<div class="host" data-shadow="${t('shadow text')}"></div>
<iframe srcdoc="<p>${t('frame text')}</p>"></iframe>`;
}

const inputTypes =
  'button checkbox color date datetime-local email file hidden image month number password radio range reset search submit tel text time url week SUBMIT'.split(
    ' ',
  );

function onlyOnce(t: Plant): string {
  return `
${inputTypes.map((type) => `<input type="${type}" value="${t(`value attribute of type ${type}`)}" data-t="${t(`data attribute beside type ${type}`)}">`).join('\n')}
<input id="empty" value="${t('value attribute of an emptied field')}"><input class="ign" value="${t('ignored field')}">
<input class="msk" value="${t('field that is .msk itself')}"><textarea class="msk">${t('text area that is .msk itself')}</textarea>
<input class="unm" type="password" value="${t('password that is .unm itself')}">
<label for="empty">${t('label')}</label><output>${t('output')}</output><legend>${t('legend')}</legend>
<datalist><option value="${t('suggestion value')}" label="${t('suggestion label')}">${t('suggestion text')}</option></datalist>
<select multiple><option>${t('unselected option')}</option></select>
<math><mi>${t('formula')}</mi></math><svg><title>${t('drawing title')}</title><desc>${t('drawing description')}</desc><style>.${t('drawing style')}{}</style></svg>
<dialog open>${t('dialog')}</dialog><dialog>${t('closed dialog')}</dialog><details><summary>${t('summary')}</summary>${t('closed details')}</details>
<video poster="/${t('poster')}.png" src="/${t('video address')}.mp4"></video><audio src="/${t('audio address')}.mp3"></audio>
<object data="/${t('object address')}.bin">${t('object fallback')}</object><embed src="/${t('embed address')}.bin">
<picture><source srcset="/${t('srcset')}.png 2x"><img srcset="/${t('image srcset')}.png 1x" src="/plain.png"></picture>
<form action="/${t('form action')}"><input form="x" aria-description="${t('aria-description')}" aria-valuetext="${t('aria-valuetext')}"></form>
<a download="${t('download name')}" ping="/${t('ping')}">x</a><map><area href="/${t('area link')}" alt="${t('area text')}"></map>
<x-card label="${t('custom attribute')}">${t('custom element text')}</x-card>
<div hidden>${t('hidden element')}</div><div style="display:none">${t('undisplayed element')}</div>
<progress value="1">${t('progress fallback')}</progress><canvas>${t('canvas fallback')}</canvas>
<table background="/${t('table background')}.png"><caption>${t('caption')}</caption><tr><td>${t('cell')}</td></tr></table>
<style>.a::before{content:"${t('style content')}"} /* ${t('style comment')} */</style>
<script type="application/ld+json">{"@type":"Product","name":"${t('structured data name')}","sku":"${t('structured data sku')}"}</script>
<script type="text/template">${t('script template')}</script><script>var inline = "${t('script source')}";</script>
<div class="slotted-host"><b slot="one">${t('slotted text')}</b></div><div class="msk slotted-host"><b slot="one">${t('slotted text in a masked host')}</b></div>
<div class="closed-host" data-shadow="${t('closed shadow text')}"></div><div class="outer-host" data-shadow="${t('nested shadow text')}"></div>
<div class="msk-inside-host" data-shadow="${t('masked inside a shadow root')}"></div>
<iframe name="${t('frame name')}" src="FOREIGN"></iframe><iframe src="/inner?${t('frame address')}"></iframe>
<div class="address password ${t('a class beside telling ones')}">${t('text under a telling class')}</div>
<p translate="no" lang="${t('language')}">${t('many words')} and more, with 12 digits</p>`;
}

/** @returns a page that holds every value once, and changes by itself after it has loaded */
export function plantedPage(): PlantedPage {
  const values: PlantedValue[] = [];
  const add = (where: string, moment: PlantedValue['moment']): string => {
    const token = tokenOf(values.length);
    values.push({ token, where, moment });
    return token;
  };
  const at =
    (around: string): Plant =>
    (surface) =>
      add(`${surface} in ${around}`, 'load');
  const once: Plant = (surface) => add(surface, 'load');
  const late: Plant = (surface) => add(surface, 'late');

  const blocks = Object.entries(surroundings).map(([name, around]) => around(surfaces(at(name))));
  const marked = vendorMarks.map((mark) => {
    const t = at(mark);
    return `<div ${mark}><p title="${t('title attribute')}">${t('text')}</p><input value="${t('text field')}"><input type="password" value="${t('password field')}"></div>`;
  });
  const head = `<meta charset="utf-8"><title>${once('page title')}</title>
<meta name="description" content="${once('description')}"><meta property="og:title" content="${once('og:title')}">
<meta name="author" content="${once('author')}"><link rel="canonical" href="/${once('canonical address')}">
<link rel="stylesheet" href="/sheet.css?${once('sheet address')}">`;
  const foreign = once('frame of another origin');
  const address = `?q=${once('query')}#${once('fragment')}`;
  const body = [onlyOnce(once), plantedOddities(once), ...blocks, ...marked, lateParts()].join('\n');
  const html = `<!doctype html><html lang="en"><head>${head}</head><body>${body}
<script>${setUp(once)}${lateChanges(late)}</script></body></html>`;
  return { html, address, values, foreign: `<!doctype html><p>${foreign}</p>` };
}

/** What the late changes work on. */
function lateParts(): string {
  const part = (name: string): string =>
    `<div id="${name}-text">before</div><div id="${name}-attr"></div><div id="${name}-add"></div><input id="${name}-input"><div id="${name}-host"></div>`;
  const around = Object.entries(surroundings).map(([, wrap], index) => wrap(part(`late${index}`)));
  return `${around.join('\n')}<div id="plain"></div><div class="blk" id="blocked"></div><div class="msk" id="masked">kept</div>
<div id="becomes-blk"><p id="deep-blk">before</p></div><div id="becomes-msk"><p id="deep-msk">before</p></div>
<input type="password" id="toggled" value="before"><input id="quiet"><textarea id="area"></textarea>
<select id="chosen"><option>first</option><option id="second">second</option></select>
<input type="radio" name="r" id="r1"><input type="radio" name="r" id="r2">`;
}

function setUp(t: Plant): string {
  return `
for (const host of document.querySelectorAll('.host')) host.attachShadow({mode:'open'}).innerHTML = '<p>' + host.dataset.shadow + '</p>';
for (const host of document.querySelectorAll('.host,.closed-host,.outer-host,.msk-inside-host')) { host.secret = host.dataset.shadow; host.removeAttribute('data-shadow'); }
for (const host of document.querySelectorAll('.slotted-host')) host.attachShadow({mode:'open'}).innerHTML = '<slot name="one"></slot>';
for (const host of document.querySelectorAll('.closed-host')) host.attachShadow({mode:'closed'}).innerHTML = '<p>' + host.secret + '</p>';
for (const host of document.querySelectorAll('.outer-host')) { const r = host.attachShadow({mode:'open'}); r.innerHTML = '<div></div>'; r.firstChild.attachShadow({mode:'open'}).innerHTML = '<p>' + host.secret + '</p>'; }
for (const host of document.querySelectorAll('.msk-inside-host')) host.attachShadow({mode:'open'}).innerHTML = '<div class="msk"><p>' + host.secret + '</p></div>';
document.getElementById('empty').value = '';
const sheet = new CSSStyleSheet(); sheet.replaceSync('.b::before{content:"${t('adopted sheet')}"}'); document.adoptedStyleSheets = [sheet];
document.head.append(document.createElement('style')); document.head.lastChild.sheet.insertRule('.c::before{content:"${t('inserted rule')}"}');
document.getElementById('late0-host').attachShadow({mode:'open'}).innerHTML = '<p class="in">before</p>';
document.getElementById('late2-host').attachShadow({mode:'open'}).innerHTML = '<p class="in">before</p>';`;
}

/** In steps, each in its own turn and well after the one before. */
function lateChanges(t: Plant): string {
  const names = Object.keys(surroundings);
  const steps: string[] = [
    names
      .map((name, i) => `$('late${i}-text').firstChild.data = '${t(`changed text in ${name}`)}';`)
      .join('\n'),
    names
      .map(
        (name, i) =>
          `$('late${i}-attr').title = '${t(`changed title in ${name}`)}'; $('late${i}-attr').dataset.x = '${t(`changed data attribute in ${name}`)}';`,
      )
      .join('\n'),
    names
      .map(
        (name, i) =>
          `$('late${i}-add').innerHTML = '<p title="${t(`added title in ${name}`)}">${t(`added text in ${name}`)}</p><input value="${t(`added field in ${name}`)}"><!--${t(`added comment in ${name}`)}-->';`,
      )
      .join('\n'),
    names.map((name, i) => `type('late${i}-input', '${t(`typed in ${name}`)}');`).join('\n'),
    `$('late0-host').shadowRoot.querySelector('.in').firstChild.data = '${t('changed text in a shadow root')}';
     $('late2-host').shadowRoot.querySelector('.in').firstChild.data = '${t('changed text in a shadow root in .msk')}';
     $('late2-host').shadowRoot.append(made('p', '${t('added text in a shadow root in .msk')}'));
     $('late3-host').attachShadow({mode:'open'}).innerHTML = '<p>${t('late shadow root')}</p>';`,
    `$('becomes-blk').className = 'blk'; $('becomes-msk').className = 'msk';`,
    `$('deep-blk').firstChild.data = '${t('text changed after its box became .blk')}'; $('deep-msk').firstChild.data = '${t('text changed after its box became .msk')}';
     $('deep-blk').append(made('b', '${t('added after the box became .blk')}')); $('deep-msk').append(made('b', '${t('added after the box became .msk')}'));`,
    `window.box = made('div', '${t('added before its class')}'); $('plain').append(box);`,
    `box.className = 'msk';`,
    `box.firstChild.data = '${t('changed after its class')}';`,
    `$('blocked').append(window.inBlocked = made('p', '${t('added in .blk, moved out later')}')); $('masked').append(window.inMasked = made('p', '${t('added in .msk, moved out later')}'));
     $('plain').append(window.outside = made('p', '${t('added outside, moved into .msk later')}'));`,
    `$('plain').append(inBlocked, inMasked); $('masked').append(outside);`,
    `outside.firstChild.data = '${t('changed after it moved into .msk')}'; inBlocked.firstChild.data = '${t('changed after it moved out of .blk')}'; inMasked.firstChild.data = '${t('changed after it moved out of .msk')}';`,
    `{ const f = document.createElement('iframe'); f.srcdoc = '<p>${t('late frame text')}</p>'; $('plain').append(f); const g = document.createElement('iframe'); g.srcdoc = '<p>${t('late frame text in .msk')}</p>'; $('masked').append(g); }`,
    `$('toggled').type = 'text';`,
    `type('toggled', '${t('typed after the password was shown')}'); $('quiet').value = '${t('value set without an event')}';
     type('area', '${t('typed in a text area')}'); $('second').textContent = '${t('changed option text')}'; $('chosen').selectedIndex = 1; $('chosen').dispatchEvent(new Event('change', {bubbles: true}));`,
    `$('plain').style.backgroundImage = 'url(/${t('late background image')}.png)'; document.title = '${t('changed page title')}';
     const extra = new CSSStyleSheet(); extra.replaceSync('.d::before{content:"${t('late adopted sheet')}"}'); document.adoptedStyleSheets = [...document.adoptedStyleSheets, extra];
     document.querySelector('style').sheet.insertRule('.e::before{content:"${t('late inserted rule')}"}');`,
    `{ const flash = made('p', '${t('there for one turn')}'); $('plain').append(flash); setTimeout(() => flash.remove(), 0); }
     { const never = made('p', '${t('added and removed in one turn')}'); $('plain').append(never); never.remove(); }`,
    `{ const b = made('div', '${t('text of a clicked box')}'); b.id = 'clicked'; $('plain').append(b); const m = made('div', ''); m.innerHTML = '<i class="msk">${t('masked text in a clicked box')}</i>'; m.id = 'clicked-masked'; $('plain').append(m); }`,
    `$('clicked').click(); $('clicked-masked').click(); document.querySelector('.msk p').click();`,
    `console.log('${t('console')}'); history.pushState(null, '', '?r=${t('pushed address')}'); const image = new Image(); image.className = 'blk'; image.src = '/${t('address of a late blocked image')}.png'; $('plain').append(image);`,
    `$('r1').value = '${t('radio value set late')}'; $('r1').click(); $('chosen').hidden = true; $('late0-attr').setAttribute('aria-label', '${t('late aria-label')}'); $('late0-input').placeholder = '${t('late placeholder')}'; $('late0-input').setAttribute('value', '${t('late value attribute')}');`,
  ];
  const runs = steps
    .map((step, i) => `setTimeout(() => { ${step} }, ${firstStep + i * betweenSteps});`)
    .join('\n');
  return `
const $ = (id) => document.getElementById(id);
const made = (tag, text) => Object.assign(document.createElement(tag), { textContent: text });
const type = (id, text) => { $(id).value = text; $(id).dispatchEvent(new Event('input', { bubbles: true, composed: true })); };
addEventListener('load', () => { ${runs} });`;
}

const firstStep = 900;
const betweenSteps = 110;

/** How long a recording has to go on to see every change: milliseconds after `load`. */
export const wholeStory = firstStep + 22 * betweenSteps + 1000;
