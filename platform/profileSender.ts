import type { Message, PageToPanel, PanelToPage } from '../core/protocol.ts';
import { browser } from './browser.ts';
import type { FrameTarget } from './findFrame.ts';
import { profileFile } from './pageProfiles.ts';

export interface ProfileSenderOptions {
  readonly target: FrameTarget;
  readonly post: (message: Message<PanelToPage>) => void;
  /** The browser did not let the recorder's file into the page: the scan that needs it cannot be made. */
  readonly onFailed: (message: Message<PageToPanel>) => void;
}

/**
 * Sends messages to one page in the order they were given. A scan waits until its recorder's file is in the page,
 * and what was given after it waits too.
 */
export function createProfileSender({ target, post, onFailed }: ProfileSenderOptions) {
  const present = new Set<string>();
  let line: Promise<void> | undefined;

  function send(message: Message<PanelToPage>): void {
    const missing = message.type === 'scan/start' && !present.has(message.body.profile);
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
    if (message.type === 'scan/start' && !present.has(message.body.profile)) {
      const { profile, scanId } = message.body;
      try {
        await browser.scripting.executeScript({ target, files: [profileFile(profile)] });
        present.add(profile);
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        onFailed({ type: 'scan/failed', body: { scanId, reason } });
        return;
      }
    }
    post(message);
  }

  return { send };
}
