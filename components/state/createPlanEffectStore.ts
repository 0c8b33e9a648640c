import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import { defaultProfileId } from '../../core/profiles/registry.ts';
import type { ExecuteRequest, SettingsState } from '../../core/protocol.ts';
import type { RuleSet } from '../../core/rules/rule.ts';
import type { PlannedChange, PushPlan, Weakening } from '../../core/settings/pushPlan.ts';
import type { PageState } from '../client.ts';
import { type ChangeDifferences, differencesOf } from '../draft/differencesOf.ts';
import type { SavedPagesClient } from '../savedPages/createSavedPagesClient.ts';
import { type ImpactSum, sumImpact } from '../savedPages/sumImpact.ts';
import type { EditorStore } from './createEditorStore.ts';
import type { EffectStore } from './createEffectStore.ts';
import type { PushStore } from './createPushStore.ts';
import type { SavedPagesStore } from './createSavedPagesStore.ts';
import type { ScanStore } from './createScanStore.ts';
import type { SessionStore } from './createSessionStore.ts';
import type { TrialStore } from './createTrialStore.ts';

/** Why nobody can tell what a plan makes visible here. Message keys `planEffect.<reason>`. */
export type UnknownEffect = 'no-page' | 'failed' | 'editing' | 'preview-session' | 'other-recorder';
/** What a change does beyond what this look at the page can show. Message keys `planEffect.beyond.<key>`. */
export type BeyondThisLook = 'apps' | 'consent';

export type PlanEffect =
  | { readonly kind: 'reading' }
  | { readonly kind: 'unknown'; readonly reason: UnknownEffect }
  | {
      readonly kind: 'known';
      readonly differences: ChangeDifferences;
      readonly beyond: readonly BeyondThisLook[];
    };

/** What the plan makes of the pages that were kept. */
export type SavedEffect =
  | { readonly kind: 'none' | 'reading' | 'failed' }
  | { readonly kind: 'known'; readonly pages: number; readonly unread: number; readonly sum: ImpactSum };

export interface PlanEffectStore {
  /** What one change of the plan on the screen hides and reveals on the page at hand; reads signals. */
  effectOf(planned: PlannedChange): PlanEffect;
  readonly saved: ReadonlySignal<SavedEffect>;
  /** Is what every weakening of the plan makes visible on the screen, or that it is not known? Reads signals. */
  isTold(plan: PushPlan): boolean;
  effectsOf(plan: PushPlan): ExecuteRequest['effects'];
}

export interface PlanEffectDeps {
  readonly push: PushStore;
  readonly trial: TrialStore;
  readonly effects: EffectStore;
  readonly current: ScanStore;
  readonly draftScan: ScanStore;
  readonly editor: EditorStore;
  readonly session: SessionStore;
  readonly ruleSet: ReadonlySignal<RuleSet | null>;
  readonly settings: ReadonlySignal<SettingsState | null>;
  readonly pageState: ReadonlySignal<PageState>;
  readonly savedPages: SavedPagesStore;
  readonly pages: SavedPagesClient;
  readonly signal: AbortSignal;
}

/** What becomes visible by the plan on the screen: nobody confirms a plan before it was shown, or marked unknown. */
export function createPlanEffectStore(deps: PlanEffectDeps): PlanEffectStore {
  const unknown = computed((): UnknownEffect | null => unknownReason(deps));
  const known = computed(() => presentEffect(deps));

  function effectOf(planned: PlannedChange): PlanEffect {
    if (unknown.value !== null) return { kind: 'unknown', reason: unknown.value };
    const present = known.value;
    if (!present) return { kind: 'reading' };
    // A rule that is replaced goes on under the id of the step that creates it.
    const ids = [
      planned.change.id,
      ...planned.steps.flatMap((one) => (one.kind === 'create' ? one.key : [])),
    ];
    const parts = ids.map((id) => differencesOf(present, id));
    const all = (side: keyof ChangeDifferences) => parts.flatMap((part) => part[side]);
    const differences = { hidden: all('hidden'), maybe: all('maybe'), visible: all('visible') };
    return { kind: 'known', differences, beyond: beyondThisLook(planned.weakenings, deps.session) };
  }

  const weakening = (plan: PushPlan) => plan.planned.filter((one) => one.weakenings.length > 0);
  return {
    effectOf,
    saved: followSaved(deps),
    isTold: (plan) => weakening(plan).every((one) => effectOf(one).kind !== 'reading'),
    effectsOf: (plan) =>
      Object.fromEntries(
        weakening(plan).flatMap((one) => {
          const { kind } = effectOf(one);
          return kind === 'reading' ? [] : [[one.change.id, kind === 'known' ? 'shown' : 'unknown'] as const];
        }),
      ),
  };
}

function unknownReason(deps: PlanEffectDeps): UnknownEffect | null {
  const { settings, session, push } = deps;
  const mode = push.plan.value?.mode;
  if (deps.pageState.value.kind !== 'ready') return 'no-page';
  if (settings.value?.connection.kind !== 'local' && session.profileId.value !== defaultProfileId) {
    return 'other-recorder';
  }
  const isLive = mode === 'live' || mode === 'promote';
  if (isLive && session.profileId.value === defaultProfileId && session.kind.value === 'preview') {
    return 'preview-session';
  }
  if (deps.editor.edit.value !== null) return 'editing';
  const hasFailed = [deps.current, deps.draftScan].some(({ phase }) =>
    ['failed', 'cancelled'].includes(phase.value.kind),
  );
  return hasFailed || deps.effects.failure.value !== null ? 'failed' : null;
}

/** Only when both looks were made with exactly the rules that the plan goes from and leads to. */
function presentEffect({ effects, current, draftScan, trial, ruleSet }: PlanEffectDeps) {
  const compared = effects.effect.value;
  const isPresent =
    compared !== null &&
    compared.before === current.scan.value &&
    compared.after === draftScan.scan.value &&
    current.rules.value === ruleSet.value &&
    draftScan.rules.value === trial.rules.value;
  return isPresent ? compared : null;
}

const appsOnly: ReadonlySet<Weakening> = new Set(['platform-added', 'platform-removed']);

/** A look is one visitor's: with or without consent, and never an app's. */
function beyondThisLook(weakenings: readonly Weakening[], session: SessionStore): readonly BeyondThisLook[] {
  const shows = session.consent.value ? 'consent-added' : 'consent-removed';
  const isHidden = (one: Weakening) => one.startsWith('consent-') && one !== shows;
  return [
    ...(weakenings.some(isHidden) ? (['consent'] as const) : []),
    ...(weakenings.some((one) => appsOnly.has(one)) ? (['apps'] as const) : []),
  ];
}

/** Plays the plan on every saved page; the answer about an earlier plan is never shown. */
function followSaved(deps: PlanEffectDeps): ReadonlySignal<SavedEffect> {
  const { push, trial, ruleSet, session, savedPages, pages, signal: abort } = deps;
  const state = signal<SavedEffect>({ kind: 'none' });
  const stopAll = effect(() => {
    const before = ruleSet.value;
    const after = trial.rules.value;
    const count = savedPages.entries.value?.length ?? 0;
    if (!push.plan.value || !before || !after || count === 0) {
      state.value = { kind: 'none' };
      return undefined;
    }
    state.value = { kind: 'reading' };
    const stop = new AbortController();
    const ended = AbortSignal.any([stop.signal, abort]);
    const who = { profile: session.profileId.value, options: session.options.value };
    // No rule is being written: what one selector matches is not asked here.
    pages.ask('impact', { ...who, before, after, selector: 'html', exceptions: [] }, ended).then(
      (impact) => {
        if (ended.aborted) return;
        const sum = sumImpact(impact.pages);
        state.value = { kind: 'known', pages: impact.pages.length, unread: impact.unread, sum };
      },
      () => {
        if (!ended.aborted) state.value = { kind: 'failed' };
      },
    );
    return () => stop.abort();
  });
  abort.addEventListener('abort', stopAll, { once: true });
  return state;
}
