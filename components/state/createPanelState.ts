import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { noPageCalls } from '../../core/detection/pageCalls.ts';
import { createPlaceNamer } from '../../core/findings/placeNames.ts';
import { type WayOutOnPage, waysOutOf } from '../../core/findings/waysOutOf.ts';
import type { Rule, RuleAction, RuleContent, RuleSet } from '../../core/rules/rule.ts';
import type { DraftState } from '../../core/settings/draft.ts';
import { ruleContentOf } from '../../core/settings/ruleContentOf.ts';
import type { PageState, PanelClient } from '../client.ts';
import { type CompareStore, createCompareStore } from './createCompareStore.ts';
import { createEditorStore, type EditorStore, operationOf } from './createEditorStore.ts';
import { createEffectStore, type EffectStore } from './createEffectStore.ts';
import { createLeakSettingsStore, type LeakSettingsStore } from './createLeakSettingsStore.ts';
import { createLeaksStore, type LeaksStore } from './createLeaksStore.ts';
import { createLintStore, type LintStore } from './createLintStore.ts';
import { createMaskAllStore, type MaskAllStore } from './createMaskAllStore.ts';
import { createNamesStore, type NamesStore } from './createNamesStore.ts';
import { createPickerStore, type PickerStore } from './createPickerStore.ts';
import { createPushStore, type PushStore } from './createPushStore.ts';
import { createRecordingStore, type RecordingStore } from './createRecordingStore.ts';
import { createScanStore, type ScanStore } from './createScanStore.ts';
import { createSessionStore, type SessionStore } from './createSessionStore.ts';
import { createSettingsStore, type SettingsStore } from './createSettingsStore.ts';
import { rulesInForce } from './rulesInForce.ts';
import { unlessEqual } from './unlessEqual.ts';
import { wireOverlay } from './wireOverlay.ts';
import { wireScans } from './wireScans.ts';

export const panelViews = ['leaks', 'rules', 'replay', 'draft'] as const;
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
  readonly push: PushStore;
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
  newRule(): void;
  saveEdit(): Promise<void>;
  deleteRule(rule: Rule): Promise<void>;
  /** Changes another rule in the draft, and leaves the editor as it is. */
  draftRule(rule: Rule, content: RuleContent): Promise<void>;
}

export interface PanelStateDeps {
  readonly client: PanelClient;
  /** UUID v4. */
  readonly newId: () => string;
  readonly nameFor: (content: RuleContent) => string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly signal: AbortSignal;
}

const noDraft: DraftState = { changes: [], canUndo: false, canRedo: false };

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
  void settings.run('settings/state', {});

  function openNew(action: RuleAction, awaitsCandidates: boolean): void {
    const content = { ...emptyRule, action };
    view.value = 'rules';
    editor.open({ id: deps.newId(), content, candidates: [], awaitsCandidates, ownName: false });
  }

  return {
    ...stores,
    newId: deps.newId,
    rescan: () => (current.phase.peek().kind === 'scanning' ? undefined : control.rescan()),
    restartRecording: control.restart,
    flash: (node) => deps.client.page.send({ type: 'overlay/flash', body: { node } }),
    proposeRule(node, action) {
      openNew(action, true);
      editor.suggestFor(node);
    },
    newRule: () => openNew('mask', false),
    editRule(rule) {
      editor.open({
        id: rule.id,
        base: rule,
        content: ruleContentOf(rule),
        candidates: [],
        awaitsCandidates: false,
        ownName: true,
      });
    },
    async saveEdit() {
      const edit = editor.edit.peek();
      if (!edit) return;
      const change = draft.peek().changes.find((known) => known.id === edit.id);
      if (await settings.run('draft/apply', { operation: operationOf(edit, change) })) editor.close();
    },
    async draftRule(rule, content) {
      const base = draft.peek().changes.find((known) => known.id === rule.id)?.base ?? rule;
      const operation = { kind: 'update', ruleId: rule.id, base, content } as const;
      await settings.run('draft/apply', { operation });
    },
    async deleteRule(rule) {
      const base = draft.peek().changes.find((known) => known.id === rule.id)?.base ?? rule;
      const operation = { kind: 'delete', ruleId: rule.id, base } as const;
      if (await settings.run('draft/apply', { operation })) editor.close();
    },
  };
}

function createStores(deps: PanelStateDeps) {
  const { client, signal: abort } = deps;
  let last = 0;
  const nextId = () => {
    last += 1;
    return last;
  };
  const view = signal<PanelView>('leaks');
  const page = signal<PageState>({ kind: 'waiting' });
  const overlayLost = signal(false);
  const session = createSessionStore(client.sites);
  client.page.onState(
    (next) =>
      batch(() => {
        page.value = next;
        if (next.kind === 'ready') session.follow(next.url, next.recorders ?? []);
        overlayLost.value = false;
      }),
    abort,
  );
  client.page.onMessage(({ type }) => {
    if (type === 'overlay/lost') overlayLost.value = true;
  }, abort);
  const settings = createSettingsStore(client.settings, abort);
  const ruleSet = unlessEqual(computed(() => rulesInForce(settings.state.value, session.profile.value)));
  const draft = computed(() => settings.state.value?.draft ?? noDraft);
  const calls = () => {
    const { value } = page;
    return (value.kind === 'ready' ? value.calls : undefined) ?? noPageCalls;
  };
  const scanDeps = { page: client.page, nextId, calls, signal: abort };
  const current = createScanStore({ ...scanDeps, purpose: 'current' });
  const draftScan = createScanStore({ ...scanDeps, purpose: 'draft' });
  const recording = createRecordingStore({ page: client.page, signal: abort, now: deps.now });
  const finder = client.leaks;
  const leakSettings = createLeakSettingsStore({ settings, now: deps.now, signal: abort });
  const leakDeps = { finder, leaks: leakSettings.dated, signal: abort };
  const leaks = createLeaksStore({ ...leakDeps, scan: current.scan, recording });
  const draftLeaks = createLeaksStore({ ...leakDeps, scan: draftScan.scan });
  const effects = createEffectStore({
    finder: client.leaks,
    current: leaks,
    draft: draftLeaks,
    signal: abort,
  });
  const compare = createCompareStore({
    ...leakDeps,
    page: client.page,
    nextId,
    calls,
    session,
    settings: settings.state,
    current: leaks,
  });
  const editor = createEditorStore({ page: client.page, nextId, nameFor: deps.nameFor, signal: abort });
  const editing = { page: client.page, pageState: page, editor, current, draftScan, session, ruleSet, draft };
  const names = createNamesStore({ ...editing, nextId, signal: abort });
  const lint = createLintStore({ ...editing, names, nextId, signal: abort });
  const { newId, nameFor } = deps;
  const maskAll = createMaskAllStore({ page: client.page, settings, nextId, newId, nameFor, signal: abort });
  const picker = createPickerStore({ page: client.page, signal: abort, onPicked });
  const pageOrg = () => (page.value.kind === 'ready' ? page.value.recorderOrg : undefined);
  const push = createPushStore({
    settings: client.settings,
    pageOrg,
    afterPush: () => void settings.run('settings/refresh', {}),
  });

  function onPicked(picked: Parameters<Parameters<typeof createPickerStore>[0]['onPicked']>[0]): void {
    view.value = 'rules';
    if (editor.takePick(picked.candidates)) return;
    const content = { ...emptyRule };
    editor.open({ id: deps.newId(), content, candidates: [], awaitsCandidates: false, ownName: false });
    editor.offer(picked.candidates);
  }

  return {
    view,
    page,
    session,
    settings,
    ruleSet,
    draft,
    current,
    draftScan,
    recording,
    leaks,
    leakSettings,
    maskAll,
    draftLeaks,
    effects,
    compare,
    editor,
    names,
    lint,
    picker,
    push,
    placeName: computed(() => createPlaceNamer(leaks.reportedScan.value ?? { nodes: [], records: [] })),
    overlayOn: signal(true),
    overlayLost,
    ruleFilter: signal(''),
    waysOut: computed(() => {
      const report = leaks.report.value;
      const scan = leaks.reportedScan.value;
      const { waysOut, parseOptions } = session.profile.value;
      if (!report || !scan || !waysOut) return [];
      return waysOutOf(waysOut(parseOptions(session.options.value), calls()), scan, report.findings);
    }),
    otherOrg: computed(() => orgMismatch(pageOrg(), settings.state.value?.connection.orgId)),
  };
}

const emptyRule: RuleContent = {
  name: '',
  selector: '',
  exceptions: [],
  action: 'mask',
  consent: false,
  scope: 'all',
  platforms: ['web'],
};

function orgMismatch(ofPage: string | undefined, ofKey: string | undefined): string | null {
  return ofPage !== undefined && ofKey !== undefined && ofPage !== ofKey ? ofPage : null;
}
