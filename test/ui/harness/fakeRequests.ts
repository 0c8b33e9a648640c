import type { RequestWatch } from '../../../components/client.ts';
import type { SeenRequest } from '../../../core/wire/seenRequest.ts';

/** What the tab sends, from `window.harness.send`: no extension, everything behind it is real. */
export function createFakeRequests(isAllowed = true): RequestWatch {
  let hear: ((request: SeenRequest) => void) | undefined;
  let lose: (() => void) | undefined;
  Object.assign(window, {
    requests: {
      send: (request: SeenRequest) => hear?.(request),
      lose: () => lose?.(),
    },
  });
  return {
    ask: async () => isAllowed,
    giveBack: async () => true,
    watch(onRequest, onLost, signal) {
      hear = onRequest;
      lose = onLost;
      signal.addEventListener(
        'abort',
        () => {
          hear = undefined;
        },
        { once: true },
      );
    },
  };
}
