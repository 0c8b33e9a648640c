import type { SeedPlace } from './seedPlace.ts';

/** Text as a script's source; a closing tag in it would end the script. */
const source = (text: string) => JSON.stringify(text).replaceAll('<', '\\u003c');

/** What only a script puts there: in no attribute and no text of the page's source. */
function made(id: string, script: (text: string, serial: number) => string): SeedPlace {
  return {
    id,
    in: 'body',
    isLive: true,
    plant: ({ written }, serial) => ({
      html: `<div id="made${serial}"></div><script data-seed>{${script(source(written), serial)}}</script>`,
      sent: [written],
    }),
  };
}

const host = (serial: number) => `document.getElementById('made${serial}')`;

export const livePlaces: readonly SeedPlace[] = [
  made('text set by script', (text, n) => `${host(n)}.textContent = ${text};`),
  made(
    'value set by script',
    (text, n) => `const i = document.createElement('input'); ${host(n)}.append(i); i.value = ${text};`,
  ),
  made(
    'sheet adopted by the page',
    (text) =>
      `const s = new CSSStyleSheet(); s.replaceSync('.m::after { content: ' + JSON.stringify(${text}) + ' }'); document.adoptedStyleSheets.push(s);`,
  ),
  made(
    'sheet adopted by a shadow root',
    (text, n) =>
      `const r = ${host(n)}.attachShadow({ mode: 'open' }); const s = new CSSStyleSheet(); s.replaceSync('p { --x: ' + JSON.stringify(${text}) + ' }'); r.adoptedStyleSheets = [s]; r.append('x');`,
  ),
  made(
    'style rule inserted by script',
    (text, n) =>
      `const e = document.createElement('style'); ${host(n)}.append(e); e.sheet.insertRule('.n::after { content: ' + JSON.stringify(${text}) + ' }');`,
  ),
  made(
    'shadow root made by script',
    (text, n) => `${host(n)}.attachShadow({ mode: 'open' }).append(${text});`,
  ),
  made('title set by script', (text) => `document.title = ${text};`),
  made(
    'frame written by script',
    (text, n) =>
      `const f = document.createElement('iframe'); ${host(n)}.append(f); f.contentDocument.body.append(${text});`,
  ),
  {
    ...made('address of the page', (text) => `history.replaceState(null, '', '#ref=' + ${text});`),
    plant: ({ written }) => ({
      html: `<script data-seed>history.replaceState(null, '', '#ref=' + ${source(written)})</script>`,
      sent: [`#ref=${written}`],
      orSent: [`#ref=${encodeURI(written)}`],
    }),
  },
  {
    id: 'adjacent text nodes',
    in: 'body',
    isLive: true,
    plant({ written }, n) {
      const sent = [written.slice(0, 5), written.slice(5)];
      if (sent.some((part) => part.trim() !== part)) return undefined;
      const script = `${host(n)}.append(${sent.map(source).join(', ')})`;
      return { html: `<div id="made${n}"></div><script data-seed>${script}</script>`, sent };
    },
  },
];
