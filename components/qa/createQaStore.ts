import { effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import { profileById } from '../../core/profiles/registry.ts';
import { composePageReport } from '../../core/report/composePageReport.ts';
import { pageName } from '../../core/report/pageName.ts';
import type { VisitorReport } from '../../core/visitor/visitorReport.ts';
import type { WireReport } from '../../core/wire/wireReport.ts';
import type { PageClient, PageState, QaMemory, TabWatch } from '../client.ts';
import type { LeaksStore } from '../state/createLeaksStore.ts';
import type { RecordingStore } from '../state/createRecordingStore.ts';
import type { ScanStore } from '../state/createScanStore.ts';
import { createVisitLog, type VisitedPage, type VisitGap } from './createVisitLog.ts';
import { type KeptSession, keepSession } from './keepSession.ts';

/** A QA session: the tab is followed over its pages, and what each would leak is kept. */
export interface QaStore {
  readonly isOn: ReadonlySignal<boolean>;
  /** RFC 3339; null: no session, and nothing of one. */
  readonly since: ReadonlySignal<string | null>;
  /** Id of the profile that it began with. */
  readonly recorder: ReadonlySignal<string>;
  readonly pages: ReadonlySignal<readonly VisitedPage[]>;
  /** May it go on by itself when another page of this site is opened? Null: not known, or no page is there. */
  readonly mayFollow: ReadonlySignal<boolean | null>;
  /** Why nothing of it outlives the panel; null: it does. */
  readonly notKept: ReadonlySignal<'too-large' | 'failed' | null>;
  start(): void;
  stop(): void;
  /** Asks for the site at hand. Call it directly in a click handler. */
  allowSite(): Promise<void>;
  /** What was found on a page is forgotten: its next look is its first. */
  forgetPage(key: string): void;
  discard(): void;
}

/** Words that become part of a report. */
export interface QaWords {
  /** A page whose address the browser does not tell. */
  readonly unnamed: string;
  /** What tells pages apart that another recorder records. */
  readonly recordedBy: (recorder: string) => string;
}

export interface QaStoreDeps {
  readonly page: PageClient;
  readonly pageState: ReadonlySignal<PageState>;
  readonly tab: TabWatch;
  readonly memory: QaMemory;
  readonly profileId: ReadonlySignal<string>;
  readonly current: ScanStore;
  readonly leaks: LeaksStore;
  readonly recording: RecordingStore;
  /** What the test identity did on the page at hand. */
  readonly visitor: ReadonlySignal<VisitorReport | null>;
  /** What left the tab from this page; null: nobody listens. */
  readonly wire: ReadonlySignal<WireReport | null>;
  /** Begins a new look at the page and a new recording. */
  readonly restart: () => void;
  readonly askAccess: (origin: string) => Promise<boolean>;
  readonly words: QaWords;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly onLeave: (listener: () => void, signal: AbortSignal) => void;
  readonly signal: AbortSignal;
}

/** Follows the panel's own looks at the page: it makes none of its own but where a route changes. */
export function createQaStore(deps: QaStoreDeps): QaStore {
  const { pageState, words, signal: abort } = deps;
  const isOn = signal(false);
  const since = signal<string | null>(null);
  const recorder = signal('');
  const pages = signal<readonly VisitedPage[]>([]);
  const mayFollow = signal<boolean | null>(null);
  let log = createVisitLog(words.unnamed);

  const kept = keepSession({
    ...{ memory: deps.memory, restore, onLeave: deps.onLeave, signal: abort },
    session: () => (since.peek() === null ? null : present()),
  });

  function present(): KeptSession {
    return {
      ...{ version: 1, since: since.peek() ?? '', isOn: isOn.peek(), recorder: recorder.peek() },
      pages: pages.peek().map(({ report }) => report),
    };
  }

  function restore(session: KeptSession): void {
    if (since.peek() !== null) return;
    log.restore(session.pages);
    recorder.value = session.recorder;
    since.value = session.since;
    // Nobody knows what was opened while the panel was closed.
    if (session.isOn) log.gap('panel-closed', words.unnamed);
    if (session.isOn) go();
    else show();
  }

  function show(): void {
    pages.value = log.pages();
    kept.changed();
  }

  function go(): void {
    isOn.value = true;
    enter(pageState.peek());
    tell();
    show();
  }

  function enter(state: PageState): void {
    if (state.kind === 'ready') log.opened(state.url);
    else if (state.kind === 'connecting') log.left();
    else if (state.kind === 'no-access') log.refused('no-access', state.origin);
    else if (state.kind === 'not-inspectable') log.refused(gaps[state.reason]);
    else log.ended();
  }

  /** What the panel knows of the page by now. */
  function tell(): void {
    const report = deps.leaks.report.value;
    const scan = deps.leaks.reportedScan.value;
    const phase = deps.current.phase.value;
    const failure = deps.leaks.failure.value ?? (phase.kind === 'failed' ? phase.reason : null);
    if (failure !== null) log.failed(failure);
    else if (report && scan) {
      const page = pageName(scan.url) || words.unnamed;
      const isOther = scan.profile !== recorder.peek();
      const step = words.recordedBy(profileById(scan.profile)?.name ?? scan.profile);
      const visitor = deps.visitor.value;
      const told = composePageReport(isOther ? { page, step } : { page }, scan, report);
      const wire = deps.wire.value;
      log.told({ ...told, ...(visitor && { visitor }), ...(wire && { wire }) });
    }
  }

  async function askWhetherItMayFollow(state: PageState): Promise<void> {
    mayFollow.value = null;
    const origin = originOf(state);
    if (origin === null) return;
    const answer = await deps.tab.hasAccess(origin);
    if (originOf(pageState.peek()) === origin && !abort.aborted) mayFollow.value = answer;
  }

  const during = (run: () => void) => abort.addEventListener('abort', effect(run), { once: true });
  during(() => {
    const state = pageState.value;
    untracked(() => {
      void askWhetherItMayFollow(state);
      if (!isOn.peek()) return;
      enter(state);
      show();
    });
  });
  let recorded: number | null = null;
  during(() => {
    const number = deps.recording.number.value;
    // Other rules, another configuration: what was found before stays, as of another look.
    if (number !== null && recorded !== null && isOn.peek()) log.again();
    recorded = number;
  });
  during(() => {
    if (!isOn.value) return;
    tell();
    untracked(show);
  });
  deps.page.onMessage((message) => {
    if (message.type !== 'page/route' || !isOn.peek()) return;
    if (log.moved(message.body.url)) deps.restart();
    show();
  }, abort);
  deps.tab.onVisit((url) => {
    if (!isOn.peek()) return;
    log.visited(url);
    show();
  }, abort);

  return {
    isOn,
    since,
    recorder,
    pages,
    mayFollow,
    notKept: kept.notKept,
    start() {
      if (since.peek() === null) {
        recorder.value = deps.profileId.peek();
        since.value = new Date(deps.now()).toISOString();
      }
      go();
    },
    stop() {
      log.ended();
      isOn.value = false;
      show();
    },
    async allowSite() {
      const origin = originOf(pageState.peek());
      if (origin === null || !(await deps.askAccess(origin))) return;
      mayFollow.value = true;
      if (pageState.peek().kind !== 'ready') deps.page.reconnect();
    },
    forgetPage(key) {
      log.forget(key);
      show();
    },
    discard() {
      log = createVisitLog(words.unnamed);
      isOn.value = false;
      since.value = null;
      show();
    },
  };
}

const gaps: Readonly<Record<Extract<PageState, { kind: 'not-inspectable' }>['reason'], VisitGap>> = {
  'browser-page': 'page-of-browser',
  store: 'page-of-store',
  file: 'page-is-file',
  policy: 'page-by-policy',
  other: 'page-refused',
};

/** The site that access may be asked for. */
function originOf(state: PageState): string | null {
  if (state.kind === 'no-access') return state.origin ?? null;
  if (state.kind !== 'ready' || !URL.canParse(state.url)) return null;
  const { protocol, origin } = new URL(state.url);
  return protocol === 'https:' || protocol === 'http:' ? origin : null;
}
