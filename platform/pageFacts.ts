// Facts about a page that only the browser or the page itself knows. Reads; leaves nothing behind.
import { type DetectedRecorder, parseTraces } from '../core/detection/detectedRecorder.ts';
import { browser } from './browser.ts';
import type { FrameTarget } from './findFrame.ts';
import { readTraces } from './readTraces.ts';

export interface PageFacts {
  /** The tab shows a PDF or another file in the browser's own viewer. */
  readonly isDocumentViewer: boolean;
  /** FullStory org the page's snippet names, `o-XXXX-na1`. The page may lie: compare, never trust. */
  readonly recorderOrg?: string;
  /** What the page says runs on it. */
  readonly recorders: readonly DetectedRecorder[];
}

const orgPattern = /^[\w-]{1,64}$/;

export async function readPageFacts(target: FrameTarget): Promise<PageFacts> {
  const [type, org, traces] = await Promise.all([
    browser.scripting.executeScript({ target, func: () => document.contentType }),
    browser.scripting.executeScript({ target, world: 'MAIN', func: readOrg }),
    browser.scripting.executeScript({ target, world: 'MAIN', func: readTraces }),
  ]);
  const contentType = String(type[0]?.result ?? '');
  const recorderOrg = org[0]?.result;
  return {
    recorders: parseTraces(traces[0]?.result),
    isDocumentViewer: contentType === 'application/pdf',
    ...(typeof recorderOrg === 'string' && orgPattern.test(recorderOrg) ? { recorderOrg } : undefined),
  };
}

/** Runs in the page's own world: `_fs_org` is a variable of the page (fullstory.md d.8). */
function readOrg(): unknown {
  return (window as unknown as { readonly _fs_org?: unknown })._fs_org;
}
