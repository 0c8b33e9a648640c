import { createHash } from 'node:crypto';
import type { CheckConfig, PageSettings } from '../../core/check/checkConfig.ts';
import { plainOptions } from '../../core/check/plainOptions.ts';
import type { PlannedLook } from '../../core/check/plannedLook.ts';
import type { LeakSettings } from '../../core/leakSettings/leakSettings.ts';
import type { RuleSet } from '../../core/rules/rule.ts';

export interface Binding {
  readonly profile: string;
  readonly options: unknown;
  readonly ruleSet: RuleSet;
  readonly leakSettings: LeakSettings;
  readonly showValues: boolean;
  readonly config: CheckConfig;
  /** Sources of the modules of flows, in the order of the looks. What these import is not known. */
  readonly flows: readonly string[];
  /** Of Scrim. */
  readonly version: string;
  /** False: files are read as saved pages. */
  readonly browser: boolean;
  readonly over: PageSettings;
}

/** Hash of all that decides what is found on a page. How many tabs and machines look is no part of it. */
export function bindingOf({ config, ...others }: Binding): string {
  const { reports: _, run: __, ...deciding } = config;
  return hashOf({ ...others, config: plainOptions(deciding) });
}

/** Hash of a list of looks, in its order. */
export function listHash(looks: readonly PlannedLook[]): string {
  // Where a flow's module lies differs from machine to machine.
  return hashOf(looks.map(({ flow: _, ...look }) => look));
}

function hashOf(value: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(sorted(value)))
    .digest('hex')
    .slice(0, 32);
}

/** The same entries in another order are the same. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, entry]) => [key, sorted(entry)]));
}
