import type { Browser } from 'puppeteer';

export interface Overview {
  /** PNG of the page and of the side panel beside it, equally high. */
  readonly page: Uint8Array;
  readonly panel: Uint8Array;
  /** Their widths and their common height in CSS pixels. */
  readonly size: { readonly page: number; readonly panel: number; readonly height: number };
  readonly deviceScaleFactor: number;
  readonly title: string;
  readonly address: string;
  readonly theme: 'light' | 'dark';
}

const barHeight = 44;
const border = 1;

/** Puts a page and its side panel into a browser's frame, as they look on a screen. @returns a PNG */
export async function composeOverview(browser: Browser, overview: Overview): Promise<Uint8Array> {
  const { size, deviceScaleFactor } = overview;
  const width = size.page + size.panel + 3 * border;
  const height = size.height + barHeight + 2 * border;
  const sheet = await browser.newPage();
  try {
    await sheet.setViewport({ width, height, deviceScaleFactor });
    await sheet.setContent(overviewHtml(overview), { waitUntil: 'load' });
    return await sheet.screenshot({ omitBackground: true });
  } finally {
    await sheet.close();
  }
}

function overviewHtml({ page, panel, size, title, address, theme }: Overview): string {
  const colors = themes[theme];
  return `<!doctype html><meta charset="utf-8"><style>
    * { box-sizing: border-box; margin: 0 }
    body { font: 13px system-ui, sans-serif; color: ${colors.text}; background: transparent }
    .window { border: ${border}px solid ${colors.line}; border-radius: 10px; overflow: hidden; background: ${colors.line} }
    .bar { display: flex; align-items: center; gap: 12px; height: ${barHeight}px; padding: 0 14px; background: ${colors.bar} }
    .address { flex: 1; padding: 6px 14px; border-radius: 14px; background: ${colors.field}; white-space: nowrap; overflow: hidden }
    .title { white-space: nowrap; font-weight: 600 }
    .row { display: flex; gap: ${border}px; height: ${size.height}px }
    img { display: block; height: ${size.height}px }
  </style><div class="window">
    <div class="bar"><span class="title">${escapeHtml(title)}</span><span class="address">${escapeHtml(address)}</span></div>
    <div class="row"><img width="${size.page}" src="${dataUrl(page)}" alt=""><img width="${size.panel}" src="${dataUrl(panel)}" alt=""></div>
  </div>`;
}

const themes = {
  light: { text: '#1c1d21', line: '#c9ccd3', bar: '#eef0f4', field: '#ffffff' },
  dark: { text: '#e7e8ec', line: '#44474f', bar: '#26282e', field: '#16181c' },
} as const;

function dataUrl(png: Uint8Array): string {
  return `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
