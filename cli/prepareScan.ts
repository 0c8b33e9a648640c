import { OptionsError, type Profile } from '../core/profiles/profile.ts';
import { profileById, profiles } from '../core/profiles/registry.ts';
import type { RuleSet } from '../core/rules/rule.ts';
import { loadOptions, loadRuleSet } from './loadRuleSet.ts';
import type { CommonArguments } from './parseCommand.ts';
import { printable } from './printable.ts';
import { UsageError } from './usageError.ts';

/** What every page of one command is scanned with. */
export interface PreparedScan {
  readonly profile: Profile;
  readonly options: unknown;
  readonly ruleSet: RuleSet;
}

/** @throws UsageError for an unknown profile, options or rules of the wrong shape: before anything is opened */
export async function prepareScan(args: CommonArguments): Promise<PreparedScan> {
  const profile = findProfile(args.profile);
  const options = await loadOptions(args.options);
  checkOptions(profile, options);
  return { profile, options, ruleSet: await loadRuleSet(args.rules, profile) };
}

function findProfile(id: string): Profile {
  const profile = profileById(id);
  if (profile) return profile;
  throw new UsageError(
    `there is no profile "${printable(id)}"; there are: ${profiles.map((known) => known.id).join(', ')}`,
  );
}

function checkOptions(profile: Profile, options: unknown): void {
  try {
    profile.parseOptions(options);
  } catch (error) {
    if (error instanceof OptionsError) throw new UsageError(printable(error.message));
    throw error;
  }
}
