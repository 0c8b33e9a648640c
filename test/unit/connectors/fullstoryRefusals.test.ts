import { describe, expect, it } from 'vitest';
import { createFullstorySource } from '../../../connectors/fullstory.ts';
import type { SettingsSource } from '../../../core/settings/settingsSource.ts';
import { makeContent } from '../settings/makeRule.ts';
import { wireRule } from './contract/elementRuleExchanges.ts';

interface Api {
  readonly source: SettingsSource;
  readonly asked: string[];
}

type Answers = Readonly<Record<string, readonly [status: number, json: unknown]>>;

/** An API that answers by method and path, and writes down what it was asked. */
function apiOf(answers: Answers, { key = 'aWRt', baseUrl = 'https://api.fullstory.com' } = {}): Api {
  const asked: string[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const name = `${init?.method} ${new URL(String(input)).pathname.split('/').at(-1)}`;
    asked.push(name);
    const [status, json] = answers[name] ?? [404, { message: 'no such address' }];
    return new Response(JSON.stringify(json), { status });
  };
  return { source: createFullstorySource({ fetch, baseUrl, getKey: () => key }), asked };
}

const me = (role: string, orgId = 'o-ACME-na1') => [200, { orgId, email: '', role }] as const;
const no = [403, { message: 'forbidden', code: 'forbidden' }] as const;
const builtIn = { ...wireRule, id: 'r1', editable: 'EDITABLE_DESCRIPTION_SCOPE_AND_EXCEPTIONS' };

describe('a region', () => {
  it.each([
    ['eu1.a2V5', 'https://api.fullstory.com', 'eu1'],
    ['na1.a2V5', 'https://api.eu1.fullstory.com', 'na1'],
  ])('%s is not sent to %s', async (key, baseUrl, region) => {
    const { source, asked } = apiOf({}, { key, baseUrl });
    for (const work of [source.identify(), source.read(), source.remove('r1')]) {
      await expect(work).rejects.toMatchObject({ code: 'wrong-region', message: region });
    }
    expect(asked).toEqual([]);
  });

  it('of a key that does not name it is told by its org', async () => {
    const { source } = apiOf({ 'GET me': me('ADMIN', 'o-ACME-eu1') });
    await expect(source.identify()).rejects.toMatchObject({ code: 'wrong-region', message: 'eu1' });
    const old = apiOf({ 'GET me': me('ADMIN', 'ABC') });
    expect(await old.source.identify()).toMatchObject({ orgId: 'ABC' });
  });

  it('says nothing about a server that is not FullStory', async () => {
    const { source } = apiOf(
      { 'GET me': me('ADMIN', 'o-ACME-eu1') },
      { key: 'eu1.a2V5', baseUrl: 'https://rules.example' },
    );
    expect(await source.identify()).toMatchObject({ orgId: 'o-ACME-eu1' });
  });
});

describe('a 403 without words', () => {
  const content = makeContent({ selector: '.other' });

  it('is about the rule when the change is one that nobody may make', async () => {
    const { source, asked } = apiOf({ 'GET r1': [200, builtIn], 'POST r1': no });
    await expect(source.update('r1', content)).rejects.toMatchObject({ code: 'read-only', status: 403 });
    expect(asked).toEqual(['GET r1', 'POST r1']);
  });

  it('is about the rule when the key may write', async () => {
    const { source } = apiOf({
      'GET r1': [200, wireRule],
      'POST r1': no,
      'GET me': me('ADMIN'),
      'DELETE r1': no,
    });
    await expect(source.update('r1', content)).rejects.toMatchObject({ code: 'read-only' });
    await expect(source.remove('r1')).rejects.toMatchObject({ code: 'read-only' });
  });

  it('is about the key when it may not write', async () => {
    const { source } = apiOf({ 'GET r1': [200, wireRule], 'POST r1': no, 'GET me': me('ARCHITECT') });
    await expect(source.update('r1', content)).rejects.toMatchObject({ code: 'role-too-low' });
  });

  it('is about the key when nobody says whose it is', async () => {
    const { source } = apiOf({ 'GET r1': [200, wireRule], 'POST r1': no, 'GET me': no });
    await expect(source.update('r1', content)).rejects.toMatchObject({ code: 'role-too-low' });
  });
});
