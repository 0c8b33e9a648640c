import { createHash } from 'node:crypto';
import { and, eq, lt } from 'drizzle-orm';
import { ApiError } from './apiError.ts';
import type { Db } from './database.ts';
import { idempotentAnswers } from './schema.ts';

export interface StoredAnswer {
  readonly status: number;
  readonly body: string;
}

export interface OneTimeRequest {
  readonly orgId: string;
  /** The Idempotency-Key header. */
  readonly key: string;
  readonly bodyText: string;
  readonly at: Date;
}

const dayMs = 24 * 60 * 60 * 1000;

/**
 * Answers a repeated request with the first answer (fullstory.md e.4): same key and same body within 24 hours.
 * Answer and work are one transaction, so a crash leaves both or neither. Server errors are not stored.
 *
 * @throws {ApiError} 409 when the key came with another body before
 */
export async function answerOnce(
  db: Db,
  request: OneTimeRequest,
  work: (tx: Db) => Promise<StoredAnswer>,
): Promise<StoredAnswer> {
  const { orgId, key, at } = request;
  const requestHash = createHash('sha256').update(request.bodyText).digest('hex');
  const here = and(eq(idempotentAnswers.orgId, orgId), eq(idempotentAnswers.key, key));
  return await db.transaction(async (tx) => {
    await tx.delete(idempotentAnswers).where(lt(idempotentAnswers.createdAt, new Date(at.getTime() - dayMs)));
    // A twin that runs at the same moment waits here until the first is committed, and then finds its answer.
    const taken = await tx
      .insert(idempotentAnswers)
      .values({ orgId, key, requestHash, createdAt: at })
      .onConflictDoNothing()
      .returning({ key: idempotentAnswers.key });
    if (taken.length === 0) {
      const [before] = await tx.select().from(idempotentAnswers).where(here);
      return replay(before, requestHash);
    }
    const answer = await work(tx);
    await tx.update(idempotentAnswers).set({ status: answer.status, body: answer.body }).where(here);
    return answer;
  });
}

function replay(
  before: typeof idempotentAnswers.$inferSelect | undefined,
  requestHash: string,
): StoredAnswer {
  if (!before || before.status === null || before.body === null) {
    throw new ApiError(
      409,
      'idempotency_in_progress',
      'A request with this Idempotency-Key is being worked on.',
    );
  }
  if (before.requestHash !== requestHash) {
    throw new ApiError(409, 'idempotency_key_reused', 'This Idempotency-Key was used for another request.');
  }
  return { status: before.status, body: before.body };
}
