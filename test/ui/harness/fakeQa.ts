import type { QaMemory, TabWatch } from '../../../components/client.ts';

export interface FakeQaOptions {
  /** Whether the site may be followed over its pages. */
  readonly mayFollow?: boolean;
  /** What an earlier panel kept. */
  readonly kept?: object;
  /** The browser keeps nothing. */
  readonly isRefused?: boolean;
}

/** The tab beside its page, and the memory of a session, without an extension. */
export function createFakeQa({ mayFollow = true, kept, isRefused = false }: FakeQaOptions = {}) {
  let session: object | undefined = kept;
  const tab: TabWatch = { onVisit: () => undefined, hasAccess: async () => mayFollow };
  const qaMemory: QaMemory = {
    load: async () => session,
    async save(next) {
      if (isRefused) throw new Error('no room');
      session = structuredClone(next);
    },
    async forget() {
      session = undefined;
    },
  };
  return { tab, qaMemory };
}
