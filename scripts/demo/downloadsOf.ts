import type { Browser } from 'puppeteer';

/** The next finished downloads of a browser, in order. */
export interface Downloads {
  /** Path of the next file that is completely there. */
  next(): Promise<string>;
}

/** Lets pages save files into `folder`, without asking. */
export async function downloadsOf(browser: Browser, folder: string): Promise<Downloads> {
  const session = await browser.target().createCDPSession();
  const files: string[] = [];
  const waiting: ((file: string) => void)[] = [];
  session.on('Browser.downloadProgress', ({ state, filePath }) => {
    if (state !== 'completed' || filePath === undefined) return;
    const first = waiting.shift();
    if (first) first(filePath);
    else files.push(filePath);
  });
  await session.send('Browser.setDownloadBehavior', {
    behavior: 'allow',
    downloadPath: folder,
    eventsEnabled: true,
  });
  return {
    next() {
      const file = files.shift();
      return file === undefined ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(file);
    },
  };
}
