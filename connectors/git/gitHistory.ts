import type { RuleSet } from '../../core/rules/rule.ts';
import type { RuleHistory, SettingsVersion } from '../../core/settings/ruleHistory.ts';
import { SettingsError } from '../../core/settings/settingsSource.ts';
import { type RuleFilePlace, rulesOfFile } from './ruleFilePlace.ts';

/**
 * What the rule file was: one version for each commit that touched it, as far as it has had this path. The time is the
 * commit's; where pull requests are merged with a merge commit, the rules were in force from the merge on, which is
 * later. A state that cannot be read has no rules and says so.
 */
export function createGitHistory({ host, path, branch }: RuleFilePlace): RuleHistory {
  return {
    read: async (page) => {
      const base = branch ?? (await host.defaultBranch());
      const { commits, next } = await host.commitsOf(path, base, page);
      const versions: SettingsVersion[] = [];
      // One after the other: GitHub asks for no concurrent requests.
      for (const { hash, at, by } of commits) {
        const ruleSet = versionOf(await host.readFile(path, hash));
        versions.push({ at, ...(by === undefined ? {} : { by }), ruleSet });
      }
      return { versions, ...(next === undefined ? {} : { next }) };
    },
  };
}

/** Deleted in this commit: there were no rules. */
function versionOf(file: Parameters<typeof rulesOfFile>[0]): RuleSet {
  if (file === null) return { rules: [], groups: [], gaps: [] };
  try {
    return rulesOfFile(file);
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    return { rules: [], groups: [], gaps: ['gap.unreadable-version'] };
  }
}
