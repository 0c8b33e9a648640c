import { understand } from '../fullstory/understand.ts';
import type { Send } from './identify.ts';
import { readObjections } from './readPullRequest.ts';

interface OpenPull {
  readonly repository: string;
  readonly base: string;
  readonly id: string;
  /** Undefined: GitHub did not tell. */
  readonly state: string | undefined;
}

/**
 * Why an open pull request cannot be merged now, in words; undefined when nothing is in its way or nobody knows yet.
 * REST passes on what GraphQL documents: https://docs.github.com/graphql/reference/enums#mergestatestatus
 */
export async function blockedWords(
  send: Send,
  { repository, base, id, state }: OpenPull,
): Promise<string | undefined> {
  switch (state) {
    case 'dirty':
      return `It conflicts with ${base}: the same lines were changed there meanwhile.`;
    case 'behind':
      return `It has to be brought up to date with ${base} first.`;
    case 'draft':
      return 'It is marked as not ready for review.';
    case 'unstable':
      return 'A check failed, or is still running.';
    case 'blocked': {
      const path = `repos/${repository}/pulls/${id}/reviews?per_page=100`;
      const { json } = await send({ method: 'GET', path });
      const objections = understand(() => readObjections(json));
      return objections.length > 0
        ? `Changes were asked for by ${objections.join(', ')}.`
        : `${base} is protected: a review or a check is still missing.`;
    }
    default:
      return undefined;
  }
}
