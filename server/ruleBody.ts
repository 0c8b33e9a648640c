import * as v from 'valibot';
import { ApiError } from './apiError.ts';

/** Limits and words of fullstory.md e.1. Selector limits are ours: FullStory publishes none. */
const maxName = 256;
const maxDescription = 1_024;
const maxSelector = 2_048;
const maxExceptions = 100;

/** What the database could not give back as it came: NUL is refused by PostgreSQL, half a surrogate is replaced. */
const storable = v.check<string, string>(
  (text) => !/\0|\p{Surrogate}/u.test(text),
  'holds a character that cannot be stored',
);

const text = (max: number) => v.pipe(v.string(), v.maxLength(max), storable);
const filled = (max: number) =>
  v.pipe(
    text(max),
    v.check((value) => value.trim() !== '', 'is empty'),
  );
const ignored = v.optional(v.unknown());

const ruleBodySchema = v.strictObject({
  name: filled(maxName),
  description: v.nullish(text(maxDescription), ''),
  source: v.strictObject({
    selector: filled(maxSelector),
    exception_selectors: v.nullish(v.pipe(v.array(filled(maxSelector)), v.maxLength(maxExceptions)), []),
    backup_selector: ignored,
  }),
  operation: v.strictObject({
    action: v.picklist(['EXCLUDE', 'MASK', 'UNMASK']),
    consent: v.nullish(v.boolean(), false),
    scope: v.picklist(['ALL_SESSIONS', 'NO_SESSIONS', 'PREVIEW_SESSIONS_ONLY', 'LIVE_SESSIONS_ONLY']),
  }),
  platforms: v.pipe(v.array(v.picklist(['WEB', 'ANDROID', 'IOS'])), v.minLength(1), v.maxLength(3)),
  // Read-only: accepted so that a rule can be sent back as it was read, and never used.
  id: ignored,
  editable: ignored,
  group_id: ignored,
  created_at: ignored,
  last_updated: ignored,
  last_updated_by: ignored,
});

/** The part of a rule's row that a caller writes. */
export interface RuleFields {
  readonly name: string;
  readonly description: string;
  readonly selector: string;
  readonly exceptionSelectors: readonly string[];
  readonly action: string;
  readonly consent: boolean;
  readonly scope: string;
  readonly platforms: readonly string[];
}

/**
 * Reads the body of a create or update. An entry nobody knows is refused: misspelt, it would silently change
 * what a rule hides.
 *
 * @throws {ApiError} 400 naming the entry, never its value
 */
export function parseRuleBody(bodyText: string): RuleFields {
  const result = v.safeParse(ruleBodySchema, parseJson(bodyText));
  if (!result.success) {
    const [issue] = result.issues;
    const path = v.getDotPath(issue) ?? 'body';
    throw new ApiError(400, 'invalid_request', `${path}: ${reasonOf(issue)}`);
  }
  const { name, description, source, operation, platforms } = result.output;
  return {
    name,
    description,
    selector: source.selector,
    exceptionSelectors: source.exception_selectors,
    action: operation.action,
    consent: operation.consent,
    scope: operation.scope,
    platforms: [...new Set(platforms)],
  };
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
  if (issue.type === 'max_length') return `is longer than ${issue.requirement}`;
  if (issue.type === 'min_length') return 'needs at least one entry';
  return `must be ${issue.expected ?? 'something else'}`;
}
