import { asArray, asBoolean, asInt64, asObject, asString, isAbsent } from '../../core/settings/wireGuards.ts';
import type { ChangeRequest } from '../git/gitHost.ts';

const maxLabels = 200;
const maxTitle = 1_024;
const maxUrl = 2_048;

export interface ReadPullRequest extends ChangeRequest {
  readonly base: string;
  /** Why it cannot be merged now, in GitHub's word; undefined in lists, which do not tell. */
  readonly mergeableState?: string;
}

/**
 * A pull request, from a list or alone. Alone it tells `merged_by` and `mergeable_state` as well.
 * https://docs.github.com/rest/pulls/pulls#get-a-pull-request
 *
 * @throws {WireError}
 */
export function readPullRequest(json: unknown, path: string, repository: string): ReadPullRequest {
  const raw = asObject(json, path);
  const merged = text(raw.merged_at, `${path}.merged_at`);
  const closed = text(raw.closed_at, `${path}.closed_at`);
  const head = readHead(raw.head, `${path}.head`, repository);
  const openedBy = login(raw.user, `${path}.user`);
  const openedAt = text(raw.created_at, `${path}.created_at`);
  const decidedBy = login(raw.merged_by, `${path}.merged_by`);
  const mergeableState = text(raw.mergeable_state, `${path}.mergeable_state`);
  const decidedAt = merged ?? closed;
  const isDraft = !isAbsent(raw.draft) && asBoolean(raw.draft, `${path}.draft`);
  return {
    id: asInt64(raw.number, `${path}.number`),
    state: merged !== undefined ? 'merged' : readState(raw.state, `${path}.state`),
    title: asString(raw.title, `${path}.title`, maxTitle),
    url: webAddress(raw.html_url, `${path}.html_url`),
    base: asString(asObject(raw.base, `${path}.base`).ref, `${path}.base.ref`, maxTitle),
    ...(head === undefined ? {} : { branch: head }),
    ...(openedBy === undefined ? {} : { openedBy }),
    ...(openedAt === undefined ? {} : { openedAt }),
    ...(decidedBy === undefined ? {} : { decidedBy }),
    ...(decidedAt === undefined ? {} : { decidedAt }),
    ...(isDraft || mergeableState !== undefined
      ? { mergeableState: isDraft ? 'draft' : (mergeableState ?? '') }
      : {}),
  };
}

/** A fork may have a branch of the same name: it is not ours. A fork that was deleted is null. */
function readHead(json: unknown, path: string, repository: string): string | undefined {
  const head = asObject(json, path);
  const branch = asString(head.ref, `${path}.ref`, maxTitle);
  if (isAbsent(head.repo)) return undefined;
  const name = asString(asObject(head.repo, `${path}.repo`).full_name, `${path}.repo.full_name`, maxTitle);
  return name.toLowerCase() === repository.toLowerCase() ? branch : undefined;
}

function readState(value: unknown, path: string): 'open' | 'closed' {
  return asString(value, path, maxLabels) === 'open' ? 'open' : 'closed';
}

/** It is offered as a link: a page, and nothing that could run. */
function webAddress(value: unknown, path: string): string {
  const address = asString(value, path, maxUrl);
  const { protocol } = URL.parse(address) ?? {};
  return protocol === 'https:' || protocol === 'http:' ? address : '';
}

function login(value: unknown, path: string): string | undefined {
  return isAbsent(value) ? undefined : text(asObject(value, path).login, `${path}.login`);
}

function text(value: unknown, path: string): string | undefined {
  return isAbsent(value) ? undefined : asString(value, path, maxTitle);
}

interface Review {
  readonly by: string;
  readonly state: string;
}

/**
 * Who asked for changes and has not taken it back: of each person the last review that says yes or no counts.
 * https://docs.github.com/rest/pulls/reviews#list-reviews-for-a-pull-request (in the order they were made)
 *
 * @throws {WireError}
 */
export function readObjections(json: unknown): readonly string[] {
  const reviews = asArray(json, '$', maxLabels).map((entry, at): Review => {
    const raw = asObject(entry, `$[${at}]`);
    return {
      by: login(raw.user, `$[${at}].user`) ?? '',
      state: asString(raw.state, `$[${at}].state`, maxLabels),
    };
  });
  const decided = reviews.filter(({ state }) =>
    ['APPROVED', 'CHANGES_REQUESTED', 'DISMISSED'].includes(state),
  );
  const last = new Map(decided.map(({ by, state }) => [by, state]));
  return [...last].filter(([by, state]) => by !== '' && state === 'CHANGES_REQUESTED').map(([by]) => by);
}
