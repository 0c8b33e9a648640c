import { describe, expect, it } from 'vitest';
import { createSessionReads, type SessionReads } from '../../../connectors/fullstory/sessionReads.ts';
import { SettingsError } from '../../../core/settings/settingsSource.ts';
import type { Exchange } from './contract/exchange.ts';
import { replayExchanges, replayKey, replayOrigin } from './contract/replayExchanges.ts';
import { sessionExchanges as published, sessionId } from './contract/sessionExchanges.ts';

async function over<T>(exchanges: readonly Exchange[], ask: (reads: SessionReads) => Promise<T>): Promise<T> {
  const replay = replayExchanges(exchanges);
  const reads = createSessionReads({
    fetch: replay.fetch,
    baseUrl: replayOrigin,
    getKey: () => replayKey,
  });
  try {
    return await ask(reads);
  } finally {
    replay.end();
  }
}

const answered = (json: unknown, status = 200): Exchange => ({
  ...published.events,
  answer: { status, json },
});

const codeOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work;
  } catch (error) {
    if (error instanceof SettingsError) return error.code;
    throw error;
  }
  return 'no error';
};

describe('sessions by the published contract', () => {
  it('are listed for one visitor, the newest first', async () => {
    const list = await over([published.list], (reads) => reads.list({ uid: 'visitor 7' }, 3));
    expect(list).toEqual({
      sessions: [{ id: sessionId, createdAt: '2017-01-15T01:30:15Z' }],
      isCut: false,
    });
  });

  it('give every text of an event with its place', async () => {
    const held = await over([published.events], (reads) => reads.events(sessionId));
    expect(held.isCut).toBe(false);
    expect(held.events).toMatchObject([
      { type: 'navigate', url: 'https://app.fullstory.com/login/?dest=%2Fui' },
    ]);
    expect(held.events[0]?.texts).toContainEqual({
      at: 'source_properties.url.query.dest.values[]',
      text: '/ui',
    });
  });

  it('give pages and what was clicked there', async () => {
    const held = await over([published.context], (reads) => reads.context(sessionId));
    expect(held.events.map(({ type, url }) => [type, url])).toEqual([
      ['page', 'https://shop.example/pay'],
      ['click', 'https://shop.example/pay'],
    ]);
    expect(held.events.flatMap(({ texts }) => texts.map(({ text }) => text))).toContain('Pay now');
  });
});

describe('what is answered otherwise', () => {
  it.each([
    [401, 'key-refused'],
    [403, 'role-too-low'],
    [404, 'not-found'],
    [429, 'too-many-requests'],
    [500, 'server-error'],
  ])('%i is named', async (status, code) => {
    const asked = over([answered({ message: 'no', code: 'no' }, status)], (reads) => reads.events(sessionId));
    expect(await codeOf(asked)).toBe(code);
  });

  it.each([
    ['no list', { events: 'none' }],
    ['an event that is none', { events: [7] }],
    ['a key of the prototype', JSON.parse('{"events":[{"__proto__":{}}]}')],
  ])('%s is not the API', async (_what, json) => {
    expect(await codeOf(over([answered(json)], (reads) => reads.events(sessionId)))).toBe('not-an-api');
  });

  it('a place that bears what somebody typed is not named', async () => {
    const events = [{ event_properties: { 'jane@example.org': { text: 'x' } } }];
    const held = await over([answered({ events })], (reads) => reads.events(sessionId));
    expect(held.events[0]?.texts).toEqual([{ at: 'event_properties.*.text', text: 'x' }]);
  });

  it('more than is looked at is said', async () => {
    let deep: unknown = 'x';
    for (let level = 0; level < 40; level += 1) deep = { a: deep };
    const cut = [{ events: [deep] }, { events: [], next_page_token: 'more' }];
    for (const json of cut)
      expect((await over([answered(json)], (reads) => reads.events(sessionId))).isCut).toBe(true);
  });

  it.each(['', '7', '../me', '1:2/../../me', '1:2?x', '1:2:3'])(
    'no id "%s" becomes an address',
    async (id) => {
      expect(await codeOf(over([], (reads) => reads.events(id)))).toBe('invalid');
      expect(await codeOf(over([], (reads) => reads.context(id)))).toBe('invalid');
    },
  );
});
