// Two facts about a page that only the browser or the page itself knows. Reads; leaves nothing behind.
import { browser } from './browser.ts';
import type { FrameTarget } from './findFrame.ts';

export interface PageFacts {
  /** The tab shows a PDF or another file in the browser's own viewer. */
  readonly isDocumentViewer: boolean;
  /** FullStory org the page's snippet names, `o-XXXX-na1`. The page may lie: compare, never trust. */
  readonly recorderOrg?: string;
}

const orgPattern = /^[\w-]{1,64}$/;

export async function readPageFacts(target: FrameTarget): Promise<PageFacts> {
  const [type, org] = await Promise.all([
    browser.scripting.executeScript({ target, func: () => document.contentType }),
    browser.scripting.executeScript({ target, world: 'MAIN', func: readOrg }),
  ]);
  const contentType = String(type[0]?.result ?? '');
  const recorderOrg = org[0]?.result;
  return {
    isDocumentViewer: contentType === 'application/pdf',
    ...(typeof recorderOrg === 'string' && orgPattern.test(recorderOrg) ? { recorderOrg } : undefined),
  };
}

/** Runs in the page's own world: `_fs_org` is a variable of the page (fullstory.md d.8). */
function readOrg(): unknown {
  return (window as unknown as { readonly _fs_org?: unknown })._fs_org;
}
