import type { Rule, RuleSet } from '../../core/rules/rule.ts';
import { readRuleFileText } from '../../core/settings/readRuleFileText.ts';
import { SettingsError } from '../../core/settings/settingsSource.ts';
import type { GitFile, GitHost } from './gitHost.ts';

/** Where an org's rule file is. */
export interface RuleFilePlace {
  readonly host: GitHost;
  readonly path: string;
  /** The base branch; undefined: the repository's default. */
  readonly branch: string | undefined;
}

export interface PlaceNow {
  readonly branch: string;
  readonly commit: string;
  /** Null: the repository has no such file yet. */
  readonly file: GitFile | null;
}

/** The rule file at the base branch, as it is now. @throws {SettingsError} `not-found` when there is no such branch */
export async function readPlace({ host, path, branch }: RuleFilePlace): Promise<PlaceNow> {
  const base = branch ?? (await host.defaultBranch());
  const commit = await host.headOf(base);
  if (commit === null) {
    throw new SettingsError(
      'not-found',
      `${host.repository} has no branch ${base} with a commit, or the token may not see it.`,
    );
  }
  return { branch: base, commit, file: await host.readFile(path, commit) };
}

/**
 * The rules of a file, each with the hash of the whole file as its revision. A file that is not there yet holds no
 * rules, and says that it is not there: a wrong path must not pass for an org without rules.
 */
export function rulesOfFile(file: GitFile | null): RuleSet {
  if (file === null) return { rules: [], groups: [], gaps: ['gap.no-rule-file'] };
  const { ruleSet } = readRuleFileText(file.text);
  return { ...ruleSet, rules: ruleSet.rules.map((rule): Rule => ({ ...rule, revision: `"${file.hash}"` })) };
}
