import * as v from 'valibot';

/** What an org asks of its writers. What is left out stays as it is. */
export const policyBodySchema = v.pipe(
  v.strictObject({
    approval: v.optional(v.picklist(['none', 'reveals', 'live', 'all'])),
    requires_revision: v.optional(v.boolean()),
  }),
  v.check((body) => body.approval !== undefined || body.requires_revision !== undefined, 'says nothing'),
);

export type PolicyBody = v.InferOutput<typeof policyBodySchema>;
