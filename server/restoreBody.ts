import * as v from 'valibot';
import { moment } from './moment.ts';

const revisionNumber = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(Number.MAX_SAFE_INTEGER));

export const restoreBodySchema = v.strictObject({ revision: revisionNumber });

/** One of the two. */
export const restoreAllBodySchema = v.union([
  v.strictObject({ org_revision: revisionNumber }),
  v.strictObject({ at: moment }),
]);
