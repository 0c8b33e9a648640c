import type { CDPSession, Page } from 'puppeteer';
import { builtScript } from '../builtScript.ts';
import { enterWorld, evaluateIn } from '../isolatedWorld.ts';
import type { FoundFields } from '../visitorScript.ts';

type Hands = typeof import('../visitorScript.ts');
type Answer<Name extends keyof Hands> = Awaited<ReturnType<Hands[Name]>>;

/** What the visitor can do in a page: calls of cli/visitorScript.ts, and typing. */
export interface VisitorHands {
  call<Name extends keyof Hands>(name: Name, ...given: Parameters<Hands[Name]>): Promise<Answer<Name>>;
  /** Fills what is new. Texts are typed, so that recorders that look for it see trusted events. */
  fill(): Promise<FoundFields>;
  /** Presses Escape, as people close what they opened. */
  escape(): Promise<void>;
  leave(): Promise<void>;
}

const worldName = 'scrim-visitor';

/** Puts the visitor's script into a world of its own: no script, no global and no node of ours in the page's. */
export async function createHands(page: Page): Promise<VisitorHands> {
  const session = await page.createCDPSession();
  const world = await enterWorld(session, worldName);
  const script = await builtScript('visitorScript');
  // What it knows of a document stays with the document: what was filled is not filled again.
  await evaluateIn(
    session,
    world,
    `if (!globalThis.scrimVisitor) { ${script};globalThis.scrimVisitor = scrimVisitor }`,
  );

  async function call<Name extends keyof Hands>(
    name: Name,
    ...given: Parameters<Hands[Name]>
  ): Promise<Answer<Name>> {
    const parameters = given.map((one) => JSON.stringify(one)).join();
    return (await evaluateIn(session, world, `scrimVisitor.${name}(${parameters})`)) as Answer<Name>;
  }

  async function fill(): Promise<FoundFields> {
    const found = await call('find');
    let last = -1;
    for (const [index, text] of found.texts.entries()) {
      const isReady = await call('turn', last, index);
      // The whole text at once: one change, not one for each letter of it.
      if (isReady && text !== null) await session.send('Input.insertText', { text });
      last = text === null ? -1 : index;
    }
    if (last !== -1) await call('turn', last, -1);
    return found;
  }

  return {
    call,
    fill,
    escape: () => pressEscape(session),
    async leave() {
      await session.detach();
    },
  };
}

async function pressEscape(session: CDPSession): Promise<void> {
  const key = { key: 'Escape', code: 'Escape', windowsVirtualKeyCode: 27 };
  await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key });
  await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
}
