// Facts about a page that only the browser or the page itself knows. Reads; leaves nothing behind.
import { type DetectedRecorder, parseTraces } from '../core/detection/detectedRecorder.ts';
import { callSources, type PageCalls, parsePageCalls } from '../core/detection/pageCalls.ts';
import { readTraces } from '../core/detection/readTraces.ts';
import { recorderTraces } from '../core/detection/recorderTraces.ts';
import { browser } from './browser.ts';
import type { FrameTarget } from './findFrame.ts';

export interface PageFacts {
  /** The tab shows a PDF or another file in the browser's own viewer. */
  readonly isDocumentViewer: boolean;
  /** FullStory org the page's snippet names, `o-XXXX-na1`. The page may lie: compare, never trust. */
  readonly recorderOrg?: string;
  /** What the page says runs on it. */
  readonly recorders: readonly DetectedRecorder[];
  /** What it says to its recorder by itself. */
  readonly calls: PageCalls;
}

const orgPattern = /^[\w-]{1,64}$/;

export async function readPageFacts(target: FrameTarget): Promise<PageFacts> {
  const request = { traces: recorderTraces, calls: callSources };
  const [type, org, traces] = await Promise.all([
    browser.scripting.executeScript({ target, func: () => document.contentType }),
    browser.scripting.executeScript({ target, world: 'MAIN', func: readOrg }),
    browser.scripting.executeScript({ target, world: 'MAIN', func: readTraces, args: [request] }),
  ]);
  const contentType = String(type[0]?.result ?? '');
  const answer: unknown = traces[0]?.result;
  const calls = parsePageCalls(answer);
  const recorderOrg = org[0]?.result ?? orgOfSnippet(calls);
  return {
    recorders: parseTraces(answer),
    calls,
    isDocumentViewer: contentType === 'application/pdf',
    ...(typeof recorderOrg === 'string' && orgPattern.test(recorderOrg) ? { recorderOrg } : undefined),
  };
}

/** Snippet 2.1 sets no variable: it calls `FS('init', { env: { orgId } })`, which waits for the recorder's script. */
function orgOfSnippet({ calls }: PageCalls): unknown {
  const { env } = (calls.find(({ operation }) => operation === 'init')?.payload ?? {}) as {
    readonly env?: unknown;
  };
  return typeof env === 'object' && env !== null && 'orgId' in env ? env.orgId : undefined;
}

/** Runs in the page's own world: `_fs_org` is a variable of the page. */
function readOrg(): unknown {
  return (window as unknown as { readonly _fs_org?: unknown })._fs_org;
}
