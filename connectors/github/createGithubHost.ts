// GitHub's REST API as a place where rule files live. For connectors/github.ts only. Branches other than those that
// Scrim makes itself are never written to.

import { SettingsError } from '../../core/settings/settingsSource.ts';
import { asArray, asObject, asString, isAbsent } from '../../core/settings/wireGuards.ts';
import { understand } from '../fullstory/understand.ts';
import type { ChangeRequest, CommitPage, GitFile, GitHost, NewCommit } from '../git/gitHost.ts';
import { blockedWords } from './blockedWords.ts';
import { identify, readRepository, type Send } from './identify.ts';
import { readFileContent } from './readFileContent.ts';
import { readPullRequest } from './readPullRequest.ts';

/** More open proposals than anybody looks through. */
const maxPages = 5;
const pageSize = 100;
const versionsPerPage = 10;

export function createGithubHost(send: Send, repository: string): GitHost {
  const repo = `repos/${repository}`;
  return {
    repository,
    identify: () => identify(send, repository),
    defaultBranch: async () => readRepository((await send({ method: 'GET', path: repo })).json).branch,
    headOf: (branch) => headOf(send, repo, branch),
    readFile: (path, commit) => readFile(send, repo, { path, commit }),
    commitsOf: (path, branch, page) => commitsOf(send, repo, { path, branch, page }),
    commitToNewBranch: (commit) => commitToNewBranch(send, repo, commit),
    deleteBranch: async (branch) => {
      // 422: it is gone already (https://docs.github.com/rest/git/refs#delete-a-reference).
      const path = `${repo}/git/refs/heads/${segments(branch)}`;
      await send({ method: 'DELETE', path, expected: [404, 422] });
    },
    openChange: async ({ branch, base, title, body }) => {
      const { json } = await send({
        method: 'POST',
        path: `${repo}/pulls`,
        body: { title, body, head: branch, base, maintainer_can_modify: true },
      });
      return shown(send, repository, json);
    },
    readChange: async (id) => {
      const { json } = await send({ method: 'GET', path: `${repo}/pulls/${encodeURIComponent(id)}` });
      return shown(send, repository, json);
    },
    findChange: async (branch) => {
      const head = `${repository.split('/')[0]}:${branch}`;
      const query = new URLSearchParams({ head, state: 'all', sort: 'created', direction: 'desc' });
      const { json } = await send({ method: 'GET', path: `${repo}/pulls?${query}` });
      const found = readList(json, repository).find((pull) => pull.branch === branch);
      return found ? shown(send, repository, await pullJson(send, repo, found.id)) : null;
    },
    listOpenChanges: (base) => listOpenChanges(send, repository, base),
    closeChange: async (id) => {
      const path = `${repo}/pulls/${encodeURIComponent(id)}`;
      const { json } = await send({ method: 'PATCH', path, body: { state: 'closed' } });
      return shown(send, repository, json);
    },
  };
}

function segments(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

/** https://docs.github.com/rest/git/refs#get-a-reference; 409: a repository without any commit. */
async function headOf(send: Send, repo: string, branch: string): Promise<string | null> {
  const path = `${repo}/git/ref/heads/${segments(branch)}`;
  const { status, json } = await send({ method: 'GET', path, expected: [404, 409] });
  return status === 200 ? hashOf(asPart(json, 'object')) : null;
}

/** https://docs.github.com/rest/repos/contents#get-repository-content */
async function readFile(
  send: Send,
  repo: string,
  { path, commit }: { readonly path: string; readonly commit: string },
): Promise<GitFile | null> {
  const address = `${repo}/contents/${segments(path)}?ref=${encodeURIComponent(commit)}`;
  const { status, json } = await send({ method: 'GET', path: address, expected: [404] });
  if (status === 404) return null;
  return readFileContent(json, path, async (hash) => {
    // Above 1 MB the content is left out (https://docs.github.com/rest/git/blobs#get-a-blob: up to 100 MB).
    return (await send({ method: 'GET', path: `${repo}/git/blobs/${hash}` })).json;
  });
}

/** https://docs.github.com/rest/commits/commits#list-commits */
async function commitsOf(
  send: Send,
  repo: string,
  { path, branch, page = '1' }: { path: string; branch: string; page?: string | undefined },
): Promise<CommitPage> {
  if (!/^[1-9]\d{0,5}$/.test(page)) throw new SettingsError('invalid', 'No history has this page.');
  const query = new URLSearchParams({ path, sha: branch, per_page: String(versionsPerPage), page });
  const { json, headers } = await send({ method: 'GET', path: `${repo}/commits?${query}` });
  const commits = understand(() => asArray(json, '$', pageSize).map(readCommit));
  const more = /<[^<>]{1,2048}>; rel="next"/.test((headers.get('link') ?? '').slice(0, 8_192));
  return { commits, ...(more ? { next: String(Number(page) + 1) } : {}) };
}

function readCommit(json: unknown, at: number): CommitPage['commits'][number] {
  const raw = asObject(json, `$[${at}]`);
  const commit = asObject(raw.commit, `$[${at}].commit`);
  const committer = asObject(commit.committer, `$[${at}].commit.committer`);
  const author = isAbsent(raw.author) ? asObject(commit.author, `$[${at}].commit.author`) : undefined;
  const name = author ? author.name : asObject(raw.author, `$[${at}].author`).login;
  return {
    hash: hashOf(raw),
    at: asString(committer.date, `$[${at}].commit.committer.date`, 64),
    ...(isAbsent(name) ? {} : { by: asString(name, `$[${at}].author`, 256) }),
  };
}

/**
 * Tree, commit, then the branch: what was made before the branch points to it is seen by nobody and is cleaned away.
 * https://docs.github.com/rest/git/trees#create-a-tree, /git/commits#create-a-commit, /git/refs#create-a-reference
 */
async function commitToNewBranch(send: Send, repo: string, commit: NewCommit): Promise<void> {
  const { branch, parent, message, files } = commit;
  const before = await send({ method: 'GET', path: `${repo}/git/commits/${parent}` });
  const tree = await send({
    method: 'POST',
    path: `${repo}/git/trees`,
    body: {
      base_tree: hashOf(asPart(before.json, 'tree')),
      tree: files.map(({ path, text }) => ({ path, mode: '100644', type: 'blob', content: text })),
    },
  });
  const made = await send({
    method: 'POST',
    path: `${repo}/git/commits`,
    body: { message, tree: hashOf(tree.json), parents: [parent] },
  });
  const ref = { ref: `refs/heads/${branch}`, sha: hashOf(made.json) };
  try {
    await send({ method: 'POST', path: `${repo}/git/refs`, body: ref });
  } catch (error) {
    const taken = error instanceof SettingsError && /already exists/i.test(error.message);
    throw taken ? new SettingsError('conflict', error.message, { status: 422 }) : error;
  }
}

async function listOpenChanges(
  send: Send,
  repository: string,
  base: string,
): Promise<readonly ChangeRequest[]> {
  const found: ChangeRequest[] = [];
  for (let page = 1; page <= maxPages; page++) {
    const query = new URLSearchParams({
      state: 'open',
      base,
      sort: 'created',
      direction: 'desc',
      per_page: String(pageSize),
      page: String(page),
    });
    const { json } = await send({ method: 'GET', path: `repos/${repository}/pulls?${query}` });
    const pulls = readList(json, repository);
    found.push(...pulls.map(({ base: _base, mergeableState: _state, ...pull }) => pull));
    if (pulls.length < pageSize) break;
  }
  return found;
}

function readList(json: unknown, repository: string) {
  return understand(() =>
    asArray(json, '$', pageSize).map((entry, at) => readPullRequest(entry, `$[${at}]`, repository)),
  );
}

async function pullJson(send: Send, repo: string, id: string): Promise<unknown> {
  return (await send({ method: 'GET', path: `${repo}/pulls/${id}` })).json;
}

async function shown(send: Send, repository: string, json: unknown): Promise<ChangeRequest> {
  const { mergeableState, base, ...pull } = understand(() => readPullRequest(json, '$', repository));
  if (pull.state !== 'open') return pull;
  const blockedBy = await blockedWords(send, { repository, base, id: pull.id, state: mergeableState });
  return blockedBy === undefined ? pull : { ...pull, blockedBy };
}

function asPart(json: unknown, name: string): unknown {
  return understand(() => asObject(json, '$')[name]);
}

/** SHA-1, or SHA-256 in repositories of the newer kind. */
function hashOf(json: unknown): string {
  const hash = understand(() => asString(asObject(json, '$').sha, '$.sha', 64));
  if (!/^[0-9a-f]{40,64}$/.test(hash)) throw new SettingsError('not-an-api', '$.sha: not a hash');
  return hash;
}
