import { assertNever } from '../assertNever.ts';
import type { Rule, RuleContent } from '../rules/rule.ts';
import { compareRules } from './compareRules.ts';
import type {
  DraftChange,
  DraftEvent,
  DraftOperation,
  DraftState,
  KeyedOperation,
  LandedRule,
} from './draft.ts';
import { rebaseOperation } from './rebaseOperation.ts';
import { ruleContentOf } from './ruleContentOf.ts';
import { subjectOf } from './subjectOf.ts';

type Operations = readonly KeyedOperation[];

/** A line of drafts: undo and redo move along it, an edit cuts off what was undone, a discard is a step like any other. */
export interface DraftHistory {
  readonly past: readonly Operations[];
  readonly present: Operations;
  readonly future: readonly Operations[];
}

export const emptyHistory: DraftHistory = { past: [], present: [], future: [] };

/** The line of one draft after one more event of it. */
export function replayEvent(history: DraftHistory, event: DraftEvent): DraftHistory {
  switch (event.type) {
    case 'operation':
      return step(history, [...history.present, { key: event.key, operation: event.operation }]);
    case 'operations':
      return event.edits.length === 0 ? history : step(history, [...history.present, ...event.edits]);
    case 'discard':
      return history.present.length === 0 ? history : step(history, []);
    case 'undo':
      return undo(history);
    case 'redo':
      return redo(history);
    case 'settled':
      return settle(history, new Set(event.keys), event.landed ?? []);
    default:
      return assertNever(event);
  }
}

/** One net change per rule, and whether there is anything to undo or redo. */
export function draftStateOf(history: DraftHistory): DraftState {
  return {
    changes: netChanges(history.present),
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
  };
}

function step(history: DraftHistory, present: Operations): DraftHistory {
  return { past: [...history.past, history.present], present, future: [] };
}

function undo({ past, present, future }: DraftHistory): DraftHistory {
  const previous = past.at(-1);
  return previous
    ? { past: past.slice(0, -1), present: previous, future: [present, ...future] }
    : { past, present, future };
}

function redo({ past, present, future }: DraftHistory): DraftHistory {
  const [next, ...rest] = future;
  return next ? { past: [...past, present], present: next, future: rest } : { past, present, future };
}

/** Takes settled operations out of every draft of the line, and lets the others stand on the rules as they landed. */
function settle(
  history: DraftHistory,
  keys: ReadonlySet<string>,
  landed: readonly LandedRule[],
): DraftHistory {
  const rules = new Map(landed.map((one) => [one.id, one]));
  const remaining = (operations: Operations) =>
    operations
      .filter((one) => !keys.has(one.key))
      .map((one) => ({ key: one.key, operation: rebaseOperation(one.operation, rules) }));
  const present = remaining(history.present);
  return {
    past: withoutRepeats([...history.past.map(remaining), present]).slice(0, -1),
    present,
    future: withoutRepeats([present, ...history.future.map(remaining)]).slice(1),
  };
}

function withoutRepeats(drafts: readonly Operations[]): readonly Operations[] {
  const keysOf = (draft: Operations) => draft.map((one) => one.key).join(' ');
  return drafts.filter((draft, at) => {
    const before = drafts[at - 1];
    return before === undefined || keysOf(before) !== keysOf(draft);
  });
}

function netChanges(operations: Operations): readonly DraftChange[] {
  const changes = new Map<string, DraftChange>();
  for (const { key, operation } of operations) {
    const id = subjectOf(operation);
    const net = combine(changes.get(id), operation, key);
    if (net) changes.set(id, net);
    else changes.delete(id);
  }
  return [...changes.values()].filter((change) => !changesNothing(change));
}

function combine(
  before: DraftChange | undefined,
  operation: DraftOperation,
  key: string,
): DraftChange | undefined {
  const keys = [...(before?.keys ?? []), key];
  switch (operation.kind) {
    case 'create':
      return { id: operation.draftId, kind: 'create', content: ruleContentOf(operation.content), keys };
    case 'update': {
      const content = ruleContentOf(operation.content);
      if (before?.kind === 'create') return { ...before, content, keys };
      return { id: operation.ruleId, kind: 'update', base: netBase(before, operation.base), content, keys };
    }
    case 'delete':
      if (before?.kind === 'create') return undefined;
      return { id: operation.ruleId, kind: 'delete', base: netBase(before, operation.base), keys };
    case 'drop':
      return undefined;
    default:
      return assertNever(operation);
  }
}

/** The org's rule below all edits. A person may have edited the drafted rule (keep the older base) or a fresh reading. */
function netBase(before: DraftChange | undefined, base: Rule): Rule {
  if (!before?.base) return base;
  return before.content && sameContent(before.content, base) ? before.base : base;
}

function changesNothing(change: DraftChange): boolean {
  return (
    change.kind === 'update' && !!change.base && !!change.content && sameContent(change.base, change.content)
  );
}

function sameContent(a: RuleContent, b: RuleContent): boolean {
  return compareRules(a, b).length === 0;
}
