// What FullStory's own recorder was told to hide on a page, by the answer its script got: not documented, so read
// leniently and for notes only. Pure. Nothing but selectors and actions is taken: the answer also names the visitor.

import { RuleAction } from '../rules/rule.ts';
import { ruleLimits } from './ruleLimits.ts';

export interface RecorderRule {
  readonly selector: string;
  /** Absent: in a word nobody here knows. */
  readonly action?: RuleAction;
}

/**
 * Numbers as a tool that shows these rules reads them; older answers had words. Seen in the field, confirmed by nobody.
 */
const actions: ReadonlyMap<unknown, RuleAction> = new Map<unknown, RuleAction>([
  [1, RuleAction.exclude],
  [2, RuleAction.mask],
  [3, RuleAction.unmask],
  ['BLOCK_EXCLUDE', RuleAction.exclude],
  ['BLOCK_MASK', RuleAction.mask],
  ['BLOCK_UNMASK', RuleAction.unmask],
]);

/** Is this where the recorder's script asks for the org's settings? `/rec/page` is documented (fullstory.md a). */
export function asksForRecorderRules(address: string): boolean {
  const path = address.split(/[?#]/, 1)[0] ?? '';
  return /\/rec\/page$|\/s\/settings\/[\w-]{1,64}\/v1\/web$/.test(path);
}

/** @returns undefined when the answer holds no list of them: it tells nothing then */
export function parseRecorderRules(json: unknown): readonly RecorderRule[] | undefined {
  if (typeof json !== 'object' || json === null) return undefined;
  const raw = new Map<string, unknown>(Object.entries(json));
  const list = raw.get('ElementBlocks') ?? raw.get('Blocks');
  if (!Array.isArray(list) || list.length > ruleLimits.rules) return undefined;
  const rules = list.map(readRule);
  return rules.every((rule) => rule !== undefined) ? rules : undefined;
}

function readRule(json: unknown): RecorderRule | undefined {
  if (typeof json !== 'object' || json === null) return undefined;
  const raw = new Map<string, unknown>(Object.entries(json));
  const selector = raw.get('Selector');
  if (typeof selector !== 'string' || selector === '') return undefined;
  const action = actions.get(raw.get('Type') ?? raw.get('type'));
  return action === undefined ? { selector } : { selector, action };
}
