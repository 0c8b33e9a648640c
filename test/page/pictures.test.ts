import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createBrowserHost } from '../../cli/browserHost.ts';
import { createPictures } from '../../cli/pictures/createPictures.ts';
import { fullstory } from '../../core/profiles/fullstory.ts';
import type { PageAdditions } from '../../core/report/makePageReport.ts';
import type { PagePictures } from '../../core/report/pagePictures.ts';
import { buildPageScript } from '../../scripts/buildPageScript.ts';
import { openBrowser } from './openScrimPage.ts';

/** Of the same length and without a letter or digit in common: what differs in a picture of them can be read. */
const one = {
  name: 'Jane Roe-Mills',
  mail: 'jane.roe@example.org',
  card: '4111 1111 1111 1111',
  color: '%23ff0000',
};
const other = {
  name: 'Bohu Vuh-Xypps',
  mail: 'bohu.vuh@zwisgqz.ktf',
  card: '5500 0000 0000 0004',
  color: '%230000ff',
};
type Person = typeof one;

const image = (color: string) =>
  `data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='60' height='30'%3E%3Crect width='60' height='30' fill='${color}'/%3E%3C/svg%3E`;

/** Everything by which a page can show something. */
const pages: Readonly<Record<string, (person: Person) => string>> = {
  '/texts': ({
    name,
    mail,
    card,
  }) => `<h1>${name}</h1><p title="${mail}">Write to <b>${mail}</b> or <i>${name}</i></p>
    <table><tr><td>${name}<td>${card}</table><pre>${card}\n${name}</pre><svg width="200" height="30"><text y="20">${name}</text></svg>
    <math><mtext>${name}</mtext></math><details open><summary>${name}</summary>${mail}</details><bdo dir="rtl">${name}</bdo>`,
  '/values': ({
    name,
    mail,
    card,
  }) => `<input value="${mail}"><input placeholder="${name}"><textarea>${name}\n${card}</textarea>
    <input type="submit" value="${name}"><input type="button" value="${name}"><button>${name}</button>
    <select><option>${name}<option label="${mail}">x</select><input type="radio" ${name.startsWith('J') ? 'checked' : ''}>
    <input type="range" value="${card.startsWith('4') ? 90 : 10}"><meter value="${card.startsWith('4') ? 0.9 : 0.1}"></meter>
    <input type="date" value="${card.startsWith('4') ? '1981-02-03' : '1990-11-12'}"><input type="number" value="${card.replaceAll(' ', '')}">
    <input type="color" value="${card.startsWith('4') ? '#ff0000' : '#0000ff'}"><div contenteditable>${mail}</div>`,
  '/images': ({
    color,
    name,
  }) => `<img src="${image(color)}" alt="${name}"><img src="nothing.png" alt="${name}" width="90" height="30">
    <div style="width:60px;height:30px;background:url(&quot;${image(color)}&quot;) !important"></div>
    <style>.b{width:60px;height:30px;background-image:url("${image(color)}")!important}
      .b.b.b::before{content:url("${image(color)}");visibility:visible!important}
      li{list-style-image:url("${image(color)}")!important} .m::marker{content:"${name}"!important}
      @layer early { .c::after{content:"${name}"!important;visibility:visible!important;-webkit-text-fill-color:red!important} }
      .g{width:60px;height:30px;border:10px solid;border-image:url("${image(color)}") 10!important}
      .mask{width:60px;height:30px;background:#000;mask-image:url("${image(color)}")!important}
    </style><div class="b"></div><ul><li>x</ul><ul><li class="m">x</ul><p class="c">x</p><div class="g"></div><div class="mask"></div>
    <canvas width="60" height="30" id="c"></canvas><script>const c=document.getElementById('c').getContext('2d');c.fillStyle='${color.replace('%23', '#')}';c.fillRect(0,0,60,30)</script>
    <iframe srcdoc="<h1>${name}</h1>" width="200" height="60"></iframe><video poster="${image(color)}" width="60" height="30"></video>
    <object data="${image(color)}" width="60" height="30"></object><style style="display:block">/* ${name} */</style>`,
  '/roots': ({
    name,
    color,
  }) => `<x-open><template shadowrootmode="open"><p>${name}</p><img src="${image(color)}"></template></x-open>
    <x-closed><template shadowrootmode="closed"><p>${name}</p></template></x-closed>
    <x-nest><template shadowrootmode="open"><x-deep><template shadowrootmode="closed"><b>${name}</b></template></x-deep></template></x-nest>
    <dialog id="d"><p>${name}</p></dialog><script>document.getElementById('d').showModal()</script>`,
  '/fights': ({
    name,
    color,
  }) => `<p id="p">${name}</p><img id="i" src="${image(color)}" style="transition:opacity 5s!important">
    <script>const p=document.getElementById('p'),i=document.getElementById('i');
      const back=()=>{ if(p.textContent!=='${name}') p.textContent='${name}'; i.style.setProperty('opacity','1','important') };
      new MutationObserver(back).observe(document.body,{subtree:true,childList:true,characterData:true,attributes:true});
      setInterval(back,1); const every=()=>{back();requestAnimationFrame(every)}; every();
      i.animate([{opacity:1},{opacity:1}],{duration:1e6,iterations:Infinity});
    </script>`,
  '/leaks': ({ name, mail }) =>
    `<p>${mail}</p><div style="height:6000px"></div><p class="fs-mask">${name}</p><div class="fs-exclude"><img src="${image('%23ff0000')}">${name}</div>`,
};

let browser: Browser;
let server: Server;
let base = '';
let host: ReturnType<typeof createBrowserHost>;

beforeAll(async () => {
  server = createServer(({ url = '' }, response) => {
    const [path = '', who] = url.split('?');
    const page = pages[path];
    response.writeHead(page ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' });
    response.end(`<!doctype html><title>x</title><body>${page?.(who === 'other' ? other : one) ?? ''}`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await openBrowser();
  const pageScript = await readFile(await buildPageScript(), 'utf8');
  host = createBrowserHost({ launch: async () => browser, pageScript });
}, 120_000);

afterAll(async () => {
  await browser.close();
  server.close();
});

async function look(path: string, showValues = false): Promise<PageAdditions> {
  const target = { given: path, url: `${base}${path}` } as Parameters<typeof host.scan>[0];
  const { additions } = await host.scan(target, {
    profile: 'fullstory',
    options: undefined,
    ruleSet: fullstory.offlineRules(),
    timeout: 20_000,
    wait: 0,
    watch: 0,
    attendants: [createPictures({ showValues })],
  });
  return additions ?? {};
}

async function picturesOf(path: string, showValues = false): Promise<PagePictures> {
  const { pictures, picturesMissing } = await look(path, showValues);
  if (!pictures) throw new Error(`no pictures: ${picturesMissing}`);
  return pictures;
}

/**
 * Whether a picture of one version of a page is, byte by byte, one of the other. Now and then the browser rounds the edge
 * of a field to the other side, in either version: then they are taken again. What can be read would differ every time.
 */
async function areAlike(path: string, showValues: boolean): Promise<boolean> {
  for (let attempt = 0; attempt < (showValues ? 1 : 4); attempt += 1) {
    const [mine, theirs] = [
      await picturesOf(path, showValues),
      await picturesOf(`${path}?other`, showValues),
    ];
    if (mine.before.src === theirs.before.src && mine.after.src === theirs.after.src) return true;
  }
  return false;
}

describe('the pictures of a page', () => {
  test.each(['/texts', '/values', '/images', '/roots'])(
    'are the same to the last pixel whatever the values are: %s',
    async (path) => {
      expect(await areAlike(path, false)).toBe(true);
    },
    60_000,
  );

  test('can be told apart when the values may be seen', async () => {
    for (const path of ['/texts', '/values', '/images', '/roots'])
      expect([path, await areAlike(path, true)]).toEqual([path, false]);
  }, 120_000);

  test('stay unreadable on a page that puts its values back, or are not taken', async () => {
    const [mine, theirs] = await Promise.all([look('/fights'), look('/fights?other')]);
    expect(mine.pictures?.before.src).toBe(theirs.pictures?.before.src);
    expect(mine.picturesMissing).toBe(theirs.picturesMissing);
  }, 60_000);

  test('number what leaks, mark what is hidden, and end after some screens', async () => {
    const { before, after, numbers } = await picturesOf('/leaks');
    expect(Object.values(numbers)).toEqual([1]);
    expect(before.src).not.toBe(after.src);
    expect(before.isCut).toBe(true);
    expect(before.width).toBeLessThanOrEqual(960);
    expect(before.height).toBeLessThanOrEqual(4_800);
    expect(before.src).toMatch(/^data:image\/webp;base64,/);
  }, 60_000);
});
