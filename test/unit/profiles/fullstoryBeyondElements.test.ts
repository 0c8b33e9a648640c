import { describe, expect, test } from 'vitest';
import { withPageCalls } from '../../../core/capture/withPageCalls.ts';
import { noPageCalls, type PageCalls, withHeardCalls } from '../../../core/detection/pageCalls.ts';
import { findLeaks } from '../../../core/findings/findLeaks.ts';
import { waysOutOf } from '../../../core/findings/waysOutOf.ts';
import { parseFullstoryOptions } from '../../../core/profiles/fullstory/options.ts';
import { redactUrl } from '../../../core/profiles/fullstory/redactUrl.ts';
import { fullstoryWaysOut } from '../../../core/profiles/fullstory/waysOut.ts';
import { OptionsError } from '../../../core/profiles/profile.ts';
import { profileById } from '../../../core/profiles/registry.ts';
import { simulate } from './simulate.ts';

const shop = 'https://shop.example';

function redact(url: string, ...urlRules: unknown[]) {
  return redactUrl(url, parseFullstoryOptions({ urlRules }).urlRules);
}

describe('URL rules', () => {
  test.each([
    [`${shop}/login?token=abc&x=1#access_token=t&y=2`, `${shop}/login?token=&x=1#access_token=&y=2`],
    [`${shop}/?code&codes=1&jwt=`, `${shop}/?code&codes=1&jwt=`],
    [`${shop}/a#b?token=1`, `${shop}/a#b?token=1`],
    ['about:blank?password=1', 'about:blank?password='],
  ])("FullStory's own: %s", (url, text) => {
    expect(redact(url)).toEqual({ text, isCertain: true });
  });

  test('a named parameter loses its value and keeps its key', () => {
    const rule = { exclude: [{ params: ['mail'] }, { part: 'hash', params: ['id'] }] };
    expect(redact(`${shop}/?mail=jane@x.org&a=1#id=7`, rule)).toEqual({
      text: `${shop}/?mail=&a=1#id=`,
      isCertain: true,
    });
  });

  test('a pattern cuts what it matches, in its part only', () => {
    const rule = { exclude: [{ part: 'path', matches: '\\d+' }] };
    expect(redact(`https://shop7.example/users/12/orders/34?n=56`, rule)).toEqual({
      text: 'https://shop7.example/users//orders/?n=56',
      isCertain: true,
    });
  });

  test.each([
    ['holds', `${shop}/checkout/7?id=9`, `${shop}/checkout/7?id=`],
    ['does not hold', `${shop}/cart?id=9`, `${shop}/cart?id=9`],
  ])('all conditions have to hold: %s', (_what, url, text) => {
    const rule = {
      when: [
        { part: 'path', matches: '^/checkout/' },
        { part: 'host', matches: 'shop\\.example$' },
      ],
      exclude: [{ params: ['id'] }],
    };
    expect(redact(url, rule)).toEqual({ text, isCertain: true });
  });

  test.each([
    ['no pattern', { exclude: [{ part: 'path', matches: '(' }] }],
    ['one that cannot be bounded', { exclude: [{ part: 'path', matches: '(?<=users/).*' }] }],
    ['one with a group', { exclude: [{ part: 'path', matches: 'users/(\\d+)' }] }],
    [
      'a condition nobody can run',
      { when: [{ part: 'path', matches: '(?=u)' }], exclude: [{ params: ['id'] }] },
    ],
  ])('cuts nothing for sure by %s, and is not certain', (_what, rule) => {
    const url = `${shop}/users/12?id=9`;
    expect(redact(url, rule)).toEqual({ text: url, isCertain: false });
  });

  test('a pattern that would take years ends, and the address is not certain', () => {
    const before = performance.now();
    const url = `${shop}/${'a'.repeat(8000)}`;
    const rules = Array.from({ length: 3 }, () => ({ exclude: [{ part: 'path', matches: 'a*a*a*a*a*b' }] }));
    expect(redact(url, ...rules).text).toBe(url);
    expect(performance.now() - before).toBeLessThan(5000);
  });

  test('patterns that cannot be run are reported by the name of their rule', () => {
    const { scan } = simulate('', [], {
      urlRules: [{ name: 'Customers', exclude: [{ part: 'path', matches: '[' }] }],
    });
    expect(scan.problems).toMatchObject([{ rule: -1, ruleId: 'Customers', kind: 'invalid-pattern' }]);
    expect(scan.records.find(({ channel }) => channel === 'url')).toMatchObject({ treatment: 'unknown' });
  });
});

describe('options', () => {
  test.each([
    ['urlRules', { urlRules: {} }],
    ['urlRules[0].exclude[0].part', { urlRules: [{ exclude: [{ part: 'port', matches: 'x' }] }] }],
    ['urlRules[0].exclude[0].matches', { urlRules: [{ exclude: [{ part: 'path' }] }] }],
    ['captureConsole', { captureConsole: 'yes' }],
    ['network.ajaxWatches', { network: { ajaxWatches: 1 } }],
    ['network.ajaxWatches[0].recordReq', { network: { ajaxWatches: [{ recordReq: 'SOME' }] } }],
    ['urlrules', { urlrules: [] }],
  ])('name what is wrong: %s', (path, options) => {
    expect(() => parseFullstoryOptions(options)).toThrow(OptionsError);
    expect(() => parseFullstoryOptions(options)).toThrow(`options.${path}`);
  });

  test('take the whole answer of the v1 privacy read for the allowlist', () => {
    const answer = {
      elementBlocks: [],
      ajaxWatches: [{ urlRegex: '/api', recordReq: 'ELIDE', recordRsp: 'WHITELIST', whitelistRsp: 'id' }],
      defaultPrivacyMode: 'PRIVACY_MODE_OFF',
    };
    const { network, problems } = parseFullstoryOptions({ network: answer });
    expect(network).toEqual([{ urlRegex: '/api', recordReq: 'ELIDE', recordRsp: 'WHITELIST' }]);
    expect(problems).toMatchObject([{ kind: 'bodies-not-seen', selector: '/api' }]);
  });

  test('console on, network off where nobody says otherwise', () => {
    expect(parseFullstoryOptions({})).toMatchObject({ captureConsole: true, network: null });
  });
});

describe('element properties', () => {
  const markup = (where: string) =>
    `<div class="${where}"><button data-fs-properties-schema='{"data-mail":"str","data-none":"str","aria-label":{"type":"str","name":"label"}}' data-mail="jane@example.org" aria-label="Pay">x</button></div>`;
  const sent = (where: string) =>
    simulate(markup(where)).records.filter(({ channel }) => channel === 'interaction');

  test('attributes that the schema names are sent with interactions', () => {
    expect(sent('')).toMatchObject([
      { name: 'data-mail', output: 'jane@example.org', treatment: 'captured', stream: 'telemetry' },
      { name: 'aria-label', output: 'Pay', treatment: 'captured' },
    ]);
  });

  test('masking is not known to reach them, excluding does', () => {
    expect(sent('fs-mask').map(({ treatment }) => treatment)).toEqual(['unknown', 'unknown']);
    expect(sent('fs-exclude').map(({ output }) => output)).toEqual([null, null]);
  });

  test.each(['not json', '[1]', 'null', '"x"', '{"__proto__":"str"}'])(
    'a schema that is %s names nothing',
    (schema) => {
      const { records } = simulate(`<p data-fs-properties-schema='${schema}' data-a="1">x</p>`);
      expect(records.filter(({ channel }) => channel === 'interaction')).toEqual([]);
    },
  );
});

const fullstory = profileById('fullstory');
if (!fullstory) throw new Error('no profile');

function said(calls: Partial<PageCalls>, options: unknown = {}) {
  const { scan } = simulate('<p class="fs-mask">x</p>', [], options);
  const ruleSet = fullstory?.offlineRules() ?? { rules: [], groups: [], gaps: [] };
  if (!fullstory) throw new Error('no profile');
  return withPageCalls(scan, { profile: fullstory, options, ruleSet }, { ...noPageCalls, ...calls });
}

const beside = (calls: Partial<PageCalls>, options?: unknown) =>
  said(calls, options)
    .records.filter(({ stream }) => stream === 'telemetry')
    .map(({ channel, name, output, treatment }) => [channel, name, output, treatment]);

describe('what a page says to FullStory', () => {
  test('each value is sent, by the path of its name, whatever is masked', () => {
    const calls = [
      { operation: 'setIdentity', payload: { uid: 7, properties: { email: 'jane@example.org' } } },
      { operation: 'trackEventAsync', payload: { name: 'Paid', properties: { cards: ['a', 'b'] } } },
      { operation: 'log', payload: { level: 'warn', msg: 'jane' } },
      { operation: 'user', payload: { displayName: 'Jane' } },
      { operation: 'observe', payload: { type: 'start' } },
      { operation: '__proto__', payload: { x: 1 } },
    ];
    expect(beside({ calls }, { privateByDefault: true })).toEqual([
      ['interaction', 'setIdentity.uid', '7', 'captured'],
      ['interaction', 'setIdentity.properties.email', 'jane@example.org', 'captured'],
      ['interaction', 'trackEvent.name', 'Paid', 'captured'],
      ['interaction', 'trackEvent.properties.cards', 'a', 'captured'],
      ['interaction', 'trackEvent.properties.cards', 'b', 'captured'],
      ['console', 'log.level', 'warn', 'captured'],
      ['console', 'log.msg', 'jane', 'captured'],
      ['interaction', 'user.displayName', 'Jane', 'captured'],
    ]);
  });

  test('a key that may be a value stands with the value, not in the name', () => {
    const calls = [{ operation: 'trackEvent', payload: { 'jane@example.org': true } }];
    expect(beside({ calls })).toEqual([
      ['interaction', 'trackEvent.*', 'jane@example.org: true', 'captured'],
    ]);
  });

  test('nothing of a very large call is lost', () => {
    const payload = Object.fromEntries(Array.from({ length: 900 }, (_, i) => [`k${i}`, `v${i}`]));
    const outputs = beside({ calls: [{ operation: 'trackEvent', payload }] }).map(([, , output]) => output);
    for (const i of [0, 499, 500, 899]) expect(outputs.join(' ')).toContain(`v${i}`);
  });

  test('a data layer is not known to be sent where FullStory reads it, and not sent where it does not', () => {
    const layers = [{ name: 'dataLayer', entries: 1, held: [{ email: 'jane@example.org' }], isWhole: true }];
    expect(beside({ layers, isObserved: true })).toEqual([
      ['interaction', 'dataLayer.email', 'jane@example.org', 'unknown'],
    ]);
    expect(beside({ layers })).toEqual([]);
  });

  test('personal data in it is a leak, said to belong to the page', async () => {
    const calls = [{ operation: 'setIdentity', payload: { properties: { email: 'jane@example.org' } } }];
    const [finding] = await findLeaks(said({ calls }));
    expect(finding).toMatchObject({
      certainty: 'leak',
      places: [{ channel: 'interaction', name: 'setIdentity.properties.email', why: 'not-governed' }],
    });
  });

  test('what was not read in full is named', () => {
    expect(said({ isWhole: false }).uninspected).toMatchObject([{ reason: 'calls-not-read' }]);
  });

  test.each([
    ['no list', 'x'],
    ['no JSON', ['<']],
    ['another shape', ['{"a":1}']],
    ['more than is read', Array(400).fill('["log",{}]')],
  ])('what was heard is not whole when it is %s', (_what, heard) => {
    expect(withHeardCalls(noPageCalls, heard).isWhole).toBe(false);
  });
});

describe('the ways out', () => {
  const ways = (calls: Partial<PageCalls>, options: unknown = {}) =>
    fullstoryWaysOut(parseFullstoryOptions(options), { ...noPageCalls, ...calls });
  const one = (name: string, calls: Partial<PageCalls> = {}, options: unknown = {}) =>
    ways(calls, options).find(({ way }) => way === name);

  test.each([
    ['identity', {}, { state: 'sent', seen: 'none', because: 'calls-waiting' }],
    ['identity', { isTaken: true }, { state: 'sent', seen: 'none', because: 'calls-taken' }],
    ['identity', { isHeard: true }, { state: 'sent', seen: 'all', because: 'calls-heard' }],
    ['data-layer', {}, { state: 'not-sent', because: 'no-layer' }],
  ])('%s when %j', (way, calls, expected) => {
    expect(one(way, calls)).toMatchObject(expected);
  });

  const layers = [{ name: 'dataLayer', entries: 1, held: [], isWhole: true }];
  test.each([
    [{ layers }, { state: 'unknown', seen: 'none' }],
    [
      { layers, isObserved: true },
      { state: 'unknown', seen: 'part' },
    ],
    [{ layers, isTaken: true }, { state: 'not-sent' }],
  ])('a data layer %#', (calls, expected) => {
    expect(one('data-layer', calls)).toMatchObject(expected);
  });

  test.each([
    [{}, 'not-sent'],
    [{ network: true }, 'unknown'],
  ])('network with %j', (options, state) => {
    expect(one('network', {}, options)).toMatchObject({ state });
  });

  test('count what goes there and show it redacted', async () => {
    const calls = [
      { operation: 'setIdentity', payload: { uid: 1, properties: { email: 'jane@example.org' } } },
    ];
    const scan = said({ calls });
    const found = waysOutOf(ways({ calls }), scan, await findLeaks(scan));
    expect(found.find(({ way }) => way === 'identity')).toMatchObject({
      count: 2,
      samples: ['j•••@•••.org'],
    });
    expect(found.find(({ way }) => way === 'events')).toMatchObject({ count: 0, samples: [] });
    expect(found.find(({ way }) => way === 'address')).toMatchObject({ count: 1, samples: [] });
  });
});
