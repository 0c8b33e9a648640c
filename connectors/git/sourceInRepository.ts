// Rules as a file in a repository. What is particular to a host is in its `GitHost`; everything else is here. Nothing
// takes effect by a write of Scrim: a change is proposed, and the team's own review decides.

import {
  SettingsError,
  type SettingsSource,
  type SettingsSourceKind,
} from '../../core/settings/settingsSource.ts';
import { createGitHistory } from './gitHistory.ts';
import { createGitProposals, type GitProposalsDeps } from './gitProposals.ts';
import { repositoryPath } from './repositoryPath.ts';
import { readPlace, rulesOfFile } from './ruleFilePlace.ts';

export interface RepositorySourceDeps extends GitProposalsDeps {
  readonly kind: SettingsSourceKind;
}

/** @throws {SettingsError} `invalid` for a path that cannot be one */
export function sourceInRepository({ kind, ...deps }: RepositorySourceDeps): SettingsSource {
  const { host } = deps;
  repositoryPath(deps.path);
  return {
    kind,
    identify: async () => {
      const { login, role, canPropose, keyNotes } = await host.identify();
      return {
        orgId: host.repository,
        email: login,
        role,
        canWrite: canPropose,
        approval: 'all',
        ...(keyNotes.length === 0 ? {} : { keyNotes }),
      };
    },
    read: async () => rulesOfFile((await readPlace(deps)).file),
    readRule: async (id) => {
      const { rules } = rulesOfFile((await readPlace(deps)).file);
      return rules.find((rule) => rule.id === id) ?? null;
    },
    create: refuse,
    update: refuse,
    remove: refuse,
    history: createGitHistory(deps),
    proposals: createGitProposals(deps),
  };
}

function refuse(): Promise<never> {
  return Promise.reject(
    new SettingsError('approval-needed', 'Rules in a repository are changed by a pull request only.'),
  );
}
