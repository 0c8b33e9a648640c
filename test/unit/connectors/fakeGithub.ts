// Over 250 lines: one table of GitHub's REST endpoints that Scrim uses, answered as its documentation says, in front of
// Git's own objects (`gitObjects.ts`). Permissions are checked before what was sent is looked at, as GitHub does.
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import { type Author, createGitObjects, type GitObjects } from './gitObjects.ts';

export type Level = 'none' | 'read' | 'write';

export interface FakeToken {
  readonly login: string;
  /** Of the person, in the repository. */
  readonly push?: boolean;
  /** Of a fine-grained token. */
  readonly contents?: Level;
  readonly pulls?: Level;
  /** Of a classic token. */
  readonly scopes?: string;
  readonly ssoRequired?: boolean;
}

export interface FakePull {
  readonly number: number;
  title: string;
  body: string;
  readonly head: string;
  readonly base: string;
  readonly by: string;
  readonly at: string;
  state: 'open' | 'closed';
  mergedAt?: string;
  mergedBy?: string;
  closedAt?: string;
  readonly reviews: { readonly by: string; readonly state: string }[];
  isDraft?: boolean;
}

export interface FakeGithub {
  /** `http://127.0.0.1:<port>/`, to which the API's paths are added. */
  readonly url: string;
  readonly git: GitObjects;
  readonly tokens: Map<string, FakeToken>;
  readonly pulls: FakePull[];
  readonly seen: {
    readonly method: string;
    readonly path: string;
    readonly headers: IncomingMessage['headers'];
  }[];
  /** What the base branch asks for before anything is merged; nothing of it by default. */
  readonly rules: { reviewsNeeded: number; failingChecks: boolean; noNewBranches: boolean };
  readonly repository: { name: string; formerName?: string; isPrivate: boolean; isArchived: boolean };
  /** Requests that are left in this hour. */
  limit: { remaining: number; resetInSeconds: number };
  /** Asks once to wait so long. */
  secondaryLimit: { retryAfter?: number } | undefined;
  time: number;
  /** A colleague's push to the base branch. */
  write(path: string, text: string | null, by?: string): void;
  file(path: string, branch?: string): string | null;
  merge(number: number, by?: string): void;
  close(number: number): void;
  review(number: number, by: string, state: string): void;
  stop(): void;
}

interface Exchange {
  readonly method: string;
  /** Below `repos/<owner>/<name>/`; undefined: another path. */
  readonly rest: string;
  readonly query: URLSearchParams;
  readonly body: Record<string, unknown>;
  readonly token: FakeToken;
}

interface Reply {
  readonly status: number;
  readonly json?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

const notFound: Reply = { status: 404, json: { message: 'Not Found', status: '404' } };
const invalid = (message: string, errors?: readonly unknown[]): Reply => ({
  status: 422,
  json: { message, ...(errors ? { errors } : {}), status: '422' },
});
const refusedToken = (needed: string): Reply => ({
  status: 403,
  json: { message: 'Resource not accessible by personal access token', status: '403' },
  headers: { 'x-accepted-github-permissions': needed },
});

/** A GitHub with one repository, `acme/site`, whose default branch is `main`. */
export async function startFakeGithub(files: Readonly<Record<string, string>>): Promise<FakeGithub> {
  const git = createGitObjects();
  const fake: Omit<FakeGithub, 'url' | 'stop'> = {
    git,
    tokens: new Map([['token-of-ann', { login: 'ann', contents: 'write', pulls: 'write' }]]),
    pulls: [],
    seen: [],
    rules: { reviewsNeeded: 0, failingChecks: false, noNewBranches: false },
    repository: { name: 'acme/site', isPrivate: true, isArchived: false },
    limit: { remaining: 5_000, resetInSeconds: 1_800 },
    secondaryLimit: undefined,
    time: Date.parse('2026-11-02T09:00:00Z'),
    write: (path, text, by = 'ben') => writeFile(fake, path, text, by),
    file: (path, branch = 'main') => {
      const entry = git.head(branch) === null ? null : git.entry(branch, path);
      return entry && git.text(entry.hash);
    },
    merge: (number, by = 'cleo') => merge(fake, number, by),
    close: (number) => {
      const pull = pullOf(fake, number);
      pull.state = 'closed';
      pull.closedAt = nowOf(fake);
    },
    review: (number, by, state) => void pullOf(fake, number).reviews.push({ by, state }),
  };
  for (const [path, text] of Object.entries(files)) fake.write(path, text);
  const server = createServer((request, response) => {
    void readBody(request).then((body) => {
      const reply = withLimits(fake, () => answer(fake, request, body));
      const text = reply.json === undefined ? '' : JSON.stringify(reply.json);
      const etag = `W/"${createHash('sha256').update(text).digest('hex')}"`;
      const isKnown =
        request.method === 'GET' && reply.status === 200 && request.headers['if-none-match'] === etag;
      response.writeHead(isKnown ? 304 : reply.status, {
        'Content-Type': 'application/json; charset=utf-8',
        date: new Date(fake.time).toUTCString(),
        ...(reply.status === 200 ? { etag } : {}),
        ...reply.headers,
      });
      response.end(isKnown ? '' : text);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const stop = () => {
    server.closeAllConnections();
    server.close();
  };
  return Object.assign(fake, { url: `http://127.0.0.1:${port}`, stop });
}

type Fake = Omit<FakeGithub, 'url' | 'stop'>;

async function readBody(request: IncomingMessage): Promise<Record<string, unknown>> {
  let text = '';
  for await (const part of request) text += String(part);
  return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
}

function withLimits(fake: Fake, work: () => Reply): Reply {
  if (fake.secondaryLimit) {
    const { retryAfter } = fake.secondaryLimit;
    fake.secondaryLimit = undefined;
    return {
      status: 403,
      json: {
        message: 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
      },
      headers: retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) },
    };
  }
  const reset = Math.floor(fake.time / 1000) + fake.limit.resetInSeconds;
  const headers = {
    'x-ratelimit-limit': '5000',
    'x-ratelimit-remaining': String(Math.max(0, fake.limit.remaining - 1)),
    'x-ratelimit-reset': String(reset),
  };
  if (fake.limit.remaining <= 0) {
    return { status: 403, json: { message: 'API rate limit exceeded for user ID 1.' }, headers };
  }
  fake.limit.remaining -= 1;
  const reply = work();
  return { ...reply, headers: { ...headers, ...reply.headers } };
}

function answer(fake: Fake, request: IncomingMessage, body: Record<string, unknown>): Reply {
  const url = new URL(request.url ?? '/', 'http://x');
  const method = request.method ?? 'GET';
  fake.seen.push({ method, path: `${url.pathname}${url.search}`, headers: request.headers });
  const key = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
  const token = key === undefined ? undefined : fake.tokens.get(key);
  if (!token) return { status: 401, json: { message: 'Bad credentials', status: '401' } };
  const scopes = token.scopes === undefined ? {} : { 'x-oauth-scopes': token.scopes };
  if (url.pathname === '/user') return { status: 200, json: { login: token.login, id: 7 }, headers: scopes };
  const [, owner, name, rest = ''] = /^\/repos\/([^/]+)\/([^/]+)(?:\/(.*))?$/.exec(url.pathname) ?? [];
  const asked = `${owner}/${name}`;
  if (asked === fake.repository.formerName) {
    const location = `${url.origin}/repositories/1`;
    return { status: 301, json: { message: 'Moved Permanently', url: location }, headers: { location } };
  }
  if (asked !== fake.repository.name) return notFound;
  if (token.ssoRequired) {
    return {
      status: 403,
      json: { message: 'Resource protected by organization SAML enforcement.' },
      headers: { 'x-github-sso': 'required; url=https://example.com/sso' },
    };
  }
  const reply = permitted(fake, {
    method,
    rest: decodeURIComponent(rest),
    query: url.searchParams,
    body,
    token,
  });
  return { ...reply, headers: { ...scopes, ...reply.headers } };
}

function levels({ contents, pulls, scopes, push = true }: FakeToken): { contents: Level; pulls: Level } {
  if (scopes !== undefined) {
    const all = /\brepo\b/.test(scopes) ? (push ? 'write' : 'read') : 'none';
    return { contents: all, pulls: all };
  }
  return { contents: contents ?? 'none', pulls: pulls ?? 'none' };
}

function permitted(fake: Fake, exchange: Exchange): Reply {
  const { rest, method, token } = exchange;
  const held = levels(token);
  if (rest === '') {
    if (fake.repository.isPrivate && held.contents === 'none' && held.pulls === 'none') return notFound;
    return { status: 200, json: repositoryJson(fake, token) };
  }
  const area = rest.startsWith('pulls') ? 'pulls' : 'contents';
  if (held[area] === 'none') return notFound;
  const needed = `${area === 'pulls' ? 'pull_requests' : 'contents'}=write`;
  if (method !== 'GET' && (held[area] !== 'write' || token.push === false)) return refusedToken(needed);
  if (method !== 'GET' && fake.repository.isArchived) {
    return { status: 403, json: { message: 'Repository was archived so is read-only.' } };
  }
  return route(fake, exchange) ?? notFound;
}

function repositoryJson({ repository }: Fake, { push = true }: FakeToken): unknown {
  return {
    id: 1,
    full_name: repository.name,
    private: repository.isPrivate,
    archived: repository.isArchived,
    default_branch: 'main',
    permissions: { admin: false, maintain: false, push, triage: push, pull: true },
  };
}

function route(fake: Fake, exchange: Exchange): Reply | undefined {
  const { method, rest } = exchange;
  const part = (prefix: string) => (rest.startsWith(prefix) ? rest.slice(prefix.length) : undefined);
  const branch = part('git/ref/heads/');
  if (method === 'GET' && branch !== undefined) return getRef(fake, branch);
  if (method === 'POST' && rest === 'git/refs') return postRef(fake, exchange);
  const gone = part('git/refs/heads/');
  if (method === 'DELETE' && gone !== undefined) return deleteRef(fake, gone);
  if (method === 'GET' && rest.startsWith('contents/')) return getContents(fake, exchange);
  if (method === 'GET' && rest.startsWith('git/blobs/'))
    return getBlob(fake, rest.slice('git/blobs/'.length));
  if (method === 'GET' && rest.startsWith('git/commits/'))
    return getCommit(fake, rest.slice('git/commits/'.length));
  if (method === 'POST' && rest === 'git/trees') return postTree(fake, exchange);
  if (method === 'POST' && rest === 'git/commits') return postCommit(fake, exchange);
  if (method === 'GET' && rest === 'commits') return listCommits(fake, exchange);
  if (method === 'GET' && rest === 'pulls') return listPulls(fake, exchange);
  if (method === 'POST' && rest === 'pulls') return postPull(fake, exchange);
  const [, number, sub] = /^pulls\/(\d+)(\/reviews)?$/.exec(rest) ?? [];
  const pull = fake.pulls.find((one) => one.number === Number(number));
  if (!pull) return undefined;
  if (method === 'GET' && sub === '/reviews') {
    return { status: 200, json: pull.reviews.map(({ by, state }) => ({ user: { login: by }, state })) };
  }
  if (method === 'PATCH' && exchange.body.state === 'closed') {
    if (pull.state === 'open') Object.assign(pull, { state: 'closed', closedAt: nowOf(fake) });
  }
  return { status: 200, json: pullJson(fake, pull, true) };
}

function getRef({ git }: Fake, branch: string): Reply {
  if (git.branches().length === 0) return { status: 409, json: { message: 'Git Repository is empty.' } };
  const sha = git.head(branch);
  return sha === null ? notFound : { status: 200, json: refJson(branch, sha) };
}

function refJson(branch: string, sha: string): unknown {
  return { ref: `refs/heads/${branch}`, object: { type: 'commit', sha } };
}

function postRef({ git, rules }: Fake, { body }: Exchange): Reply {
  const branch = String(body.ref).replace('refs/heads/', '');
  const sha = String(body.sha);
  if (!git.exists(sha)) return invalid('Object does not exist');
  if (rules.noNewBranches)
    return invalid(
      'Repository rule violations found\n\nCannot create ref due to creations being restricted.',
    );
  if (git.head(branch) !== null) return invalid('Reference already exists');
  git.setHead(branch, sha);
  return { status: 201, json: refJson(branch, sha) };
}

function deleteRef({ git }: Fake, branch: string): Reply {
  if (git.head(branch) === null) return invalid('Reference does not exist');
  git.setHead(branch, null);
  return { status: 204 };
}

const inlineLimit = 1024 * 1024;

function getContents({ git }: Fake, { rest, query }: Exchange): Reply {
  const path = rest.slice('contents/'.length);
  const entry = git.entry(query.get('ref') ?? 'main', path);
  if (!entry) return notFound;
  if (entry.type === 'tree') return { status: 200, json: [{ type: 'file', name: 'x', path: `${path}/x` }] };
  const text = git.text(entry.hash);
  const isLarge = text.length > inlineLimit;
  const content = isLarge ? '' : inLines(Buffer.from(text).toString('base64'));
  return {
    status: 200,
    json: {
      type: 'file',
      path,
      sha: entry.hash,
      size: text.length,
      encoding: isLarge ? 'none' : 'base64',
      content,
    },
  };
}

function inLines(base64: string): string {
  return base64.replace(/.{60}/g, '$&\n');
}

function getBlob({ git }: Fake, sha: string): Reply {
  if (!git.exists(sha)) return notFound;
  const content = inLines(Buffer.from(git.text(sha)).toString('base64'));
  return { status: 200, json: { sha, encoding: 'base64', content } };
}

function getCommit({ git }: Fake, sha: string): Reply {
  return git.exists(sha) ? { status: 200, json: { sha, tree: { sha: git.treeOf(sha) } } } : notFound;
}

function postTree({ git }: Fake, { body }: Exchange): Reply {
  const entries = body.tree as readonly { path: string; content: string }[];
  if (!git.exists(String(body.base_tree))) return invalid('base_tree is not a valid tree oid');
  const files = entries.map(({ path, content }) => ({ path, hash: git.blob(content) }));
  return { status: 201, json: { sha: git.tree(String(body.base_tree), files) } };
}

function postCommit(fake: Fake, { body, token }: Exchange): Reply {
  const parents = body.parents as readonly string[];
  if (!fake.git.exists(String(body.tree))) return invalid('Tree SHA does not exist');
  return {
    status: 201,
    json: { sha: fake.git.commit(String(body.tree), parents, author(fake, token.login)) },
  };
}

function listCommits({ git }: Fake, { query }: Exchange): Reply {
  const size = Number(query.get('per_page') ?? 30);
  const page = Number(query.get('page') ?? 1);
  const all = git.log(query.get('sha') ?? 'main', query.get('path') ?? '.');
  const shown = all.slice((page - 1) * size, page * size);
  const link = `<http://x/?page=${page + 1}>; rel="next", <http://x/?page=9>; rel="last"`;
  return {
    status: 200,
    json: shown.map(({ hash, login, at }) => ({
      sha: hash,
      commit: { author: { name: login, date: at }, committer: { name: login, date: at } },
      author: login === 'nobody' ? null : { login },
    })),
    headers: all.length > page * size ? { link } : {},
  };
}

function listPulls(fake: Fake, { query }: Exchange): Reply {
  const head = query.get('head')?.split(':')[1];
  const state = query.get('state') ?? 'open';
  const found = fake.pulls
    .filter((pull) => state === 'all' || pull.state === state)
    .filter((pull) => head === undefined || pull.head === head)
    .filter((pull) => (query.get('base') ?? pull.base) === pull.base)
    .reverse();
  return { status: 200, json: found.slice(0, 100).map((pull) => pullJson(fake, pull, false)) };
}

function postPull(fake: Fake, { body, token }: Exchange): Reply {
  const { git } = fake;
  const [head, base] = [String(body.head), String(body.base)];
  const wrong = (error: object) => invalid('Validation Failed', [{ resource: 'PullRequest', ...error }]);
  if (git.head(head) === null) return wrong({ field: 'head', code: 'invalid' });
  if (git.head(base) === null) return wrong({ field: 'base', code: 'invalid' });
  if (!git.isAhead(base, head))
    return wrong({ code: 'custom', message: `No commits between ${base} and ${head}` });
  if (fake.pulls.some((pull) => pull.head === head && pull.state === 'open')) {
    return wrong({ code: 'custom', message: `A pull request already exists for acme:${head}.` });
  }
  const pull: FakePull = {
    number: fake.pulls.length + 1,
    title: String(body.title),
    body: String(body.body),
    head,
    base,
    by: token.login,
    at: nowOf(fake),
    state: 'open',
    reviews: [],
  };
  fake.pulls.push(pull);
  return { status: 201, json: pullJson(fake, pull, true) };
}

function pullJson(fake: Fake, pull: FakePull, isAlone: boolean): unknown {
  const repo = { full_name: fake.repository.name };
  return {
    number: pull.number,
    state: pull.state,
    title: pull.title,
    body: pull.body,
    draft: pull.isDraft ?? false,
    html_url: `https://github.example/${fake.repository.name}/pull/${pull.number}`,
    user: { login: pull.by },
    created_at: pull.at,
    closed_at: pull.closedAt ?? null,
    merged_at: pull.mergedAt ?? null,
    head: { ref: pull.head, repo },
    base: { ref: pull.base, repo },
    ...(isAlone
      ? {
          merged: pull.mergedAt !== undefined,
          merged_by: pull.mergedBy === undefined ? null : { login: pull.mergedBy },
          mergeable_state: mergeableState(fake, pull),
        }
      : {}),
  };
}

function mergeableState({ git, rules }: Fake, { base, head, state, reviews }: FakePull): string {
  if (state === 'closed' || git.head(head) === null) return 'unknown';
  if (git.merged(base, head) === null) return 'dirty';
  const last = new Map(reviews.map((review) => [review.by, review.state]));
  const approvals = [...last.values()].filter((one) => one === 'APPROVED').length;
  const objected = [...last.values()].includes('CHANGES_REQUESTED');
  if (approvals < rules.reviewsNeeded || (objected && rules.reviewsNeeded > 0)) return 'blocked';
  return rules.failingChecks ? 'unstable' : 'clean';
}

function pullOf({ pulls }: Fake, number: number): FakePull {
  const pull = pulls.find((one) => one.number === number);
  if (!pull) throw new Error(`no pull request ${number}`);
  return pull;
}

function merge(fake: Fake, number: number, by: string): void {
  const { git } = fake;
  const pull = pullOf(fake, number);
  const [base, head] = [git.head(pull.base), git.head(pull.head)];
  const tree = base && head ? git.merged(base, head) : null;
  if (!base || !head || tree === null) throw new Error('cannot be merged');
  git.setHead(pull.base, git.commit(tree, [base, head], author(fake, by)));
  Object.assign(pull, { state: 'closed', closedAt: nowOf(fake), mergedAt: nowOf(fake), mergedBy: by });
}

function writeFile(fake: Fake, path: string, text: string | null, by: string): void {
  const { git } = fake;
  const base = git.head('main');
  const hash = text === null ? null : git.blob(text);
  const tree = git.tree(base, [{ path, hash }]);
  git.setHead('main', git.commit(tree, base === null ? [] : [base], author(fake, by)));
}

function author(fake: Fake, login: string): Author {
  return { login, at: nowOf(fake) };
}

/** A minute passes with everything that is done. */
function nowOf(fake: Fake): string {
  fake.time += 60_000;
  return new Date(fake.time).toISOString();
}
