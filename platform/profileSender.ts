import type { Message, PageToPanel, PanelToPage } from '../core/protocol.ts';
import { browser } from './browser.ts';
import type { FrameTarget } from './findFrame.ts';
import { authorFile, visitorFile } from './pageParts.ts';
import { profileFile } from './pageProfiles.ts';

export interface ProfileSenderOptions {
  readonly target: FrameTarget;
  readonly post: (message: Message<PanelToPage>) => void;
  /** The browser did not let a file into the page: what needs it cannot be done. */
  readonly onFailed: (message: Message<PageToPanel>) => void;
}

/**
 * Sends messages to one page in the order they were given. A scan waits until its recorder's file is in the page, the
 * first message of somebody who writes a rule until what that needs is there; what was given after it waits too.
 */
export function createProfileSender({ target, post, onFailed }: ProfileSenderOptions) {
  const present = new Set<string>();
  let line: Promise<void> | undefined;

  function send(message: Message<PanelToPage>): void {
    const file = fileFor(message);
    const missing = file !== undefined && !present.has(file);
    if (!missing && line === undefined) {
      post(message);
      return;
    }
    const turn = (line ?? Promise.resolve()).then(() => deliver(message));
    line = turn;
    void turn.then(() => {
      if (line === turn) line = undefined;
    });
  }

  async function deliver(message: Message<PanelToPage>): Promise<void> {
    const file = fileFor(message);
    if (file !== undefined && !present.has(file)) {
      try {
        await browser.scripting.executeScript({ target, files: [file] });
        present.add(file);
      } catch (error) {
        const failed = failureOf(message, error instanceof Error ? error.message : String(error));
        if (failed) onFailed(failed);
        return;
      }
    }
    post(message);
  }

  return { send };
}

/** Messages that only somebody who writes a rule sends. */
const authoring: ReadonlySet<keyof PanelToPage> = new Set([
  'picker/arm',
  'examples/set',
  'selectors/suggest',
  'selectors/names',
  'source/outline',
  'sketch/read',
  'lookalikes/find',
]);

/** The file that has to be in the page before this message. */
function fileFor(message: Message<PanelToPage>): `/${string}.js` | undefined {
  if (message.type === 'scan/start') return profileFile(message.body.profile);
  if (message.type === 'form/fill') return visitorFile;
  return authoring.has(message.type) ? authorFile : undefined;
}

/** What the page would have said; undefined where any answer would claim too much. */
function failureOf(message: Message<PanelToPage>, reason: string): Message<PageToPanel> | undefined {
  switch (message.type) {
    case 'scan/start':
      return { type: 'scan/failed', body: { scanId: message.body.scanId, reason } };
    case 'picker/arm':
      return { type: 'picker/armed', body: { armed: false, reason: 'not-let-in', seenByPage: 0 } };
    case 'selectors/suggest':
      return { type: 'selectors/suggested', body: { requestId: message.body.requestId, candidates: [] } };
    case 'selectors/names':
      return {
        type: 'selectors/named',
        body: { requestId: message.body.requestId, names: [], isComplete: false },
      };
    case 'source/outline':
      return { type: 'source/outlined', body: { requestId: message.body.requestId, outline: [] } };
    case 'form/fill':
      return { type: 'form/failed', body: { requestId: message.body.requestId, reason } };
    case 'sketch/read':
      return { type: 'sketch/result', body: { requestId: message.body.requestId, sketches: [] } };
    default:
      // "Nothing looks like it" would be a claim about a page that nobody looked at.
      return undefined;
  }
}
