import * as v from 'valibot';
import { ApiError } from './apiError.ts';
import { policyBodySchema } from './policyBody.ts';
import { ruleBodySchema } from './ruleBody.ts';
import { filled, text } from './storableText.ts';

/** Of one proposal. With rules of the longest kind the body's own limit is met first. */
const maxChanges = 500;
const maxTitle = 256;
const maxDescription = 50_000;
const maxId = 128;

export const proposalBodySchema = v.strictObject({
  title: filled(maxTitle),
  /** Markdown, for whoever decides. */
  description: v.nullish(text(maxDescription), ''),
  changes: v.nullish(
    v.pipe(
      v.array(
        v.strictObject({
          change_id: filled(maxId),
          /** Null: the rule is to be created. */
          rule_id: v.nullish(filled(maxId), null),
          /** The tag of the state that the change is based on. */
          base: v.nullish(filled(maxId), null),
          /** Null: the rule is to be deleted. */
          after: v.nullable(ruleBodySchema),
        }),
      ),
      v.maxLength(maxChanges),
    ),
    [],
  ),
  policy: v.nullish(policyBodySchema, null),
});

export type ProposalBody = v.InferOutput<typeof proposalBodySchema>;

/** @throws {ApiError} 400 for what the schema alone does not see; 428 when a change does not say what it is based on */
export function checkProposal({ changes, policy }: ProposalBody): void {
  if (changes.length === 0 && policy === null) throw invalid('changes: needs at least one entry');
  const ids = changes.map((change) => change.change_id);
  const rules = changes.map((change) => change.rule_id).filter((id) => id !== null);
  if (new Set(ids).size < ids.length) throw invalid('changes: change_id is used twice');
  // One rule, one state after it: what the second change is based on would not be there yet.
  if (new Set(rules).size < rules.length) throw invalid('changes: a rule is changed twice');
  for (const { rule_id, base, after } of changes) {
    if (rule_id === null && after === null) throw invalid('changes: one neither creates nor deletes a rule');
    if (rule_id === null && base !== null) throw invalid('changes: a rule that is created has no base');
    if (rule_id !== null && base === null) {
      const message = 'Say in base which revision each change is based on.';
      throw new ApiError(428, 'revision_required', message);
    }
  }
}

function invalid(message: string): ApiError {
  return new ApiError(400, 'invalid_request', message);
}
