// The real settings server over an embedded database, with one org for each run, and a record of every write that really
// happened: what the judge goes by. It sits beneath the faults, so nothing of the extension can colour it.

import type { RuleContent } from '../../core/rules/rule.ts';
import { createTurns } from '../../core/settings/createTurns.ts';
import { createApp } from '../../server/createApp.ts';
import { openDatabase } from '../../server/openDatabase.ts';
import { seedOrg } from '../../server/seedOrg.ts';

/** A rule as the server sends it; only texts are looked at. */
export type WireRule = Readonly<Record<string, unknown>> & { readonly id: string };

/** One write that the server took. */
export interface WireWrite {
  readonly seq: number;
  readonly by: string;
  readonly ruleId: string;
  readonly before: WireRule | undefined;
  readonly after: WireRule | undefined;
  readonly idempotencyKey: string | null;
  /** When its author last read the rule; -1: never. */
  readonly readAt: number;
}

export interface FaultOrg {
  readonly keys: Readonly<Record<string, string>>;
  readonly writes: readonly WireWrite[];
  readonly rules: ReadonlyMap<string, WireRule>;
  /** What one of the authors asks of the server, as it is really answered. */
  answer(by: string, request: Request): Promise<Response>;
  /** Moves the server's clock. */
  pass(ms: number): void;
}

export interface FaultServer {
  open(options: {
    readonly countsRevisions: boolean;
    readonly rules: readonly RuleContent[];
  }): Promise<FaultOrg>;
  close(): Promise<void>;
}

export const authors = ['A', 'B', 'colleague'] as const;
const start = Date.parse('2026-11-01T10:00:00Z');
const elements = '/v2beta/privacy/elements';

export async function createFaultServer(): Promise<FaultServer> {
  let orgs = 0;
  let time = start;
  const now = () => new Date(time);
  const database = openDatabase({ now, log: () => undefined });
  await database.open();
  const app = createApp({
    database,
    now,
    newId: () => crypto.randomUUID(),
    rateLimit: { burst: 1_000_000, perSecond: 1_000_000 },
  });

  async function open({
    countsRevisions,
    rules: seeded,
  }: Parameters<FaultServer['open']>[0]): Promise<FaultOrg> {
    orgs += 1;
    const org = await seedOrg(database, {
      orgId: `o-F${orgs}-na1`,
      name: 'Faults',
      rules: seeded,
      keys: authors.map((author) => ({ role: 'ADMIN', email: `${author}@example.com` }) as const),
      now,
      requiresRevision: countsRevisions,
    });
    const keys = Object.fromEntries(authors.map((author, at) => [author, org.keys[at]?.key ?? '']));
    const rules = new Map<string, WireRule>();
    const reads = new Map<string, number>();
    const writes: WireWrite[] = [];
    const inTurn = createTurns();

    function noteRead(by: string, found: readonly WireRule[]): void {
      for (const rule of found) {
        reads.set(`${by} ${rule.id}`, writes.length);
        rules.set(rule.id, rule);
      }
    }

    function noteWrite(by: string, request: Request, written: WireRule | undefined): void {
      const ruleId = written?.id ?? new URL(request.url).pathname.slice(elements.length + 1);
      const before = rules.get(ruleId);
      if (written) rules.set(ruleId, written);
      else rules.delete(ruleId);
      writes.push({
        seq: writes.length,
        by,
        ruleId,
        before,
        after: written,
        idempotencyKey: request.headers.get('idempotency-key'),
        readAt: reads.get(`${by} ${ruleId}`) ?? -1,
      });
    }

    const answer = (by: string, request: Request) =>
      inTurn(async () => {
        const response = await app.fetch(request);
        const text = await response.text();
        if (response.ok && new URL(request.url).pathname.startsWith(elements)) {
          const json = text === '' ? undefined : (JSON.parse(text) as { readonly results?: WireRule[] });
          if (request.method === 'GET') noteRead(by, json?.results ?? [json as unknown as WireRule]);
          else
            noteWrite(by, request, request.method === 'DELETE' ? undefined : (json as unknown as WireRule));
        }
        const { status, headers } = response;
        return new Response(status === 204 || status === 304 ? null : text, { status, headers });
      });
    const pass = (ms: number) => {
      time += ms;
    };
    return { keys, writes, rules, answer, pass };
  }

  return { open, close: () => database.close() };
}
