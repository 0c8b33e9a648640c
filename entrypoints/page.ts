import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import words from '../assets/locales/en/overlay.json';
import { pagePortName } from '../core/protocol.ts';
import { isPanelToPage } from '../core/protocolGuards.ts';
import { createPageSession } from '../page/pageSession.ts';
import type { SelectorAuthor } from '../page/selectorAuthor.ts';
import type { PageVisitor } from '../page/visitor/pageVisitor.ts';
import { authorPart, offeredPart, visitorPart } from '../platform/pageParts.ts';
import { offeredProfile } from '../platform/pageProfiles.ts';
import { acceptPanels, openOrClosedRoot } from '../platform/pageRuntime.ts';

// Injected by the panel with scripting.executeScript, on the user's toolbar click and never before. A second
// injection into the same page finds the flag of the first (in the isolated world, which no page can see).
const injected = Symbol.for('scrim.page');

export default defineUnlistedScript(() => {
  const world = globalThis as { [injected]?: boolean };
  if (world[injected]) return;
  world[injected] = true;
  acceptPanels(pagePortName, ({ signal, send, onMessage }) => {
    const handle = createPageSession({
      document,
      signal,
      send,
      words,
      profileOf: offeredProfile,
      author: () => offeredPart<SelectorAuthor>(authorPart),
      visitor: () => offeredPart<PageVisitor>(visitorPart),
      openOrClosedRoot,
    });
    onMessage((message) => {
      if (isPanelToPage(message)) handle(message);
      else throw new Error('message from the panel has an unknown shape');
    });
  });
});
