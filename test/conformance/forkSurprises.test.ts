import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../page/openScrimPage.ts';
import { type Browsers, compareCapture, type Variant } from './compareCapture.ts';
import type { PlantedPage, PlantedValue } from './plantedPage.ts';
import { servePlantedPage } from './servePlantedPage.ts';

/** What the planted page of all recorders does not hold, and forks of rrweb treat each in its own way. */
const parts: Readonly<Record<string, (token: string) => string>> = {
  'frame that is blocked itself': (t) => `<iframe class="blk zqxxclassz" srcdoc="<p>${t}</p>"></iframe>`,
  'mask in a frame that is blocked itself': (t) =>
    `<iframe class="blk" srcdoc="<p class=msk>${t}</p>"></iframe>`,
  'frame that is blocked itself, in .msk': (t) =>
    `<div class="msk">.<iframe class="blk" srcdoc="<p>${t}</p>"></iframe></div>`,
  'class of a blocked box': (t) => `<div class="blk ${t}">x</div>`,
  'code in a drawing': (t) => `<svg><script type="text/plain">${t}</script></svg>`,
  'style in a drawing in .msk': (t) => `<div class="msk"><svg><style>.${t}{}</style></svg></div>`,
  'text directly in a shadow root': (t) => shadow(t, ''),
  'text directly in a shadow root in .msk': (t) => `<div class="msk">${shadow(t, '.')}</div>`,
  'field in a shadow root in .unm': (t) => `<div class="unm">${shadow(`<input value=${t}>`, '.')}</div>`,
  'style address of a fragment': (t) => `<p style="fill:url(#${t})">x</p>`,
  'relative style address': (t) => `<p style="background:url(a/${t}.png#b)">x</p>`,
  'telling name under .unm': (t) => `<div class="unm"><input name="cvv-1" value="${t}"></div>`,
  'autocompleted field under .unm': (t) =>
    `<div class="unm"><input autocomplete="section-a cc-number" value="${t}"></div>`,
  'password under .unm': (t) => `<div class="unm"><input type="password" value="${t}"></div>`,
  'placeholder under .unm': (t) => `<div class="unm"><input placeholder="${t}"></div>`,
  'placeholder under .msk': (t) => `<div class="msk"><input placeholder="${t}"></div>`,
  'text with its own vendor unmask mark': (t) => `<p class="nr-unmask amp-unmask">${t}</p>`,
  'text under a vendor unmask mark': (t) => `<div class="nr-unmask amp-unmask"><p>${t}</p></div>`,
  'text under a vendor mask mark': (t) =>
    `<div class="nr-mask amp-mask mp-mask grafana-mask"><p>${t}</p></div>`,
  'vendor block mark': (t) => `<div class="nr-block amp-block mp-block grafana-block ${t}"><p>x</p></div>`,
  'text in a vendor block mark': (t) => `<div class="nr-block amp-block mp-block grafana-block">${t}</div>`,
  'module preload': (t) => `<link rel="modulepreload" href="/${t}.js">`,
};

/** Each happens by itself after the page has loaded. */
const changes: Readonly<Record<string, (token: string) => string>> = {
  'changed text of a text area': (t) => `$('area').firstChild.data = '${t}'`,
  'replaced text of a text area in .msk': (t) => `$('area2').replaceChildren('${t}')`,
  'changed placeholder': (t) => `$('field').placeholder = '${t}'`,
  'changed title in .msk': (t) => `$('titled').title = '${t}'`,
  'text added directly to a shadow root in .msk': (t) => `$('host').shadowRoot.append('${t}')`,
  'added frame that is blocked itself': (t) =>
    `const f = document.createElement('iframe'); f.className = 'blk'; f.srcdoc = '<p>${t}</p>'; document.body.append(f)`,
  'changed text in a frame that is blocked itself': (t) =>
    `document.querySelector('.zqxxclassz').contentDocument.querySelector('p').firstChild.data = '${t}'`,
  'typed into a password that was shown, under .unm': (t) =>
    `$('shown').type = 'text'; setTimeout(() => { $('shown').value = '${t}'; }, 50)`,
};

const firstStep = 600;
const betweenSteps = 90;

function shadow(inner: string, beside: string): string {
  return `<x-a>${beside}<template shadowrootmode="open">${inner}</template></x-a>`;
}

function surprisingPage(): PlantedPage {
  const values: PlantedValue[] = [];
  const token = (where: string, moment: PlantedValue['moment']): string => {
    const name = `zq${String.fromCharCode(97 + Math.floor(values.length / 20), 97 + (values.length % 20))}vz`;
    values.push({ token: name, where, moment });
    return name;
  };
  const body = Object.entries(parts).map(([where, part]) => part(token(where, 'load')));
  const steps = Object.entries(changes).map(
    ([where, change], i) =>
      `setTimeout(() => { ${change(token(where, 'late'))}; }, ${firstStep + i * betweenSteps});`,
  );
  const html = `<!doctype html><html><head><title>page</title></head><body>${body.join('\n')}
<textarea id="area">before</textarea><div class="msk"><textarea id="area2">before</textarea></div>
<div class="unm"><input id="field"><input type="password" id="shown" value="before"></div>
<div class="msk"><p id="titled">x</p><x-a id="host">.<template shadowrootmode="open"><p>x</p></template></x-a></div>
<script>const $ = (id) => document.getElementById(id); addEventListener('load', () => { ${steps.join('\n')} });</script></body></html>`;
  return { html, address: '', values, foreign: '' };
}

const watch = firstStep + Object.keys(changes).length * betweenSteps + 600;

const variants: readonly Variant[] = [
  {
    recorder: 'rrweb',
    name: 'with selectors',
    options: { maskTextSelector: '.msk', blockSelector: '.blk', maskAllInputs: true },
  },
  {
    recorder: 'mixpanel',
    name: 'all masked',
    options: {
      record_block_selector: '.blk',
      record_unmask_text_selector: '.unm',
      record_unmask_input_selector: '.unm',
    },
  },
  {
    recorder: 'amplitude',
    name: 'with selectors',
    options: {
      privacyConfig: {
        blockSelector: ['.blk'],
        maskSelector: ['.msk'],
        unmaskSelector: ['.unm'],
        maskAttributes: ['placeholder', 'title'],
      },
    },
  },
  {
    recorder: 'newrelic',
    name: 'with selectors',
    options: { session_replay: { block_selector: '.blk', mask_text_selector: '.msk' } },
  },
  {
    recorder: 'statsig',
    name: 'with selectors',
    options: {
      session_recording_privacy_settings: {
        privacy_mode: 'input',
        blocked_elements: ['.blk'],
        masked_elements: ['.msk'],
        unmasked_elements: ['.unm'],
      },
    },
  },
  { recorder: 'faro', name: 'with selectors', options: { blockSelector: '.blk', maskTextSelector: '.msk' } },
];

const page = surprisingPage();
let browsers: Browsers;

beforeAll(async () => {
  browsers = { recorder: await openBrowser(), scrim: await openBrowser() };
});

afterAll(async () => {
  await browsers.recorder.close();
  await browsers.scrim.close();
});

test.each(variants)('$recorder and Scrim agree on what forks do in their own ways', async (variant) => {
  const served = await servePlantedPage(page);
  try {
    const { differences, unsent } = await compareCapture(browsers, variant, {
      url: served.url,
      values: page.values,
      watch,
    });
    expect(
      differences.map(({ where, recorder, scrim }) => `${where}: sent ${recorder}, scrim ${scrim}`),
    ).toEqual([]);
    expect(unsent).toEqual([]);
  } finally {
    await served.close();
  }
});
