import type { CDPSession, Page, Protocol } from 'puppeteer';
import type { CaptureScan } from '../../core/capture/captureScan.ts';
import type { Finding } from '../../core/findings/finding.ts';
import { findLeaks } from '../../core/findings/findLeaks.ts';
import type { CustomDetectors } from '../../core/leakSettings/createCustomDetectors.ts';
import type { PageAdditions } from '../../core/report/makePageReport.ts';
import type { PagePicture } from '../../core/report/pagePictures.ts';
import { type PictureMarks, pictureMarks } from '../../core/report/pictureMarks.ts';
import type { PageAttendant } from '../pageAttendant.ts';
import { closedRootNodes } from './closedRootNodes.ts';

export interface PicturesOptions {
  /** Real pixels: only when a person asked for them, locally. */
  readonly showValues: boolean;
  /** The org's own detectors: what they find is marked too. */
  readonly custom?: CustomDetectors;
}

/** Taller pages are cut off: 6 screens. CSS pixels. */
export const mostHeight = 4_800;
/** Wider ones are made smaller. */
const mostWidth = 960;
const timeLimit = 20_000;
const worldName = 'scrim';

/**
 * Takes two pictures of a page once everything else is over; the page is spoilt by it. Why there are none is said in the
 * report: a page is no less inspected without.
 */
export function createPictures({ showValues, custom }: PicturesOptions): PageAttendant {
  return {
    async finish({ page }, scan) {
      const session = await page.createCDPSession();
      try {
        const findings = await findLeaks(scan, custom ? { custom } : {});
        // Fields look the same in whichever tab they are.
        await page.emulateFocusedPage(true);
        return await inTime(takePictures(session, { page, scan, findings, showValues }));
      } catch (error) {
        if (!(error instanceof Error)) throw error;
        return { picturesMissing: error.message.includes('too many nodes') ? 'too-large' : 'failed' };
      } finally {
        await letGo(session);
      }
    },
  };
}

interface Subject {
  readonly page: Page;
  readonly scan: CaptureScan;
  readonly findings: readonly Finding[];
  readonly showValues: boolean;
}

async function takePictures(
  session: CDPSession,
  { scan, findings, showValues }: Subject,
): Promise<PageAdditions> {
  // From here on nothing of the page's own can bring back what is made unreadable.
  await session.send('Emulation.setScriptExecutionDisabled', { value: true });
  const { frameTree } = await session.send('Page.getFrameTree');
  const world = await session.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id, worldName });
  const stage = createStage(session, world.executionContextId);
  await stage.openClosedRoots();
  const size = await stage.begin(showValues);
  const marks = pictureMarks(scan, findings);
  const drawn = await stage.before(marks);
  const before = await shoot(session, size);
  await stage.after(marks);
  const after = await shoot(session, size);
  if (!(await stage.isStill())) return { picturesMissing: 'readable' };
  const numbers = Object.fromEntries(
    findings.flatMap(({ id }, at) => (drawn.includes(at + 1) ? [[id, at + 1] as const] : [])),
  );
  return { pictures: { before, after, numbers } };
}

interface Size {
  readonly width: number;
  readonly height: number;
}

async function shoot(session: CDPSession, { width, height }: Size): Promise<PagePicture> {
  const shown = Math.min(height, mostHeight);
  const scale = Math.min(1, mostWidth / width);
  const clip = { x: 0, y: 0, width, height: shown, scale };
  const { data } = await session.send('Page.captureScreenshot', {
    format: 'webp',
    quality: 80,
    captureBeyondViewport: true,
    clip,
  });
  const picture = {
    src: `data:image/webp;base64,${data}`,
    width: Math.round(width * scale),
    height: Math.round(shown * scale),
  };
  return height > shown ? { ...picture, isCut: true } : picture;
}

/** The page side (page/pictures/createPictureStage.ts), in the world where the page was read. */
function createStage(session: CDPSession, contextId: number) {
  async function call(expression: string): Promise<unknown> {
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      expression: `scrimPage.pictures.${expression}`,
      contextId,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  /** No script finds a closed shadow root; the protocol hands them out. */
  async function openClosedRoots(): Promise<void> {
    const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
    for (const backendNodeId of closedRootNodes(root)) await handOver(backendNodeId);
  }

  async function handOver(backendNodeId: Protocol.DOM.BackendNodeId): Promise<void> {
    const { object } = await session.send('DOM.resolveNode', {
      backendNodeId,
      executionContextId: contextId,
    });
    if (object.objectId === undefined) throw new Error('a shadow root could not be reached');
    const functionDeclaration = 'function () { scrimPage.pictures.know(this); }';
    const { exceptionDetails } = await session.send('Runtime.callFunctionOn', {
      objectId: object.objectId,
      functionDeclaration,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.text);
  }

  return {
    begin: async (isReadable: boolean) => (await call(`begin(${isReadable})`)) as Size,
    openClosedRoots,
    before: async (marks: PictureMarks) =>
      (await call(`before(${JSON.stringify(marks)})`)) as readonly number[],
    after: async (marks: PictureMarks) => void (await call(`after(${JSON.stringify(marks)})`)),
    isStill: async () => (await call('isStill()')) === true,
  };
}

async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no picture in ${timeLimit} ms`)), timeLimit);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Scripts run again: who listens to the wire wants to hear what the page sends as it is left. */
async function letGo(session: CDPSession): Promise<void> {
  try {
    await session.send('Emulation.setScriptExecutionDisabled', { value: false });
    await session.detach();
  } catch (error) {
    // The page went away with its session; that is said by whoever reads it next.
    if (!(error instanceof Error)) throw error;
  }
}
