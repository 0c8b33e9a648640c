import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { QaMemory } from '../../../components/client.ts';
import { type KeptSession, keepSession } from '../../../components/qa/keepSession.ts';
import { unseenReport } from '../../../core/report/unseenReport.ts';

const report = unseenReport({ page: 'https://shop.example.com/' }, { kind: 'page', path: '', reason: 'x' });
const session: KeptSession = {
  ...{ version: 1, since: '2026-11-25T10:00:00Z', isOn: true, recorder: 'fullstory' },
  pages: [report],
};

function open(kept: unknown, memory: Partial<QaMemory> = {}) {
  const saved: object[] = [];
  let forgotten = 0;
  let leave: () => void = () => undefined;
  let present: KeptSession | null = session;
  const restored: KeptSession[] = [];
  const keeper = keepSession({
    memory: {
      load: async () => kept,
      save: async (next) => void saved.push(next),
      forget: async () => {
        forgotten += 1;
      },
      ...memory,
    },
    session: () => present,
    restore: (found) => restored.push(found),
    onLeave: (listener) => {
      leave = listener;
    },
    signal: new AbortController().signal,
  });
  const settle = () => vi.advanceTimersByTimeAsync(1_000);
  return {
    ...{ keeper, saved, restored, settle, leave: () => leave(), forgotten: () => forgotten },
    become(next: KeptSession | null) {
      present = next;
    },
  };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a session that outlives the panel', () => {
  it('is found again as it was kept', async () => {
    const { restored, settle } = open(session);
    await settle();
    expect(restored).toEqual([session]);
  });

  it.each([
    undefined,
    'x',
    { ...session, version: 2 },
    { ...session, pages: [{ page: 7 }] },
    { ...session, isOn: 'yes' },
  ])('is none where what is there is no session: %#', async (kept) => {
    const { restored, settle } = open(kept);
    await settle();
    expect(restored).toEqual([]);
  });

  it('is kept once for many changes, and at once when the panel goes', async () => {
    const { keeper, saved, settle, leave } = open(undefined);
    for (let at = 0; at < 20; at += 1) keeper.changed();
    await settle();
    expect(saved).toEqual([session]);
    keeper.changed();
    leave();
    await vi.advanceTimersByTimeAsync(0);
    expect(saved).toHaveLength(2);
  });

  it('goes when it is discarded', async () => {
    const { keeper, saved, settle, become, forgotten } = open(undefined);
    become(null);
    keeper.changed();
    await settle();
    expect([saved, forgotten()]).toEqual([[], 1]);
  });

  it('says that it is not kept: too large, or refused', async () => {
    const large = open(undefined);
    large.become({ ...session, pages: Array(20_000).fill(report) });
    large.keeper.changed();
    await large.settle();
    expect([large.keeper.notKept.value, large.saved]).toEqual(['too-large', []]);
    const refused = open(undefined, { save: () => Promise.reject(new Error('no room')) });
    refused.keeper.changed();
    await refused.settle();
    expect(refused.keeper.notKept.value).toBe('failed');
  });
});
