import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { PageToPanel } from '../../core/protocol.ts';
import type { PlantedValue } from '../../core/visitor/plantedValue.ts';
import type { VisitorReport } from '../../core/visitor/visitorReport.ts';
import type { PageClient, PageState } from '../client.ts';

export type FillPhase =
  | { readonly kind: 'idle' }
  /** A person is asked whether the page may be typed into. */
  | { readonly kind: 'asking' }
  | { readonly kind: 'filling' }
  | { readonly kind: 'done'; readonly filled: number; readonly skipped: number }
  | { readonly kind: 'failed'; readonly reason: string };

/** Typing a test identity into the page, when a person wants that and never else. */
export interface FillStore {
  readonly phase: ReadonlySignal<FillPhase>;
  /** What was done on the page at hand; null: nothing yet. */
  readonly report: ReadonlySignal<VisitorReport | null>;
  /** Values that were typed since the panel was opened: for searching what leaves the tab, in memory only. */
  readonly planted: ReadonlySignal<readonly PlantedValue[]>;
  ask(): void;
  cancel(): void;
  /** Only what asks a person may call it. */
  fill(): void;
}

export interface FillStoreDeps {
  readonly page: PageClient;
  readonly pageState: ReadonlySignal<PageState>;
  /** Language of the page, BCP 47; '' where it does not say. */
  readonly language: () => string;
  readonly nextId: () => number;
  /** The same for as long as the panel is open: one person goes through the whole site. */
  readonly seed: number;
  readonly signal: AbortSignal;
}

/** Values that are searched for at once. */
const mostPlanted = 2_000;
const usualLanguage = 'en-US';

export function createFillStore(deps: FillStoreDeps): FillStore {
  const { page, pageState, seed, signal: abort } = deps;
  const phase = signal<FillPhase>({ kind: 'idle' });
  const report = signal<VisitorReport | null>(null);
  const planted = signal<readonly PlantedValue[]>([]);
  let asked: { readonly requestId: number; readonly locale: string } | null = null;

  const dispose = effect(() => {
    void pageState.value;
    // Whatever was asked was asked of another page.
    asked = null;
    phase.value = { kind: 'idle' };
    report.value = null;
  });
  abort.addEventListener('abort', dispose, { once: true });

  function done(body: PageToPanel['form/filled'], locale: string): void {
    const before = report.peek();
    report.value = {
      ...{ seed, locale, shownPasswords: 0, opened: 0 },
      filled: [...(before?.filled ?? []), ...body.filled],
      skipped: body.skipped,
    };
    planted.value = together(planted.peek(), body.planted);
    phase.value = { kind: 'done', filled: body.filled.length, skipped: body.skipped.length };
  }

  page.onMessage((message) => {
    if (message.type !== 'form/filled' && message.type !== 'form/failed') return;
    // A page cannot say by itself that it was filled.
    if (asked === null || message.body.requestId !== asked.requestId) return;
    const { locale } = asked;
    asked = null;
    if (message.type === 'form/filled') done(message.body, locale);
    else phase.value = { kind: 'failed', reason: message.body.reason };
  }, abort);

  return {
    phase,
    report,
    planted,
    ask() {
      if (pageState.peek().kind === 'ready' && phase.peek().kind !== 'filling')
        phase.value = { kind: 'asking' };
    },
    cancel() {
      if (phase.peek().kind === 'asking') phase.value = { kind: 'idle' };
    },
    fill() {
      if (phase.peek().kind !== 'asking') return;
      const locale = deps.language() || usualLanguage;
      asked = { requestId: deps.nextId(), locale };
      phase.value = { kind: 'filling' };
      page.send({ type: 'form/fill', body: { requestId: asked.requestId, seed, locale } });
    },
  };
}

function together(known: readonly PlantedValue[], more: readonly PlantedValue[]): readonly PlantedValue[] {
  const all = new Map([...known, ...more].map((one) => [`${one.kind} ${one.value}`, one]));
  return [...all.values()].slice(-mostPlanted);
}
