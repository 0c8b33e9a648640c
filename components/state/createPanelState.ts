import type { ReadonlySignal, Signal } from '@preact/signals';
import type { WayOutOnPage } from '../../core/findings/waysOutOf.ts';
import type { BackgroundRequests } from '../../core/protocol.ts';
import type { Rule, RuleAction, RuleContent, RuleSet } from '../../core/rules/rule.ts';
import type { DraftOperation, DraftState } from '../../core/settings/draft.ts';
import type { KeptEdit } from '../../core/settings/keptEdit.ts';
import { ruleContentOf } from '../../core/settings/ruleContentOf.ts';
import type { PageState, PanelClient } from '../client.ts';
import { createFillStore, type FillStore } from '../fill/createFillStore.ts';
import { createQaStore, type QaStore, type QaWords } from '../qa/createQaStore.ts';
import { createWireStore, type WireStore } from '../wire/createWireStore.ts';
import type { CompareStore } from './createCompareStore.ts';
import { type EditorStore, operationOf } from './createEditorStore.ts';
import type { EffectStore } from './createEffectStore.ts';
import type { ExamplesStore } from './createExamplesStore.ts';
import type { HistoryStore } from './createHistoryStore.ts';
import type { LeakSettingsStore } from './createLeakSettingsStore.ts';
import type { LeaksStore } from './createLeaksStore.ts';
import type { LintStore } from './createLintStore.ts';
import type { MaskAllStore } from './createMaskAllStore.ts';
import type { NamesStore } from './createNamesStore.ts';
import type { OutlineStore } from './createOutlineStore.ts';
import type { PickerStore } from './createPickerStore.ts';
import type { PlanEffectStore } from './createPlanEffectStore.ts';
import type { ProposalsStore } from './createProposalsStore.ts';
import type { PushStore } from './createPushStore.ts';
import type { RecordingFactsStore } from './createRecordingFactsStore.ts';
import type { RecordingStore } from './createRecordingStore.ts';
import type { RotStore } from './createRotStore.ts';
import type { SavedPagesStore } from './createSavedPagesStore.ts';
import type { ScanStore } from './createScanStore.ts';
import type { SessionStore } from './createSessionStore.ts';
import type { SettingsStore } from './createSettingsStore.ts';
import { createStores } from './createStores.ts';
import type { TrialStore } from './createTrialStore.ts';
import type { VisibleSinceStore } from './createVisibleSinceStore.ts';
import { emptyRule } from './emptyRule.ts';
import { keepEdits } from './keepEdits.ts';
import { wireOverlay } from './wireOverlay.ts';
import { wireScans } from './wireScans.ts';

export const panelViews = ['leaks', 'pages', 'rules', 'replay', 'draft'] as const;
export type PanelView = (typeof panelViews)[number];

/** All that the panel knows. Facts are signals; what follows from them is computed. */
export interface PanelState {
  readonly view: Signal<PanelView>;
  readonly page: ReadonlySignal<PageState>;
  readonly session: SessionStore;
  readonly settings: SettingsStore;
  readonly ruleSet: ReadonlySignal<RuleSet | null>;
  readonly draft: ReadonlySignal<DraftState>;
  readonly current: ScanStore;
  readonly draftScan: ScanStore;
  readonly recording: RecordingStore;
  readonly leaks: LeaksStore;
  readonly leakSettings: LeakSettingsStore;
  readonly maskAll: MaskAllStore;
  readonly effects: EffectStore;
  readonly compare: CompareStore;
  readonly editor: EditorStore;
  readonly names: NamesStore;
  readonly lint: LintStore;
  readonly picker: PickerStore;
  readonly examples: ExamplesStore;
  readonly outlines: OutlineStore;
  readonly rot: RotStore;
  readonly push: PushStore;
  readonly proposals: ProposalsStore;
  readonly trial: TrialStore;
  readonly planEffect: PlanEffectStore;
  readonly savedPages: SavedPagesStore;
  readonly history: HistoryStore;
  readonly recordingFacts: RecordingFactsStore;
  readonly visibleSince: VisibleSinceStore;
  readonly qa: QaStore;
  readonly fill: FillStore;
  readonly wire: WireStore;
  /** What people call a place of the last read scan; '' when nothing names it. Text of the page: for the screen only. */
  readonly placeName: ReadonlySignal<(node: number) => string>;
  readonly overlayOn: Signal<boolean>;
  /** The page keeps removing the overlay, and it was given up. */
  readonly overlayLost: ReadonlySignal<boolean>;
  readonly ruleFilter: Signal<string>;
  /** What leaves the page beside the content of its elements; empty while nothing was read. */
  readonly waysOut: ReadonlySignal<readonly WayOutOnPage[]>;
  /** The page's recorder sends to this org and the key belongs to another: its id, else null. */
  readonly otherOrg: ReadonlySignal<string | null>;
  /** A new UUID. */
  newId(): string;
  rescan(): void;
  /** Begins the simulated recording anew. */
  restartRecording(): void;
  flash(node: number): void;
  /** Opens the editor on a new rule for a place on the page. */
  proposeRule(node: number, action: RuleAction): void;
  editRule(rule: Rule): void;
  /** Opens the editor on a rule with another selector, which is saved only when a person says so. */
  mendRule(rule: Rule, selector: string): void;
  /** Opens the editor on what two edits of one rule add up to; it is saved as an edit of the rule as it is now. */
  editMerge(theirs: Rule, content: RuleContent): void;
  newRule(): void;
  /** Opens the editor on what was typed and not saved. */
  continueEdit(kept: KeptEdit): void;
  saveEdit(): Promise<void>;
  deleteRule(rule: Rule): Promise<void>;
  /** Changes another rule in the draft, and leaves the editor as it is. */
  draftRule(rule: Rule, content: RuleContent): Promise<void>;
  /** Changes the draft that is on the screen, and no other. True when it was done. */
  changeDraft<K extends DraftRequest>(
    name: K,
    body: Omit<BackgroundRequests[K]['request'], 'draft'>,
  ): Promise<boolean>;
}

type DraftRequest = 'draft/apply' | 'draft/import' | 'draft/undo' | 'draft/redo' | 'draft/discard';

export interface PanelStateDeps {
  readonly client: PanelClient;
  /** UUID v4. */
  readonly newId: () => string;
  readonly nameFor: (content: RuleContent) => string;
  readonly qaWords: QaWords;
  /** Of the test identity that fields are filled with. */
  readonly seed: number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Calls back when the panel is about to be closed. */
  readonly onLeave: (listener: () => void, signal: AbortSignal) => void;
  readonly signal: AbortSignal;
}

export function createPanelState(deps: PanelStateDeps): PanelState {
  const stores = createStores(deps);
  const { view, current, editor, settings, draft } = stores;
  const control = wireScans({
    ...stores,
    page: deps.client.page,
    pageState: stores.page,
    signal: deps.signal,
  });
  wireOverlay({ ...stores, page: deps.client.page, pageState: stores.page, signal: deps.signal });
  stores.leakSettings.onDetectors(control.restart);
  const fill = createFillStore({
    ...{ page: deps.client.page, pageState: stores.page, nextId: stores.nextId, seed: deps.seed },
    language: () => stores.leaks.reportedScan.peek()?.lang ?? '',
    signal: deps.signal,
  });
  const wire = createWireStore({
    ...{ requests: deps.client.requests, pageState: stores.page, planted: fill.planted },
    ...{ played: () => stores.session.profileId.peek(), now: deps.now, signal: deps.signal },
  });
  const qa = createQaStore({
    ...{ visitor: fill.report, wire: wire.report },
    ...{ current, leaks: stores.leaks, recording: stores.recording, profileId: stores.session.profileId },
    ...{ page: deps.client.page, pageState: stores.page, tab: deps.client.tab, memory: deps.client.qaMemory },
    ...{ restart: control.restart, askAccess: deps.client.askAccess, words: deps.qaWords },
    ...{ now: deps.now, onLeave: deps.onLeave, signal: deps.signal },
  });
  void settings.run('settings/state', {});
  const keeper = keepEdits({
    settings,
    edit: editor.edit,
    onLeave: deps.onLeave,
    signal: deps.signal,
  });
  settings.beforeSwitch(async () => {
    await keeper.settled();
    editor.close();
    stores.push.close();
  });

  function changeDraft<K extends DraftRequest>(
    name: K,
    body: Omit<BackgroundRequests[K]['request'], 'draft'>,
  ): Promise<boolean> {
    const draft = settings.state.peek()?.drafts.find(({ isPresent }) => isPresent)?.id;
    const request = draft === undefined ? body : { ...body, draft };
    return settings.run(name, request as BackgroundRequests[K]['request']);
  }

  async function applyAndClose(operation: DraftOperation, seen?: RuleContent): Promise<boolean> {
    const isSaved = await changeDraft(
      'draft/apply',
      seen === undefined ? { operation } : { operation, seen },
    );
    if (isSaved) editor.close();
    return isSaved;
  }

  function openRule(rule: Rule, changed: Partial<RuleContent> = {}): void {
    const content = { ...ruleContentOf(rule), ...changed };
    const rest = { candidates: [], awaitsCandidates: false, ownName: true };
    editor.open({ id: rule.id, base: rule, content, ...rest });
  }

  function openNew(action: RuleAction, awaitsCandidates: boolean): void {
    const content = { ...emptyRule, action };
    view.value = 'rules';
    editor.open({ id: deps.newId(), content, candidates: [], awaitsCandidates, ownName: false });
  }

  return {
    ...stores,
    qa,
    fill,
    wire,
    newId: deps.newId,
    rescan: () => (current.phase.peek().kind === 'scanning' ? undefined : control.rescan()),
    restartRecording: control.restart,
    flash: (node) => deps.client.page.send({ type: 'overlay/flash', body: { node } }),
    proposeRule(node, action) {
      openNew(action, true);
      editor.suggestFor(node);
      stores.examples.startWith(node);
    },
    newRule: () => openNew('mask', false),
    editMerge(theirs, content) {
      view.value = 'rules';
      const rest = { candidates: [], awaitsCandidates: false, ownName: true };
      editor.open({ id: theirs.id, base: theirs, content, onBase: true, ...rest });
    },
    mendRule: (rule, selector) => openRule(rule, { selector }),
    editRule: (rule) => openRule(rule),
    continueEdit({ id, base, content, ownName }) {
      view.value = 'rules';
      const rest = { candidates: [], awaitsCandidates: false, ownName };
      editor.open({ id, ...(base ? { base } : {}), content, ...rest });
    },
    async saveEdit() {
      const edit = editor.edit.peek();
      if (!edit) return;
      const change = draft.peek().changes.find((known) => known.id === edit.id);
      // What was merged by hand is meant as it is.
      const seen = edit.base && edit.onBase !== true ? ruleContentOf(edit.base) : undefined;
      await keeper.whileSaving(() => applyAndClose(operationOf(edit, change), seen));
    },
    async draftRule(rule, content) {
      const base = draft.peek().changes.find((known) => known.id === rule.id)?.base ?? rule;
      const operation = { kind: 'update', ruleId: rule.id, base, content } as const;
      await changeDraft('draft/apply', { operation });
    },
    async deleteRule(rule) {
      const base = draft.peek().changes.find((known) => known.id === rule.id)?.base ?? rule;
      const operation = { kind: 'delete', ruleId: rule.id, base } as const;
      await keeper.whileSaving(() => applyAndClose(operation));
    },
    changeDraft,
  };
}
