import { describe, expect, it } from 'vitest';
import { createFullstorySource } from '../../../connectors/fullstory.ts';
import { recordingParts } from '../../../core/settings/recordingSettings.ts';
import type { SettingsSource } from '../../../core/settings/settingsSource.ts';
import { passwordBlock } from './contract/recordingExchanges.ts';

const key = 'na1.dG9wLXNlY3JldA==';

/** A source whose every answer is this. */
function answering(text: string, status = 200): SettingsSource {
  const fetch: typeof globalThis.fetch = async () => new Response(text, { status });
  return createFullstorySource({ fetch, baseUrl: 'https://api.fullstory.com', getKey: () => key });
}

const version = (block: unknown) => ({
  elementBlocks: [block],
  metadata: { lastUpdated: '2021-06-03T14:57:32Z' },
});

describe('a history that is not what it should be', () => {
  it.each([
    ['keys of the prototype in a version', '{"versions":[{"__proto__":{"polluted":1}}]}'],
    ['keys of the prototype in a group', '{"versions":[{"elementRuleGroups":{"constructor":{}}}]}'],
    ['a block without a selector', JSON.stringify({ versions: [version({ type: 'BLOCK_MASK' })] })],
    ['a selector that is no text', JSON.stringify({ versions: [version({ selector: { a: 1 } })] })],
    [
      'a name longer than any',
      JSON.stringify({ versions: [version({ selector: '.a', label: 'x'.repeat(70_000) })] }),
    ],
    [
      'more rules than there can be',
      JSON.stringify({ versions: [{ elementBlocks: new Array(10_001).fill({ selector: '.a' }) }] }),
    ],
    ['more versions than were asked for', JSON.stringify({ versions: new Array(101).fill({}) })],
    ['a token that is no text', JSON.stringify({ versions: [], nextPaginationToken: 5 })],
    ['a list in place of an answer', '[]'],
    ['a sign-in page', '<!doctype html><title>Jane Doe</title>'],
    ['half an answer', '{"versions":[{"elementBl'],
  ])('is refused: %s', async (_what, text) => {
    const refused = await answering(text)
      .history?.read()
      .catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'not-an-api' });
    expect(String(refused)).not.toMatch(/Jane|dG9w/);
    expect(Object.prototype).not.toHaveProperty('polluted');
  });

  it('doubts words it does not know, and makes no rule harmless by them', async () => {
    const odd = {
      ...passwordBlock,
      type: 'BLOCK_BLUR',
      scope: 'SOME_SESSIONS',
      editable: 'EDITABLE_NEVER',
      targetingConditions: {
        privacyTargetingConditions: [{ attr: 'PLATFORM', op: 'NEQ', values: [{ strVal: 'WEB' }] }],
      },
    };
    const page = await answering(JSON.stringify({ versions: [version(odd)] })).history?.read();
    expect(page?.versions[0]?.ruleSet.rules[0]).toMatchObject({
      action: 'unspecified',
      scope: 'all',
      editable: 'description-only',
      uncertain: 'doubt.unknown-scope',
      platforms: ['web', 'android', 'ios'],
    });
  });

  it('reads both spellings, and what the answer leaves out', async () => {
    const bare = {
      versions: [
        {
          element_blocks: [
            { selector: '.a', type: 'BLOCK_MASK', exception_selectors: ['.b'], group_id: '3' },
          ],
          metadata: { last_updated: '2021-06-03T14:57:32Z', last_updated_by: 'bob@example.com' },
        },
        {},
      ],
      next_pagination_token: 'next',
    };
    const page = await answering(JSON.stringify(bare)).history?.read();
    expect(page).toMatchObject({
      next: 'next',
      versions: [
        {
          at: '2021-06-03T14:57:32Z',
          by: 'bob@example.com',
          ruleSet: {
            rules: [{ selector: '.a', action: 'mask', scope: 'all', exceptions: ['.b'], groupId: '3' }],
          },
        },
        { at: '', ruleSet: { rules: [] } },
      ],
    });
  });
});

describe('recording settings that are not what they should be', () => {
  it.each([
    [
      '{"domains":[{"__proto__":{}}],"recordGeoZones":5,"enabled":"yes","blockedIps":[1],"sessionTargetingRules":{}}',
    ],
    ['[]'],
    ['<!doctype html>'],
  ])('are left out, each part for itself: %s', async (text) => {
    expect(await answering(text).recording?.read()).toEqual({});
  });

  it('are left out for a key that may not read them, and told when the server fails', async () => {
    expect(await answering('{"error":"no"}', 403).recording?.read()).toEqual({});
    await expect(answering('{}', 500).recording?.read()).rejects.toMatchObject({ code: 'server-error' });
    await expect(answering('{}', 429).recording?.read()).rejects.toMatchObject({ code: 'too-many-requests' });
  });

  it('keep a mode nobody knows as unknown, in every history too', async () => {
    const odd = answering(
      JSON.stringify({ recordGeoMode: 'GEO_MOON', versions: [{ recordGeoMode: 'GEO_MOON' }] }),
    );
    expect((await odd.recording?.read())?.geo?.mode).toBe('unknown');
    for (const part of recordingParts) expect((await odd.recording?.history(part))?.versions).toHaveLength(1);
  });
});
