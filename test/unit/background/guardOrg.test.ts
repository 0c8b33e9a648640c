import { describe, expect, it } from 'vitest';
import { guardOrg } from '../../../background/guardOrg.ts';
import type { DraftOperation } from '../../../core/settings/draft.ts';
import { SettingsError, type SettingsSource } from '../../../core/settings/settingsSource.ts';
import { makeContent, makeRule } from '../settings/makeRule.ts';
import { createWorld, startWorker } from './mortalWorld.ts';

const rule = makeRule({ id: 'r1' });

/** A source whose key belongs to `orgId`; what was asked of it stands in the list. */
function sourceOf(orgId: () => string): { readonly source: SettingsSource; readonly asked: string[] } {
  const asked: string[] = [];
  const act = async <T>(name: string, value: T): Promise<T> => {
    asked.push(name);
    return value;
  };
  const source: SettingsSource = {
    kind: 'fullstory',
    identify: async () => act('identify', { orgId: orgId(), email: '', role: 'ADMIN', canWrite: true }),
    read: () => act('read', { rules: [rule], groups: [], gaps: [] }),
    readRule: () => act('readRule', rule),
    create: () => act('create', rule),
    update: () => act('update', rule),
    remove: () => act('remove', undefined),
    history: { read: () => act('history', { versions: [] }) },
  };
  return { source, asked };
}

describe('the guard of an org', () => {
  it('lets nothing through with a key of another org', async () => {
    const { source, asked } = sourceOf(() => 'o-OTHER-na1');
    const guarded = guardOrg(source, 'o-ACME-na1');
    const content = makeContent();
    for (const work of [
      () => guarded.read(),
      () => guarded.readRule('r1'),
      () => guarded.create(content, 'k'),
      () => guarded.update('r1', content),
      () => guarded.remove('r1'),
      () => guarded.history?.read(),
    ]) {
      await expect(work()).rejects.toMatchObject({ code: 'org-mismatch', message: 'o-OTHER-na1' });
    }
    expect(new Set(asked)).toEqual(new Set(['identify']));
  });

  it('asks once, and again after a question that failed', async () => {
    let fails = true;
    const { source, asked } = sourceOf(() => {
      if (fails) throw new SettingsError('timeout', 'slow');
      return 'o-ACME-na1';
    });
    const guarded = guardOrg(source, 'o-ACME-na1');
    await expect(guarded.read()).rejects.toMatchObject({ code: 'timeout' });
    fails = false;
    await guarded.read();
    await guarded.remove('r1');
    expect(asked).toEqual(['identify', 'read', 'remove']);
  });
});

describe('a push', () => {
  const edit: DraftOperation = {
    kind: 'update',
    ruleId: 'r1',
    base: rule,
    content: makeContent({ action: 'exclude' }),
  };
  const org = { baseUrl: 'https://api.fullstory.com', key: 'na1.c2VjcmV0' };

  it('that was interrupted is not taken up with a key of another org', async () => {
    const world = createWorld([rule]);
    const first = startWorker(world);
    await first.service.connect(org);
    await first.service.apply(edit);
    const plan = await first.service.plan({ mode: 'live' });
    world.failNext.set('readRule', new SettingsError('unreachable', 'gone'));
    await first.service.execute({ planId: plan.id, typed: {}, effects: {} });
    expect(world.replaced).toEqual([]);
    world.orgId = 'o-OTHER-na1';
    await startWorker(world).service.settleInFlight();
    expect(world.replaced).toEqual([]);
  });

  it('does not overwrite what somebody else wrote after it was planned', async () => {
    const world = createWorld([rule]);
    const { service } = startWorker(world);
    await service.connect(org);
    await service.apply(edit);
    const plan = await service.plan({ mode: 'live' });
    const theirs = makeRule({ id: 'r1', selector: '.theirs' });
    // Between the reads of the plan and the read before the write.
    world.onServer = (operation) => {
      if (operation === 'readRule') world.rules = [theirs];
    };
    const { push } = await service.execute({ planId: plan.id, typed: {}, effects: {} });
    expect(push.steps.map(({ state }) => state)).toEqual(['conflict']);
    expect(world.rules).toEqual([theirs]);
    expect(world.replaced).toEqual([]);
  });
});
