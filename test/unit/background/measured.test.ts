import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { rulesInForce } from '../../../components/state/rulesInForce.ts';
import { backgroundGuards } from '../../../core/backgroundGuards.ts';
import type { MeasuredPolicy } from '../../../core/profiles/documented/measuredPolicy.ts';
import { profileById } from '../../../core/profiles/registry.ts';
import { createWorld, startWorker } from './mortalWorld.ts';

const cell = {
  kind: 'comment',
  state: 'masked',
  effect: 'send',
  documented: 'unknown',
  evidence: { planted: 1, arrived: 1, controls: 2 },
} as const;
const measured: MeasuredPolicy = [{ recorder: 'fullstory', date: '2026-05-01', cells: [cell] }];
const put = (entries: unknown) => ({ kind: 'put', entries }) as const;
const org = { baseUrl: 'https://api.fullstory.com', key: 'na1.c2VjcmV0' };

describe('measurements that were loaded', () => {
  it('are stored at once, outlive the worker, and replace those of the same recorder', async () => {
    const world = createWorld([]);
    const { service } = startWorker(world);
    await service.changeMeasured(put(measured));
    await service.changeMeasured(put([{ recorder: 'hotjar', date: '2026-05-02', cells: [] }]));
    await service.changeMeasured(put([{ recorder: 'hotjar', date: '2026-05-03', cells: [] }]));
    const state = await startWorker(world).service.state();
    expect(state.measured).toEqual([...measured, { recorder: 'hotjar', date: '2026-05-03', cells: [] }]);
    const after = await service.changeMeasured({ kind: 'remove', recorder: 'hotjar' });
    expect(after.measured).toEqual(measured);
  });

  it('of one source are not those of another', async () => {
    const { service } = startWorker(createWorld([]));
    await service.changeMeasured(put(measured));
    expect((await service.connect(org)).measured).toEqual([]);
    expect((await service.disconnect()).measured).toHaveLength(1);
  });

  it.each([
    { recorder: 'fullstory', date: '2026-05-01', cells: [{ ...cell, effect: 'nothing' }] },
    { recorder: '<img>', date: '2026-05-01', cells: [] },
    { recorder: 'fullstory', date: 'today', cells: [] },
    'fullstory',
    null,
  ])('that are odd are refused, and nothing is stored', async (entry) => {
    const { service } = startWorker(createWorld([]));
    await service.changeMeasured(put(measured));
    await expect(service.changeMeasured(put([entry]))).rejects.toMatchObject({
      problem: { code: 'definition-refused' },
    });
    expect((await service.state()).measured).toEqual(measured);
  });
});

describe('a request to change them', () => {
  const accepts = (change: unknown) => v.safeParse(backgroundGuards['measured/change'], { change }).success;

  it.each([
    put([]),
    put('all'),
    put(Array.from({ length: 51 }, () => ({}))),
    { kind: 'put', entries: [{}], extra: 1 },
    { kind: 'remove' },
    { kind: 'clear' },
  ])('is refused when it is not of its shape: %j', (change) => {
    expect(accepts(change)).toBe(false);
  });

  it('is accepted when it is', () => {
    expect(accepts(put(measured))).toBe(true);
    expect(accepts({ kind: 'remove', recorder: 'fullstory' })).toBe(true);
  });
});

describe('the rules of a scan', () => {
  const fullstory = profileById('fullstory');
  if (!fullstory) throw new Error('no profile');
  const today = { date: '2026-05-02', versions: {} };

  it('hold the newer measurement of the file and of what was loaded', async () => {
    const { service } = startWorker(createWorld([]));
    const loaded = await service.changeMeasured(put(measured));
    expect(rulesInForce(loaded, fullstory, today)?.measured).toEqual(measured);
    const newer = [{ recorder: 'fullstory', date: '2026-05-02', cells: [] }];
    const both = { ...loaded, ruleSet: { ...loaded.ruleSet, measured: newer } };
    expect(rulesInForce(both, fullstory, today)?.measured).toEqual(newer);
  });

  it('say when it is old or of another version', async () => {
    const { service } = startWorker(createWorld([]));
    const state = await service.changeMeasured(put([{ ...measured[0], version: '1.0' }]));
    const doubt = (date: string, versions = {}) =>
      rulesInForce(state, fullstory, { date, versions })?.measured?.[0]?.doubt;
    expect(doubt('2026-05-02')).toBeUndefined();
    expect(doubt('2027-05-02')).toBe('old');
    expect(doubt('2026-05-02', { fullstory: '1.1' })).toBe('other-version');
  });
});
