import { ApiError } from './apiError.ts';

/** What `If-Match` says: nothing, `*`, or strong tags with their quotes. */
export type Expected = readonly string[] | 'any' | undefined;

const maxTags = 16;

/** One entry of a list of tags, with what ends it. */
const entry = /[ \t]{0,8}(W\/)?("[\x21\x23-\x7e]{0,128}")[ \t]{0,8}(,|$)/y;

/** @throws {ApiError} 400 when it is not a list of entity tags */
export function readIfMatch(header: string | undefined): Expected {
  if (header === undefined) return undefined;
  if (header.trim() === '*') return 'any';
  // A weak tag never matches here (RFC 9110, 8.8.3.2).
  return readTags(header, 'If-Match').filter((tag) => !tag.startsWith('W/'));
}

/** Whether the client has this state already. An odd header is no reason to refuse: it has not. */
export function isKnownTo(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false;
  if (header.trim() === '*') return true;
  return header.length <= 4_096 && header.split(',').some((part) => part.trim().replace(/^W\//, '') === tag);
}

function readTags(header: string, name: string): readonly string[] {
  const tags: string[] = [];
  let from = 0;
  while (tags.length < maxTags) {
    entry.lastIndex = from;
    const [all, weak = '', tag, end] = entry.exec(header) ?? [];
    if (all === undefined || tag === undefined) break;
    tags.push(`${weak}${tag}`);
    from += all.length;
    if (end === '') return tags;
  }
  throw new ApiError(400, 'invalid_precondition', `${name} is not a list of quoted tags.`);
}

/**
 * Lets a write through when it was based on the present state.
 *
 * @param present the state's tag; undefined when there is none, as of a rule that is deleted
 * @throws {ApiError} 412 with the present tag when it was based on another; 428 when it must say and does not
 */
export function checkExpected(expected: Expected, present: string | undefined, isRequired: boolean): void {
  const headers: Record<string, string> = present === undefined ? {} : { ETag: present };
  if (expected === undefined || expected === 'any') {
    if (isRequired && present !== undefined) {
      const message = 'Say in If-Match which revision this change is based on.';
      throw new ApiError(428, 'revision_required', message, headers);
    }
    if (expected === undefined || present !== undefined) return;
  } else if (present !== undefined && expected.includes(present)) {
    return;
  }
  const message = 'It was changed since. Read it again and base the change on that.';
  throw new ApiError(412, 'revision_moved', message, headers);
}
