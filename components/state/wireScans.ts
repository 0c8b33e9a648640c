import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { RuleSet } from '../../core/rules/rule.ts';
import { applyDraft } from '../../core/settings/applyDraft.ts';
import type { DraftChange, DraftState } from '../../core/settings/draft.ts';
import type { PageClient, PageState } from '../client.ts';
import type { EditorStore, RuleEdit } from './createEditorStore.ts';
import type { RecordingStore } from './createRecordingStore.ts';
import type { ScanStore } from './createScanStore.ts';
import type { SessionStore } from './createSessionStore.ts';
import type { TrialStore } from './createTrialStore.ts';

/** Typing is not simulated letter by letter. */
const typingPauseMilliseconds = 250;
/** A page that changes all the time is read again this often without being asked, then it says so. */
const maxAutomaticRescans = 5;
const quietMilliseconds = 1000;

export interface ScanWiring {
  readonly page: PageClient;
  readonly pageState: ReadonlySignal<PageState>;
  readonly session: SessionStore;
  readonly ruleSet: ReadonlySignal<RuleSet | null>;
  readonly draft: ReadonlySignal<DraftState>;
  /** What is tried while no rule is being written; null: nothing differs from the org's rules. */
  readonly trial: TrialStore;
  readonly editor: EditorStore;
  readonly current: ScanStore;
  readonly draftScan: ScanStore;
  readonly recording: RecordingStore;
  readonly signal: AbortSignal;
}

export interface ScanControl {
  /** Scans again on request; the recording goes on. */
  rescan(): void;
  /** Begins the recording anew: what it found so far is forgotten. */
  restart(): void;
}

/** Decides when the page is scanned: at connection, when rules or session change, when the draft changes. */
export function wireScans(wiring: ScanWiring): ScanControl {
  const asked = signal(0);
  let automatic = 0;
  const during = (run: () => undefined | (() => void)) =>
    wiring.signal.addEventListener('abort', effect(run), { once: true });

  let recorded: Recorded | undefined;
  during(() => {
    void asked.value;
    recorded = startCurrent(wiring, recorded);
    return undefined;
  });
  during(() => scheduleDraft(wiring));
  during(() => {
    const { current, editor } = wiring;
    if (!current.stale.value || current.phase.value.kind !== 'done' || editor.edit.value) return undefined;
    if (automatic >= maxAutomaticRescans) return undefined;
    const timer = setTimeout(() => {
      automatic += 1;
      asked.value += 1;
    }, quietMilliseconds);
    return () => clearTimeout(timer);
  });

  function rescan(): void {
    automatic = 0;
    asked.value += 1;
  }

  return {
    rescan,
    restart() {
      recorded = undefined;
      rescan();
    },
  };
}

/** What a recording is made with: another of these is another recording. */
interface Recorded {
  readonly page: PageState;
  readonly profile: string;
  readonly options: unknown;
  readonly ruleSet: RuleSet;
}

/** @returns what is being recorded now */
function startCurrent(wiring: ScanWiring, recorded: Recorded | undefined): Recorded | undefined {
  const { page, current, draftScan, recording, session } = wiring;
  const ruleSet = wiring.ruleSet.value;
  const options = session.options.value;
  const profile = session.profileId.value;
  const pageState = wiring.pageState.value;
  if (pageState.kind !== 'ready') {
    current.forget();
    draftScan.forget();
    recording.end();
    return undefined;
  }
  if (!ruleSet || !session.isSettled.value) return undefined;
  const isSame =
    recorded?.page === pageState &&
    recorded.profile === profile &&
    recorded.options === options &&
    recorded.ruleSet === ruleSet;
  // A first look that was cancelled or failed has no recording after it.
  const goesOn = isSame && recording.isOn.peek();
  draftScan.forget();
  const number = current.start({ profile, options, ruleSet, record: !goesOn });
  if (!goesOn) recording.begin(number);
  page.send({ type: 'watch/set', body: { on: true } });
  return { page: pageState, profile, options, ruleSet };
}

/** The draft is scanned after the current rules are: both are compared, and the page is read once at a time. */
function scheduleDraft(wiring: ScanWiring): undefined | (() => void) {
  const { current, draftScan, session, editor } = wiring;
  const ruleSet = wiring.ruleSet.value;
  const edit = usableEdit(editor);
  const drafted = ruleSet && edit && applyDraft(ruleSet, withEdit(wiring.draft.value, edit));
  const tried = drafted ?? wiring.trial.rules.value;
  if (!tried) {
    draftScan.forget();
    return undefined;
  }
  if (current.phase.value.kind !== 'done') return undefined;
  const options = session.options.peek();
  const profile = session.profileId.peek();
  const timer = setTimeout(
    () => draftScan.start({ profile, options, ruleSet: tried, record: false }),
    typingPauseMilliseconds,
  );
  return () => clearTimeout(timer);
}

/** An edit counts once its selector is one the page accepts: an invalid one changes nothing. */
function usableEdit(editor: EditorStore): RuleEdit | null {
  const edit = editor.edit.value;
  const live = editor.live.value;
  if (!edit || edit.content.selector.trim() === '') return null;
  return live && live.problem === undefined ? edit : null;
}

/** The draft with the edit under way. */
export function withEdit(draft: DraftState, edit: RuleEdit | null): DraftState {
  if (!edit) return draft;
  const earlier = draft.changes.find((change) => change.id === edit.id);
  const others = draft.changes.filter((change) => change.id !== edit.id);
  return { ...draft, changes: [...others, changeOf(edit, earlier)] };
}

function changeOf(edit: RuleEdit, earlier: DraftChange | undefined): DraftChange {
  const kind = earlier?.kind ?? (edit.base ? 'update' : 'create');
  const base = earlier ? earlier.base : edit.base;
  return {
    id: edit.id,
    kind: kind === 'delete' ? 'update' : kind,
    ...(base ? { base } : undefined),
    content: edit.content,
    keys: earlier?.keys ?? [],
  };
}
