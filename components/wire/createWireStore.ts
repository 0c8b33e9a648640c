import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { PlantedValue } from '../../core/visitor/plantedValue.ts';
import { createPlantedSearch, type PlantedSearch } from '../../core/wire/createPlantedSearch.ts';
import { createWireTally } from '../../core/wire/createWireTally.ts';
import { originOf } from '../../core/wire/originOf.ts';
import type { SeenRequest } from '../../core/wire/seenRequest.ts';
import type { WireReport } from '../../core/wire/wireReport.ts';
import type { PageState, RequestWatch } from '../client.ts';
import { carrierOf, lookInto } from './lookInto.ts';
import { streamInflaters } from './streamInflaters.ts';

/** `refused`: a person or the browser said no. `lost`: the access was taken away. `broken`: the browser gives no events. */
export type WirePhase = 'off' | 'asking' | 'on' | 'refused' | 'lost' | 'broken';

/** What leaves the tab, searched for the values of the test identity. Off until a person turns it on. */
export interface WireStore {
  readonly phase: ReadonlySignal<WirePhase>;
  /** Of the page at hand; null: nobody listens. */
  readonly report: ReadonlySignal<WireReport | null>;
  /** Asks for the access it needs. Call it directly in a click handler. */
  start(): Promise<void>;
  stop(): void;
  /** Stops, and gives the access back. */
  giveBack(): Promise<void>;
}

export interface WireStoreDeps {
  readonly requests: RequestWatch;
  readonly pageState: ReadonlySignal<PageState>;
  readonly planted: ReadonlySignal<readonly PlantedValue[]>;
  /** Id of the recorder that is played. */
  readonly played: () => string;
  /** Milliseconds of a clock. */
  readonly now: () => number;
  readonly signal: AbortSignal;
}

/** Requests that wait to be looked into; what comes above that is counted and not looked into. */
const mostWaiting = 200;

export function createWireStore(deps: WireStoreDeps): WireStore {
  const { requests, pageState, planted, now, signal: abort } = deps;
  const phase = signal<WirePhase>('off');
  const report = signal<WireReport | null>(null);
  const inflaters = streamInflaters();
  let tally = createWireTally();
  let search: { readonly planted: readonly PlantedValue[]; readonly find: PlantedSearch } | undefined;
  let listening: AbortController | undefined;
  let line: Promise<void> = Promise.resolve();
  let waiting = 0;

  const siteNow = () => {
    const page = pageState.peek();
    return page.kind === 'ready' && /^https?:/.test(page.url) ? page.url : null;
  };

  function show(): void {
    if (phase.peek() === 'on') report.value = tally.report();
  }

  function heard(request: SeenRequest): void {
    const site = siteNow() ?? request.from ?? request.url;
    // Workers of other sites are nothing of this tab.
    if (!request.isOfTab && !isOfSite(request.from, site)) return;
    if (waiting >= mostWaiting) {
      tally.gap(originOf(request.url), carrierOf(request), 'too-busy');
      show();
      return;
    }
    waiting += 1;
    // What was typed by the time it is sent: not what is typed while it waits.
    const values = planted.peek();
    line = line.then(() => look(request, site, values));
  }

  async function look(request: SeenRequest, site: string, values: readonly PlantedValue[]): Promise<void> {
    if (search?.planted !== values) search = { planted: values, find: createPlantedSearch(values) };
    try {
      const looking = { planted: values, search: search.find, inflaters, site, now };
      const searching = { ...looking, played: deps.played() };
      tally.add(await lookInto(request, searching));
    } catch {
      // A message that breaks what reads it was not looked into; its words may be the page's.
      tally.gap(originOf(request.url), carrierOf(request), 'unreadable');
    }
    waiting -= 1;
    show();
  }

  function begin(): void {
    listening = new AbortController();
    const life = AbortSignal.any([listening.signal, abort]);
    tally = createWireTally();
    try {
      requests.watch(heard, () => end('lost'), life);
      phase.value = 'on';
      show();
    } catch {
      end('broken');
    }
  }

  function end(next: WirePhase): void {
    listening?.abort();
    listening = undefined;
    phase.value = next;
    report.value = null;
  }

  const dispose = effect(() => {
    // Another document: what left the one before is in its report.
    if (pageState.value.kind !== 'connecting') return;
    tally = createWireTally();
    show();
  });
  abort.addEventListener('abort', dispose, { once: true });

  return {
    phase,
    report,
    async start() {
      phase.value = 'asking';
      const isAllowed = await requests.ask().catch(() => false);
      if (phase.peek() !== 'asking' || abort.aborted) return;
      if (isAllowed) begin();
      else phase.value = 'refused';
    },
    stop: () => end('off'),
    async giveBack() {
      end('off');
      await requests.giveBack();
    },
  };
}

function isOfSite(from: string | undefined, site: string): boolean {
  return from !== undefined && URL.canParse(from) && new URL(from).origin === new URL(site).origin;
}
