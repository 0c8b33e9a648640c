import * as v from 'valibot';
import { ApiError } from './apiError.ts';

/**
 * The body of a request, checked.
 *
 * @throws {ApiError} 400 naming the entry that does not fit, never its value
 */
export function parseBody<Schema extends v.GenericSchema>(
  schema: Schema,
  bodyText: string,
): v.InferOutput<Schema> {
  const result = v.safeParse(schema, parseJson(bodyText));
  if (result.success) return result.output;
  const [issue] = result.issues;
  const path = v.getDotPath(issue) ?? 'body';
  throw new ApiError(400, 'invalid_request', `${path}: ${reasonOf(issue)}`);
}

function parseJson(bodyText: string): unknown {
  try {
    return JSON.parse(bodyText) as unknown;
  } catch {
    throw new ApiError(400, 'invalid_json', 'The body is not JSON.');
  }
}

/** Valibot's own messages quote what came in; a table of ours does not. */
function reasonOf(issue: v.BaseIssue<unknown>): string {
  if (issue.type === 'check') return issue.message;
  if (issue.type === 'strict_object' && issue.expected === 'never') return 'is not known here';
  // A missing entry is told by the name of its key.
  if (issue.type.endsWith('object') && issue.received === 'undefined') return 'is missing';
  if (issue.type === 'max_length') return `is longer than ${issue.requirement}`;
  if (issue.type === 'min_length') return 'needs at least one entry';
  return `must be ${issue.expected ?? 'something else'}`;
}
