import type { RuleSet } from '../../core/rules/rule.ts';
import { SettingsError } from '../../core/settings/settingsSource.ts';
import { repositoryPath } from './repositoryPath.ts';
import type { RuleFilePlace } from './ruleFilePlace.ts';

/** A recorder's configuration, made of the rules: a whole file that nobody else writes. */
export interface WrittenExport {
  readonly path: string;
  readonly text: string;
  /** Markdown for whoever decides: what could not be expressed. '' for nothing. */
  readonly remarks: string;
  /** Stands in every text that Scrim wrote to this path; absent where the format has no place for it. */
  readonly marker?: string;
}

export interface RepositoryExports {
  write(ruleSet: RuleSet): readonly WrittenExport[];
}

/**
 * The files that go with a proposal: those that are not in the repository like this at a commit.
 *
 * @throws {SettingsError} `invalid` for a path that cannot be written, or one where somebody else's file is
 */
export async function changedExports(
  { host, path, exports }: RuleFilePlace & { readonly exports: RepositoryExports | undefined },
  ruleSet: RuleSet,
  commit: string,
): Promise<readonly WrittenExport[]> {
  const taken = new Set([path]);
  const files: WrittenExport[] = [];
  for (const written of exports?.write(ruleSet) ?? []) {
    repositoryPath(written.path);
    if (taken.has(written.path))
      throw new SettingsError('invalid', `Two files would be written to ${written.path}.`);
    taken.add(written.path);
    const there = await host.readFile(written.path, commit);
    if (there && written.marker !== undefined && !there.text.includes(written.marker)) {
      throw new SettingsError('invalid', `${written.path} was not written by Scrim, so it is left alone.`);
    }
    if (there?.text !== written.text) files.push(written);
  }
  return files;
}
