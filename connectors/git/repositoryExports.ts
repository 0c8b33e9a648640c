import type { RuleSet } from '../../core/rules/rule.ts';
import { SettingsError } from '../../core/settings/settingsSource.ts';
import type { ConfigurationFile } from '../../core/translate/configurationFile.ts';
import { repositoryPath } from './repositoryPath.ts';
import type { RuleFilePlace } from './ruleFilePlace.ts';

/** Recorder configuration that is made of the rules and goes with every proposal: whole files of Scrim's own. */
export interface RepositoryExports {
  write(ruleSet: RuleSet): readonly ConfigurationFile[];
}

export interface ExportedFile {
  readonly path: string;
  readonly text: string;
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
): Promise<readonly ExportedFile[]> {
  const taken = new Set([path]);
  const files: ExportedFile[] = [];
  for (const { text, marker, ...written } of exports?.write(ruleSet) ?? []) {
    repositoryPath(written.path);
    if (text === null) continue;
    if (taken.has(written.path))
      throw new SettingsError('invalid', `Two files would be written to ${written.path}.`);
    taken.add(written.path);
    const there = await host.readFile(written.path, commit);
    if (there && marker !== undefined && !there.text.includes(marker)) {
      throw new SettingsError('invalid', `${written.path} was not written by Scrim, so it is left alone.`);
    }
    if (there?.text !== text) files.push({ path: written.path, text });
  }
  return files;
}
