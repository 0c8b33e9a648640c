import type { ActiveRule } from '../../rules/activeRule.ts';
import type { RuleAction } from '../../rules/rule.ts';
import type { ListedSelector } from '../ruleLists.ts';

/** A class, attribute or kind of field that a recorder is said to treat in its own way. */
export interface Marker {
  readonly selector: string;
  readonly action: RuleAction;
  /** The rule of the highest rank decides on one element. */
  readonly rank: number;
  /** Message key (`doubt.<key>`): why it may not be so. Absent: the vendor says so. */
  readonly doubt?: string;
}

export function markerRule({ selector, action, rank, doubt }: Marker): ActiveRule {
  return {
    id: selector,
    name: selector,
    selector,
    exceptions: [],
    action,
    origin: 'built-in',
    rank,
    certain: doubt === undefined,
    ...(doubt === undefined ? {} : { doubt }),
  };
}

/** A selector of the site's own configuration, or a rule of a rule file that the recorder can express. */
export function listedRule({ list, id, name, selector, action }: ListedSelector, rank: number): ActiveRule {
  return { id, name, selector, exceptions: [], action, origin: 'custom', rank, certain: true, list };
}
