import { batch, computed, effect, signal } from '@preact/signals';
import { isOtherOrg } from '../../core/connections/isOtherOrg.ts';
import { noPageCalls } from '../../core/detection/pageCalls.ts';
import { createPlaceNamer } from '../../core/findings/placeNames.ts';
import { waysOutOf } from '../../core/findings/waysOutOf.ts';
import type { DraftState } from '../../core/settings/draft.ts';
import type { PageState } from '../client.ts';
import { createCompareStore } from './createCompareStore.ts';
import { createConnectionScope } from './createConnectionScope.ts';
import { createEditorStore } from './createEditorStore.ts';
import { createEffectStore } from './createEffectStore.ts';
import { createExamplesStore } from './createExamplesStore.ts';
import { createHistoryStore } from './createHistoryStore.ts';
import { createLeakSettingsStore } from './createLeakSettingsStore.ts';
import { createLeaksStore } from './createLeaksStore.ts';
import { createLintStore } from './createLintStore.ts';
import { createMaskAllStore } from './createMaskAllStore.ts';
import { createNamesStore } from './createNamesStore.ts';
import { createOutlineStore } from './createOutlineStore.ts';
import type { PanelStateDeps, PanelView } from './createPanelState.ts';
import { createPickerStore } from './createPickerStore.ts';
import { createPlanEffectStore } from './createPlanEffectStore.ts';
import { createProposalsStore } from './createProposalsStore.ts';
import { createPushStore } from './createPushStore.ts';
import { createRecordingFactsStore } from './createRecordingFactsStore.ts';
import { createRecordingStore } from './createRecordingStore.ts';
import { createRotStore } from './createRotStore.ts';
import { createSavedPagesStore } from './createSavedPagesStore.ts';
import { createScanStore } from './createScanStore.ts';
import { createSessionStore } from './createSessionStore.ts';
import { createSettingsStore } from './createSettingsStore.ts';
import { createTrialStore } from './createTrialStore.ts';
import { createVisibleSinceStore } from './createVisibleSinceStore.ts';
import { emptyRule } from './emptyRule.ts';
import { rulesInForce } from './rulesInForce.ts';
import { unlessEqual } from './unlessEqual.ts';

const noDraft: DraftState = { changes: [], canUndo: false, canRedo: false };

/** Every store of the panel, each fed by the others. */
export function createStores(deps: PanelStateDeps) {
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
  const scope = createConnectionScope({
    client: client.settings,
    page,
    site: session.site,
    isHeld: () => push.busy.value !== null,
  });
  const pageOrg = () => (page.value.kind === 'ready' ? page.value.recorderOrg : undefined);
  const proposals = createProposalsStore({
    settings: scope.client,
    afterChange: () => void settings.run('settings/state', {}),
  });
  const push = createPushStore({
    settings: scope.client,
    pageOrg,
    site: () => (page.value.kind === 'ready' ? (session.site.value ?? undefined) : undefined),
    afterPlan: () => settings.run('settings/state', {}),
    effectsOf: (plan) => planEffect.effectsOf(plan),
    afterPush: () => void settings.run('settings/refresh', {}),
    submit: proposals.submit,
  });
  const settings = createSettingsStore(scope.client, abort, scope);
  const presume = effect(() => {
    const policy = settings.state.value?.policy;
    if (policy?.kind === 'set' && policy.policy.recorder !== undefined)
      session.presume(policy.policy.recorder);
  });
  abort.addEventListener('abort', presume, { once: true });
  const today = computed(() => {
    const recorders = page.value.kind === 'ready' ? (page.value.recorders ?? []) : [];
    const versions = recorders.flatMap(({ id, version }) =>
      version === undefined ? [] : [[id, version] as const],
    );
    return { date: new Date(deps.now()).toISOString().slice(0, 10), versions: Object.fromEntries(versions) };
  });
  const ruleSet = unlessEqual(
    computed(() => rulesInForce(settings.state.value, session.profile.value, today.value)),
  );
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
  const trial = createTrialStore({ ruleSet, draft, push });
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
    today,
    current: leaks,
  });
  const editor = createEditorStore({ page: client.page, nextId, nameFor: deps.nameFor, signal: abort });
  const editing = { page: client.page, pageState: page, editor, current, draftScan, session, ruleSet, draft };
  const names = createNamesStore({ ...editing, nextId, signal: abort });
  const lint = createLintStore({ ...editing, names, nextId, signal: abort });
  const { newId, nameFor } = deps;
  const maskAll = createMaskAllStore({ page: client.page, settings, nextId, newId, nameFor, signal: abort });
  const rot = createRotStore({
    page: client.page,
    client: scope.client,
    scan: current.scan,
    nextId,
    now: deps.now,
    signal: abort,
  });
  const outlines = createOutlineStore({ page: client.page, nextId, signal: abort });
  const picker = createPickerStore({ page: client.page, signal: abort, onPicked });
  const examples = createExamplesStore({ page: client.page, editor, picker, signal: abort });
  const savedPages = createSavedPagesStore({
    ...{ page: client.page, pages: client.savedPages, saveFile: client.saveFile },
    ...{ session, ruleSet, draft, editor, leakSettings, nextId, now: deps.now, signal: abort },
  });
  const planEffect = createPlanEffectStore({
    ...{ push, trial, effects, current, draftScan, editor, session, ruleSet },
    ...{ settings: settings.state, pageState: page, savedPages, pages: client.savedPages, signal: abort },
  });

  const known = { client: client.settings, settings: settings.state, signal: abort };
  const history = createHistoryStore(known);
  const recordingFacts = createRecordingFactsStore({ ...known, page });
  const visibleSince = createVisibleSinceStore({
    ...{ ...scanDeps, session, history, ruleSet },
    today: leaks.reportedScan,
  });

  function onPicked(picked: Parameters<Parameters<typeof createPickerStore>[0]['onPicked']>[0]): void {
    view.value = 'rules';
    if (editor.takePick(picked.candidates)) return;
    const content = { ...emptyRule };
    editor.open({ id: deps.newId(), content, candidates: [], awaitsCandidates: false, ownName: false });
    editor.offer(picked.candidates);
    examples.startWith(picked.target.node);
  }

  return {
    nextId,
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
    examples,
    outlines,
    rot,
    push,
    proposals,
    trial,
    planEffect,
    savedPages,
    history,
    recordingFacts,
    visibleSince,
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
    /** Org the page records to, where it is another than the one that is connected. */
    otherOrg: computed(() => {
      const connection = settings.state.value?.connection;
      return (connection && isOtherOrg(connection, pageOrg()) && pageOrg()) || null;
    }),
  };
}
