import type { Page } from 'puppeteer';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildReplayDocument } from '../../components/replay/buildReplayDocument.ts';
import type { CaptureScan } from '../../core/capture/captureScan.ts';
import { launchChromium } from '../../scripts/launchChromium.ts';

let browser: Awaited<ReturnType<typeof launchChromium>>;
beforeAll(async () => {
  browser = await launchChromium({ headless: true });
});
afterAll(() => browser?.close());

interface Piece {
  readonly tag: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly text?: string;
  readonly value?: string;
  readonly treatment?: 'captured' | 'masked' | 'unknown';
  readonly excluded?: boolean;
  readonly inside?: readonly Piece[];
  readonly before?: number;
}

const captured = { possible: 0b001, winner: -1, losers: [], node: 1, doubts: [] };
const excluded = { ...captured, possible: 0b100 };

/** A scan as the engine would give it, from a short drawing of the page. */
function scanOf(pieces: readonly Piece[]): CaptureScan {
  const nodes: CaptureScan['nodes'][number][] = [{ id: 1, parent: -1, step: '#document', decision: 0 }];
  const records: CaptureScan['records'][number][] = [];
  const base = { stream: 'replay', moment: 'snapshot', decision: 0 } as const;
  function add(piece: Piece, parent: number): void {
    const id = nodes.length + 1;
    const decision = piece.excluded ? 1 : 0;
    nodes.push({
      id,
      parent,
      step: piece.tag,
      decision,
      ...(piece.before ? { textsBefore: piece.before } : {}),
    });
    const treatment = piece.treatment ?? 'captured';
    for (const [name, output] of Object.entries(piece.attributes ?? {})) {
      records.push({ ...base, node: id, part: 0, channel: 'attribute', name, treatment: 'captured', output });
    }
    if (piece.value !== undefined) {
      records.push({ ...base, node: id, part: 0, channel: 'value', treatment, output: piece.value });
    }
    if (piece.text !== undefined) {
      const channel = piece.tag === 'style' ? 'style' : 'text';
      records.push({ ...base, node: id, part: 1, channel, treatment, output: piece.text });
    }
    for (const child of piece.inside ?? []) add(child, id);
  }
  add({ tag: 'html', inside: [{ tag: 'head' }, { tag: 'body', inside: pieces }] }, 1);
  const empty = { rules: [], fields: [], uninspected: [], problems: [], matchCounts: [] };
  return {
    profile: 'fullstory',
    url: '',
    lang: '',
    nodes,
    records,
    decisions: [captured, excluded],
    ...empty,
  };
}

/** Shows a replay as the panel does, and counts what it tries to reach. */
async function show(html: string): Promise<{ readonly page: Page; readonly requests: readonly string[] }> {
  const page = await browser.newPage();
  const requests: string[] = [];
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    if (!request.url().startsWith('data:') && request.url() !== 'about:srcdoc') requests.push(request.url());
    void request.respond({
      status: 200,
      contentType: 'text/html',
      body: '<!doctype html><link rel=icon href=data:,>',
    });
  });
  await page.goto('http://panel.test/');
  requests.length = 0;
  await page.evaluate(
    (srcdoc) =>
      new Promise((resolve) => {
        Object.assign(window, { reached: 0 });
        const frame = document.createElement('iframe');
        frame.setAttribute('sandbox', '');
        frame.setAttribute('style', 'width:600px;height:400px');
        frame.addEventListener('load', () => requestAnimationFrame(() => setTimeout(resolve, 50)), {
          once: true,
        });
        frame.srcdoc = srcdoc;
        document.body.append(frame);
      }),
    html,
  );
  return { page, requests };
}

const away = 'https://evil.example/x';
const attacks: readonly Piece[] = [
  { tag: 'script', text: 'parent.reached = 1' },
  { tag: 'img', attributes: { src: away, srcset: `${away} 2x`, onerror: 'parent.reached = 1' } },
  {
    tag: 'img',
    attributes: {
      src: 'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" onload="parent.reached=1"/>',
    },
  },
  {
    tag: 'p',
    attributes: { onmouseover: 'parent.reached = 1', style: `background:url(${away})`, 'x"><script>': 'y' },
  },
  { tag: 'p', attributes: { title: '"><script>parent.reached = 1</script><p class="' } },
  { tag: 'p', text: '</p><script>parent.reached = 1</script><img src=x onerror="parent.reached=1">' },
  { tag: 'meta', attributes: { 'http-equiv': 'refresh', content: `0;url=${away}` } },
  { tag: 'base', attributes: { href: 'https://evil.example/' } },
  { tag: 'link', attributes: { rel: 'stylesheet', href: away } },
  { tag: 'link', attributes: { rel: 'dns-prefetch', href: away } },
  {
    tag: 'form',
    attributes: { action: away },
    inside: [{ tag: 'button', attributes: { formaction: away }, text: 'Go' }],
  },
  { tag: 'a', attributes: { href: 'javascript:parent.reached=1', ping: away }, text: 'link' },
  { tag: 'a', attributes: { href: away, target: '_top' }, text: 'link' },
  { tag: 'iframe', attributes: { src: away, srcdoc: '<script>parent.parent.reached=1</script>' } },
  { tag: 'object', attributes: { data: away } },
  { tag: 'embed', attributes: { src: away } },
  { tag: 'video', attributes: { src: away, poster: away } },
  { tag: 'input', attributes: { type: 'image', src: away } },
  {
    tag: 'svg',
    inside: [
      { tag: 'use', attributes: { href: `${away}#a`, 'xlink:href': `${away}#a` } },
      { tag: 'script', text: 'parent.reached=1' },
    ],
  },
  {
    tag: 'style',
    text: `@import url(${away}); p { background: url(${away}) } </style><script>parent.reached = 1</script>`,
  },
  { tag: 'textarea', value: '</textarea><script>parent.reached = 1</script>' },
  { tag: 'template', inside: [{ tag: 'script', text: 'parent.reached = 1' }] },
  { tag: 'noscript', text: '<img src=x>' },
  { tag: 'body', attributes: { background: away, onload: 'parent.reached = 1' } },
  { tag: 'math', inside: [{ tag: 'mtext', text: '<script>parent.reached=1</script>' }] },
];

it('runs nothing and reaches nothing, whatever the page holds', async () => {
  const { html } = buildReplayDocument(
    scanOf(attacks),
    `body { background: url(${away}) } </style><script>parent.reached = 1</script>`,
  );
  const { page, requests } = await show(html);
  expect(requests).toEqual([]);
  expect(await page.evaluate(() => (window as unknown as { reached: number }).reached)).toBe(0);
  await page.close();
});

it('would notice a replay that reaches out', async () => {
  const { page, requests } = await show(`<img src="${away}">`);
  expect(requests).toEqual([away]);
  await page.close();
});

it('leaves nowhere to go when something in it is clicked', async () => {
  const { html } = buildReplayDocument(scanOf(attacks), '');
  const page = await browser.newPage();
  const leading = await page.evaluate((markup) => {
    const parsed = new DOMParser().parseFromString(markup, 'text/html');
    const bad = /^(.*href|action|formaction|ping|srcset|poster|target|srcdoc|data|background|on.*)$/;
    return [...parsed.querySelectorAll('*')].flatMap((element) =>
      element
        .getAttributeNames()
        .filter((name) => bad.test(name))
        .map((name) => `${element.localName} ${name}`),
    );
  }, html);
  expect(leading).toEqual([]);
  await page.close();
});

it('shows nothing of an excluded element but a striped box', () => {
  const secret = {
    tag: 'div',
    excluded: true,
    attributes: { class: 'secret' },
    text: 'hush',
    inside: [{ tag: 'p', text: 'hush too' }],
  };
  const { html } = buildReplayDocument(scanOf([secret]), '');
  expect(html).toContain('data-scrim-excluded');
  expect(html).not.toMatch(/hush|secret/);
});

it('draws masked text as blocks of its length, whatever glyph the recorder uses', () => {
  const { html } = buildReplayDocument(scanOf([{ tag: 'p', text: '*** **', treatment: 'masked' }]), '');
  expect(html).toContain('<span data-scrim-masked>███ ██</span>');
});

it('keeps text and elements in the order of the page', () => {
  const line = { tag: 'p', text: 'Jane', inside: [{ tag: 'b', text: 'Name: ' }] };
  expect(buildReplayDocument(scanOf([line]), '').html).toContain('Jane<b>Name: </b>'.split('Jane')[1]);
  const after = { ...line, inside: [{ tag: 'b', text: ' sent', before: 1 }] };
  expect(buildReplayDocument(scanOf([after]), '').html).toContain('<p>Jane<b> sent</b></p>');
});

it('says when a page is too large to be shown whole', () => {
  const many = Array.from({ length: 20_100 }, () => ({ tag: 'i' }));
  expect(buildReplayDocument(scanOf(many), '').cut).toBe(true);
});
