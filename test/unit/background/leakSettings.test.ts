import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { backgroundGuards } from '../../../core/backgroundGuards.ts';
import { createWorld, startWorker } from './mortalWorld.ts';

const policy = { name: 'policy-id', pattern: 'P-\\d{6}', examples: { found: ['P-123456'] } };
const accepted = { id: 's1', detector: 'email', reason: 'ours', expires: '2027-01-01' };
const org = { baseUrl: 'https://api.fullstory.com', key: 'na1.c2VjcmV0' };

describe('the leak settings', () => {
  it('are stored at once and outlive the worker', async () => {
    const world = createWorld([]);
    const { service } = startWorker(world);
    await service.changeLeaks({ kind: 'put-detector', entry: policy });
    await service.changeLeaks({ kind: 'put-suppression', entry: accepted });
    const { leakSettings } = await startWorker(world).service.state();
    expect(leakSettings).toMatchObject({
      detectors: [{ name: 'policy-id', severity: 'high' }],
      suppressions: [accepted],
      problems: [],
    });
  });

  it('of one source are not those of another', async () => {
    const world = createWorld([]);
    const { service } = startWorker(world);
    await service.changeLeaks({ kind: 'put-detector', entry: policy });
    expect((await service.connect(org)).leakSettings.detectors).toEqual([]);
    expect((await service.disconnect()).leakSettings.detectors).toHaveLength(1);
  });

  it.each([
    { ...policy, pattern: '(?=a)' },
    { ...policy, pattern: 'x'.repeat(200_000) },
    { ...policy, examples: {} },
    { ...policy, name: 5 },
  ])('that are broken are refused, and nothing is stored', async (entry) => {
    const world = createWorld([]);
    const { service } = startWorker(world);
    await expect(service.changeLeaks({ kind: 'put-detector', entry })).rejects.toMatchObject({
      problem: { code: 'definition-refused' },
    });
    expect((await service.state()).leakSettings.detectors).toEqual([]);
  });

  it('take one change after the other', async () => {
    const { service } = startWorker(createWorld([]));
    await Promise.all(
      ['a', 'b', 'c'].map((name) =>
        service.changeLeaks({ kind: 'put-detector', entry: { ...policy, name } }),
      ),
    );
    expect((await service.state()).leakSettings.detectors).toHaveLength(3);
  });
});

describe('a request to change them', () => {
  const accepts = (change: unknown) => v.safeParse(backgroundGuards['leaks/change'], { change }).success;

  it.each([
    { kind: 'put-detector' },
    { kind: 'put-detector', entry: 'text' },
    { kind: 'put-detector', entry: policy, more: 1 },
    { kind: 'remove-detector' },
    { kind: 'remove-suppression', id: 5 },
    { kind: 'drop-all' },
    null,
  ])('%j is not heard', (change) => {
    expect(accepts(change)).toBe(false);
  });

  it('of the right shape is', () => {
    expect(accepts({ kind: 'put-detector', entry: policy, replaces: 'old-name' })).toBe(true);
    expect(accepts({ kind: 'put-suppression', entry: accepted })).toBe(true);
  });
});
