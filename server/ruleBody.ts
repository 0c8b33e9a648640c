import * as v from 'valibot';
import { parseBody } from './parseBody.ts';
import type { RuleFields } from './schema.ts';
import { filled, text } from './storableText.ts';

/** Limits and words of fullstory.md e.1. Selector limits are ours: FullStory publishes none. */
const maxName = 256;
const maxDescription = 1_024;
const maxSelector = 2_048;
const maxExceptions = 100;

const ignored = v.optional(v.unknown());

export const ruleBodySchema = v.strictObject({
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
  etag: ignored,
});

/**
 * Reads the body of a create or update. An entry nobody knows is refused: misspelt, it would silently change
 * what a rule hides.
 *
 * @throws {ApiError} 400 naming the entry, never its value
 */
export function parseRuleBody(bodyText: string): RuleFields {
  return ruleFieldsOf(parseBody(ruleBodySchema, bodyText));
}

export function ruleFieldsOf(body: v.InferOutput<typeof ruleBodySchema>): RuleFields {
  const { name, description, source, operation, platforms } = body;
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
