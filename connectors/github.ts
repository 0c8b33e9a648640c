// Rules in a repository on GitHub. For the background and the command line. `fetch` and the token are passed in; the
// token goes to one origin only and into no message.

import { SettingsError, type SettingsSource } from '../core/settings/settingsSource.ts';
import { apiOrigin } from './fullstory/apiOrigin.ts';
import type { RepositoryExports } from './git/repositoryExports.ts';
import { sourceInRepository } from './git/sourceInRepository.ts';
import { type AnswerMemory, createAnswerMemory } from './github/answerMemory.ts';
import { createGithubHost } from './github/createGithubHost.ts';
import { request } from './github/request.ts';

export interface GithubSourceDeps {
  readonly fetch: typeof fetch;
  /** `https://api.github.com` (absent), or `https://host/api/v3` for GitHub Enterprise Server. */
  readonly apiBaseUrl?: string;
  /** `owner/name`. */
  readonly repository: string;
  /** The branch pull requests go to; absent: the repository's default. */
  readonly branch?: string;
  /** Of the rule file, inside the repository. */
  readonly path: string;
  /** A fine-grained personal access token: Contents and Pull requests read and write, Metadata read. */
  readonly getKey: () => string | Promise<string>;
  /** Per request. */
  readonly timeoutMs?: number;
  /** Recorder configuration that goes with every proposal. */
  readonly exports?: RepositoryExports;
  /** To be shared by several sources, so that what is known already is not sent again. */
  readonly memory?: AnswerMemory;
}

const defaultTimeoutMs = 20_000;
const publicApi = 'https://api.github.com';

/** @throws {SettingsError} `invalid` for an address, a repository, a branch or a path that cannot be one */
export function createGithubSource(deps: GithubSourceDeps): SettingsSource {
  const { fetch, getKey, path, exports, timeoutMs = defaultTimeoutMs, branch } = deps;
  const repository = repositoryName(deps.repository);
  const apiBaseUrl = apiAddress(deps.apiBaseUrl ?? publicApi);
  const memory = deps.memory ?? createAnswerMemory();
  const reach = { fetch, apiBaseUrl, repository, getKey, timeoutMs, memory };
  const host = createGithubHost((call) => request(reach, call), repository);
  return sourceInRepository({
    kind: 'github',
    host,
    path,
    branch: branch === undefined ? undefined : branchName(branch),
    exports,
  });
}

function repositoryName(name: string): string {
  const [, repo] = /^[A-Za-z0-9][A-Za-z0-9_-]{0,99}\/([A-Za-z0-9._-]{1,100})$/.exec(name) ?? [];
  if (repo === undefined || repo === '.' || repo === '..') {
    throw new SettingsError('invalid', 'A repository is written owner/name.');
  }
  return name;
}

/** As `git check-ref-format` has it, a little narrower. */
function branchName(name: string): string {
  const isPlain = /^[A-Za-z0-9][A-Za-z0-9._/+#@-]{0,199}$/.test(name);
  if (!isPlain || /\.\.|\/\/|@\{|\/\.|\.lock$|[./]$/.test(name)) {
    throw new SettingsError('invalid', 'A branch has a name like main.');
  }
  return name;
}

function apiAddress(address: string): URL {
  const url = new URL(apiOrigin(address));
  const path = (URL.parse(address)?.pathname ?? '/').replace(/\/$/, '');
  if (path !== '' && path !== '/api/v3') {
    throw new SettingsError('invalid', 'The API of a GitHub Enterprise Server is at https://host/api/v3.');
  }
  url.pathname = `${path}/`;
  return url;
}
