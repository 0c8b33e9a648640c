// The judge: what was lost, doubled or overwritten in silence, told from what people did and what the server took. It
// shares no code with the planner, the engine or the journal, and knows nothing of how they work.
import type { RuleContent } from '../../core/rules/rule.ts';
import { serializeFullstoryRule } from '../../core/settings/fullstoryWire.ts';
import type { FaultOrg, WireRule, WireWrite } from './createFaultServer.ts';
import type { ConfirmedPlan, OwnAct, RunLog } from './runLog.ts';

export interface Verdict {
  /** Edits that were said to be saved and are nowhere. */
  readonly lost: readonly string[];
  /** Rules that one change made twice, and steps that took effect twice. */
  readonly doubled: readonly string[];
  /** What somebody wrote, and somebody else's write took away without having shown it to anybody. */
  readonly overwritten: readonly string[];
  /** Writes that nobody confirmed. */
  readonly unconfirmed: readonly string[];
  /** Overwritten between the last read and the write, at a source that counts no revisions: nobody can see that. */
  readonly inTheGap: number;
}

export interface Evidence {
  readonly log: RunLog;
  readonly org: FaultOrg;
  readonly before: ReadonlyMap<string, WireRule>;
  /** Everything that is in the draft of each browser in the end, as one text. */
  readonly drafts: ReadonlyMap<string, string>;
  readonly countsRevisions: boolean;
}

const fields = ['name', 'description', 'selector', 'exceptions'] as const;
type Field = (typeof fields)[number];
const tokenPattern = /tk\d{4}x/g;

export function judgeRun(evidence: Evidence): Verdict {
  const { log, org } = evidence;
  const overwrites = findOverwrites(evidence);
  return {
    lost: log.acts.filter((act) => act.savedAt !== undefined && isLost(act, evidence)).map(nameOf),
    doubled: findDoubled(org.writes, log.confirmed),
    overwritten: overwrites.seen,
    unconfirmed: org.writes
      .filter((write) => write.by !== 'colleague' && plansOf(write, log.confirmed).length === 0)
      .map((write) => `write ${write.seq} by ${write.by}`),
    inTheGap: overwrites.inTheGap,
  };
}

function nameOf({ browser, kind, field, token, ruleId }: OwnAct): string {
  return `${kind} of ${field ?? 'rule'} ${token ?? ruleId ?? ''} in ${browser}`;
}

function isLost(act: OwnAct, { log, org, drafts, before }: Evidence): boolean {
  if (act.kind !== 'edit' && act.kind !== 'create' && act.kind !== 'delete') return false;
  const draft = drafts.get(act.browser) ?? '';
  if (log.acts.some((other) => takesBack(other, act))) return false;
  if (act.kind === 'delete') {
    const wasThere = before.has(act.ruleId ?? '') || org.writes.some(({ ruleId }) => ruleId === act.ruleId);
    const isGone = !org.rules.has(act.ruleId ?? '');
    // A deletion that is previewed is a mark on the rule; whoever takes the preview back is shown what it was.
    const isPreviewed = org.writes.some(
      ({ ruleId, after }) =>
        ruleId === act.ruleId && JSON.stringify(after ?? '').includes('[scrim-preview-delete'),
    );
    return wasThere && !isGone && !isPreviewed && !draft.includes(act.ruleId ?? '');
  }
  const token = act.token ?? '';
  return (
    !draft.includes(token) && !org.writes.some(({ after }) => JSON.stringify(after ?? '').includes(token))
  );
}

/** A person's own later word about the same thing. What was not over when the act began may have come after it. */
function takesBack(other: OwnAct, act: OwnAct): boolean {
  if (other === act || other.browser !== act.browser) return false;
  if ((other.savedAt ?? Number.POSITIVE_INFINITY) < act.at) return false;
  if (other.kind === 'undo' || other.kind === 'discard') return true;
  if (other.ruleId === undefined || other.ruleId !== act.ruleId) return false;
  return (
    other.kind === 'delete' || other.kind === 'answer' || other.field === act.field || act.kind === 'delete'
  );
}

function findOverwrites(evidence: Evidence): { readonly seen: readonly string[]; readonly inTheGap: number } {
  const rules = new Map(evidence.before);
  const writtenAt = new Map<string, number>();
  const seen: string[] = [];
  let inTheGap = 0;
  for (const write of evidence.org.writes) {
    if (write.after) rules.set(write.ruleId, write.after);
    else rules.delete(write.ruleId);
    for (const { field, token } of takenAway(write)) {
      if (write.by === 'colleague' || livesOn(rules, field, token)) continue;
      if (isMeant(write, field, token, evidence)) continue;
      const isInGap = !evidence.countsRevisions && (writtenAt.get(token) ?? -1) >= write.readAt;
      if (isInGap) inTheGap += 1;
      else seen.push(`${token} in ${field} by write ${write.seq} of ${write.by}`);
    }
    for (const token of JSON.stringify(write.after ?? '').match(tokenPattern) ?? []) {
      if (!writtenAt.has(token)) writtenAt.set(token, write.seq);
    }
  }
  return { seen, inTheGap };
}

function takenAway({
  before,
  after,
}: WireWrite): readonly { readonly field: Field; readonly token: string }[] {
  return fields.flatMap((field) => {
    const kept = after ? textOf(after, field) : '';
    const tokens = before ? (textOf(before, field).match(tokenPattern) ?? []) : [];
    return tokens.filter((token) => !kept.includes(token)).map((token) => ({ field, token }));
  });
}

/** A rule that is replaced by a new one, and a copy for preview sessions, say the same elsewhere. */
function livesOn(rules: ReadonlyMap<string, WireRule>, field: Field, token: string): boolean {
  return [...rules.values()].some((rule) => textOf(rule, field).includes(token));
}

/** Was it on the screen of whoever confirmed the write, and did they mean this field? */
function isMeant(write: WireWrite, field: Field, token: string, { log }: Evidence): boolean {
  const plans = plansOf(write, log.confirmed).filter(({ plan }) => JSON.stringify(plan).includes(token));
  if (plans.length === 0) return false;
  if (plans.some(({ plan }) => plan.mode === 'promote' || plan.mode === 'withdraw')) return true;
  const own = log.acts.filter(({ browser }) => browser === write.by);
  const now = write.after ? textOf(write.after, field) : '';
  // Nobody else's word: a rule that was made here and deleted here before it was known by its id on the server.
  if (own.some((act) => act.token === token)) return true;
  const isOwnToken = own.some(
    (act) => act.field === field && act.token !== undefined && now.includes(act.token),
  );
  const isOwnWord = own.some(
    (act) =>
      act.kind === 'undo' ||
      act.kind === 'discard' ||
      (act.ruleId === write.ruleId &&
        (act.field === field || act.kind === 'delete' || act.kind === 'answer')),
  );
  return isOwnToken || isOwnWord;
}

function findDoubled(writes: readonly WireWrite[], confirmed: readonly ConfirmedPlan[]): readonly string[] {
  const groups = new Map<string, { count: number; write: WireWrite }>();
  for (const write of writes) {
    const hasEffect = JSON.stringify(contentKey(write.before)) !== JSON.stringify(contentKey(write.after));
    if (write.by === 'colleague' || !write.after || !hasEffect) continue;
    const target = write.before ? write.ruleId : 'new';
    const key = `${write.by} ${target} ${contentKey(write.after)}`;
    const known = groups.get(key);
    groups.set(key, { count: (known?.count ?? 0) + 1, write });
  }
  return [...groups.values()].flatMap(({ count, write }) => {
    const allowed = plansOf(write, confirmed).length;
    return count > allowed ? [`${count} times for ${allowed} plans: write ${write.seq} of ${write.by}`] : [];
  });
}

/** The confirmed plans of the writer that hold this very write. */
function plansOf(write: WireWrite, confirmed: readonly ConfirmedPlan[]): readonly ConfirmedPlan[] {
  return confirmed.filter(({ browser, plan, writesBefore }) => {
    if (browser !== write.by || writesBefore > write.seq) return false;
    return plan.planned
      .flatMap((one) => one.steps)
      .some((step) => {
        if (step.kind === 'delete') return !write.after && step.ruleId === write.ruleId;
        if (!write.after || contentKey(write.after) !== contentKeyOf(step.content)) return false;
        return step.kind === 'create' ? !write.before : step.ruleId === write.ruleId;
      });
  });
}

function textOf(rule: WireRule, field: Field): string {
  const source = rule.source as {
    readonly selector?: string;
    readonly exception_selectors?: readonly string[];
  };
  if (field === 'selector') return source.selector ?? '';
  if (field === 'exceptions') return (source.exception_selectors ?? []).join(' ');
  return String(rule[field] ?? '');
}

function contentKeyOf(content: RuleContent): string {
  return contentKey({ ...serializeFullstoryRule(content), id: '' } as unknown as WireRule);
}

function contentKey(rule: WireRule | undefined): string {
  if (!rule) return '';
  const { action, consent, scope } = rule.operation as Record<string, unknown>;
  const exceptions = textOf(rule, 'exceptions').split(' ').sort().join(' ');
  const platforms = [...(rule.platforms as string[])].sort();
  const texts = [rule.name, rule.description ?? '', textOf(rule, 'selector'), exceptions];
  return JSON.stringify([...texts, action, consent, scope, platforms]);
}
