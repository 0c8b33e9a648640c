import type { PageToPanel, PanelToPage } from '../../core/protocol.ts';
import type { PageClient } from '../client.ts';

/** Messages that the page answers once, and with what. */
const answers = {
  'sketch/read': 'sketch/result',
  'lookalikes/find': 'lookalikes/found',
  'selectors/suggest': 'selectors/suggested',
  'source/outline': 'source/outlined',
} as const satisfies Partial<Record<keyof PanelToPage, keyof PageToPanel>>;

type Question = keyof typeof answers;

/** Resolves with the page's answer. Never, when the page never answers or goes: what waited for it goes with it. */
export type AskPage = <K extends Question>(
  type: K,
  body: Omit<PanelToPage[K], 'requestId'>,
) => Promise<PageToPanel[(typeof answers)[K]]>;

export interface PageQuestionsDeps {
  readonly page: PageClient;
  readonly nextId: () => number;
  readonly signal: AbortSignal;
}

/** Questions to the page and their answers, told apart by their numbers. */
export function createPageQuestions({ page, nextId, signal }: PageQuestionsDeps): AskPage {
  const open = new Map<number, (answer: unknown) => void>();
  const kinds: ReadonlySet<string> = new Set(Object.values(answers));
  page.onState(() => open.clear(), signal);
  page.onMessage(({ type, body }) => {
    if (!kinds.has(type)) return;
    const { requestId } = body as { readonly requestId: number };
    open.get(requestId)?.(body);
    open.delete(requestId);
  }, signal);
  return (type, body) =>
    new Promise((resolve) => {
      const requestId = nextId();
      open.set(requestId, resolve as (answer: unknown) => void);
      page.send({ type, body: { requestId, ...body } } as unknown as Parameters<PageClient['send']>[0]);
    });
}
