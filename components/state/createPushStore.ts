import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { ExecuteRequest, Problem, PushDecision } from '../../core/protocol.ts';
import type { PushMode, PushOutcome, PushPlan } from '../../core/settings/pushPlan.ts';
import type { SettingsClient } from '../client.ts';

export interface PushStore {
  /** Read against the org's settings as they are now; what `execute` will write. */
  readonly plan: ReadonlySignal<PushPlan | null>;
  readonly outcome: ReadonlySignal<PushOutcome | null>;
  readonly problem: ReadonlySignal<Problem | null>;
  readonly busy: ReadonlySignal<'planning' | 'pushing' | 'proposing' | null>;
  /** Rule names typed to confirm that a change reduces masking, by change id. */
  readonly typed: Signal<Readonly<Record<string, string>>>;
  prepare(mode: PushMode): Promise<void>;
  execute(): Promise<void>;
  /** A person's word about a push that waits or asks. */
  decide(pushId: string, decision: PushDecision['decision']): Promise<void>;
  /** Instead of `execute`: a second person decides on the plan. It stays on the screen when that fails. */
  propose(): Promise<void>;
  close(): void;
}

export interface PushDeps {
  readonly settings: SettingsClient;
  /** Org the page's recorder sends to, when it tells: a push to another org is refused. */
  readonly pageOrg: () => string | undefined;
  /** Origin of the page at hand. */
  readonly site: () => string | undefined;
  /** The plan was made against a fresh read: resolves when the rules of that read are on the screen too. */
  readonly afterPlan: () => Promise<unknown>;
  readonly afterPush: () => void;
  /** What of a plan's effect is on the screen, by change id. */
  readonly effectsOf: (plan: PushPlan) => ExecuteRequest['effects'];
  /** Null: it is written down. */
  readonly submit: (request: ExecuteRequest) => Promise<Problem | null>;
}

/** Plan first, push second; the background refuses a push whose plan is not the last one. */
export function createPushStore(deps: PushDeps): PushStore {
  const { settings, pageOrg, site, afterPlan, afterPush, effectsOf, submit } = deps;
  const plan = signal<PushPlan | null>(null);
  const outcome = signal<PushOutcome | null>(null);
  const problem = signal<Problem | null>(null);
  const busy = signal<'planning' | 'pushing' | 'proposing' | null>(null);
  const typed = signal<Readonly<Record<string, string>>>({});

  function close(): void {
    plan.value = null;
    outcome.value = null;
    problem.value = null;
    typed.value = {};
  }

  const confirmationOf = (planned: PushPlan): ExecuteRequest => ({
    planId: planned.id,
    typed: typed.peek(),
    effects: effectsOf(planned),
  });

  return {
    plan,
    outcome,
    problem,
    busy,
    typed,
    close,
    async prepare(mode) {
      close();
      busy.value = 'planning';
      const pageOrgId = pageOrg();
      const at = site();
      const reply = await settings.request('push/plan', {
        mode,
        ...(pageOrgId === undefined ? undefined : { pageOrgId }),
        ...(at === undefined ? undefined : { site: at }),
      });
      // Whatever the plan is compared with on the page is what the plan was made of.
      await afterPlan();
      busy.value = null;
      if (reply.ok) plan.value = reply.value;
      else problem.value = reply.problem;
    },
    async propose() {
      const planned = plan.peek();
      if (!planned || busy.peek()) return;
      busy.value = 'proposing';
      const failed = await submit(confirmationOf(planned));
      busy.value = null;
      if (failed) problem.value = failed;
      else close();
    },
    async execute() {
      const planned = plan.peek();
      if (!planned || busy.peek()) return;
      busy.value = 'pushing';
      const confirmation = confirmationOf(planned);
      const ask = () => settings.request('push/execute', confirmation);
      let reply = await ask();
      // The worker died while it pushed. Asking again is no second push: the next worker knows the plan by its id, reads
      // back what became of it, and answers with that.
      if (!reply.ok && reply.problem.code === 'no-answer') reply = await ask();
      busy.value = null;
      plan.value = null;
      typed.value = {};
      if (reply.ok) outcome.value = reply.value;
      else problem.value = reply.problem;
      afterPush();
    },
    async decide(pushId, decision) {
      if (busy.peek()) return;
      busy.value = 'pushing';
      const reply = await settings.request('push/decide', { pushId, decision });
      busy.value = null;
      problem.value = reply.ok ? null : reply.problem;
      afterPush();
    },
  };
}

/** Every change that reduces masking has its rule's name typed, letter by letter. */
export function isConfirmed(plan: PushPlan, typed: Readonly<Record<string, string>>): boolean {
  return plan.planned.every(
    ({ change, weakenings, confirmName }) => weakenings.length === 0 || typed[change.id] === confirmName,
  );
}
