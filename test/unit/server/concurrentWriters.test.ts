import { describe, expect, it, onTestFinished } from 'vitest';
import { findFaults } from '../../../scripts/prove/findFaults.ts';
import { proveConcurrency } from '../../../scripts/prove/proveConcurrency.ts';
import { startPostgres } from '../../../scripts/prove/startPostgres.ts';
import type { Diary } from '../../../scripts/prove/writer.ts';

// The long ones by command: npm run prove:server.
describe('sixty writers on two instances over one PostgreSQL', () => {
  it('lose nothing, double nothing, and are all in the audit log', { timeout: 400_000 }, async () => {
    const postgres = await startPostgres(() => undefined);
    onTestFinished(postgres.stop);
    const proof = await proveConcurrency({ databaseUrl: postgres.url, writers: 60, instances: 2, seed: 6 });
    expect(proof.faults).toEqual([]);
    expect(proof.says).toContain('60 creates');
  });
});

describe('the proof itself', () => {
  const diary = (): Diary => ({
    created: new Map([['a', new Set(['1'])]]),
    updates: [{ requestId: 'q', ruleId: '1' }],
    counts: new Map([['1', { acknowledged: 1, sent: 1 }]]),
    unknown: 0,
    overtaken: 0,
  });
  const rule = { id: '1', name: 'a', description: '1' };
  const held = (rules: readonly object[]) =>
    ({ rules, audit: [] }) as unknown as Parameters<typeof findFaults>[1];

  it('notices a lost, a doubled and an overwritten change, and one that is not in the audit log', () => {
    const faults = (rules: readonly object[]) => findFaults([diary()], held(rules), true).join('\n');
    expect(faults([])).toContain('a: acknowledged and lost');
    expect(faults([rule, { ...rule, id: '2' }])).toContain('a: doubled');
    expect(faults([{ ...rule, description: '0' }])).toContain('overwritten');
    expect(faults([rule])).toContain('1: created, and 0 times in the audit log');
    expect(faults([rule])).toContain('request q: 0 times in the audit log');
  });
});
