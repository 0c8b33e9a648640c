// Which frame of a tab to work in. Reads each reachable frame's origin and nothing else.
import { browser } from './browser.ts';

/** One frame of one tab; 0 is the page itself. */
export interface FrameTarget {
  readonly tabId: number;
  readonly frameIds: [number];
}

/**
 * @param origin of the frame; null: the page itself
 * @returns null when no frame of this origin can be reached
 */
export async function findFrame(tabId: number, origin: string | null): Promise<FrameTarget | null> {
  if (origin === null) return { tabId, frameIds: [0] };
  const frames = await browser.scripting.executeScript({
    target: { tabId, allFrames: true },
    func: () => location.origin,
  });
  const found = frames.find(({ result, frameId }) => result === origin && frameId !== 0);
  return found ? { tabId, frameIds: [found.frameId] } : null;
}
