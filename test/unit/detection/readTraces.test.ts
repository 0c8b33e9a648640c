import { createContext, runInContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { type DetectedRecorder, parseTraces } from '../../../core/detection/detectedRecorder.ts';
import { callSources, type PageCalls, parsePageCalls } from '../../../core/detection/pageCalls.ts';
import { readTraces } from '../../../core/detection/readTraces.ts';
import { recorderTraces } from '../../../core/detection/recorderTraces.ts';

/** What is told of a page with a world of its own in which this script has run. */
function read(script: string): string {
  const world = createContext({});
  runInContext(script, world);
  const request = JSON.stringify({ traces: recorderTraces, calls: callSources });
  return String(runInContext(`(${readTraces.toString()})(${request})`, world));
}

const detect = (script: string): readonly DetectedRecorder[] => parseTraces(read(script));
const calls = (script: string): PageCalls => parsePageCalls(read(script));
const ids = (script: string): string[] => detect(script).map(({ id }) => id);

const fn = '() => undefined';

/** What the vendors' loaders leave, reduced to what they set. */
const loaders: Readonly<Record<string, readonly string[]>> = {
  fullstory: [
    `_fs_host = 'fullstory.com'; _fs_org = 'o-ABC-na1'; _fs_namespace = 'FS'; FS = Object.assign(${fn}, { q: [] });`,
    `FS = Object.assign(${fn}, { q: [], _v: '2.1.0' });`,
  ],
  sentry: [`__SENTRY__ = { version: '11.12.0', '11.12.0': {} };`],
  posthog: [
    `posthog = { config: {}, capture: ${fn} };`,
    `posthog = Object.assign([], { _i: [], init: ${fn}, __SV: 1 });`,
  ],
  datadog: [
    `DD_RUM = { init: ${fn}, version: '7.16.2', getInitConfiguration: ${fn} };`,
    `DD_RUM = { q: [], onReady: ${fn} };`,
  ],
  clarity: [`clarity = Object.assign(${fn}, { v: '0.8.70' });`, `clarity = Object.assign(${fn}, { q: [] });`],
  openreplay: [`__OPENREPLAY__ = { options: {}, app: { version: '19.0.1' } };`],
  rrweb: [`rrweb = { record: ${fn} };`, `rrwebRecord = ${fn};`],
  mixpanel: [
    `mixpanel = { config: {}, track: ${fn} };`,
    `mixpanel = Object.assign([], { __SV: 1.2, init: ${fn} });`,
  ],
  amplitude: [
    `amplitude = { _q: [], _iq: {}, invoked: true };`,
    `sessionReplay = { init: ${fn}, getSessionReplayProperties: ${fn} };`,
    `sessionReplay = { plugin: ${fn} };`,
  ],
  newrelic: [`NREUM = { init: {}, info: {} };`],
  statsig: [`__STATSIG__ = { instance: ${fn}, instances: {} };`],
  faro: [`faro = { api: {}, instrumentations: { instrumentations: [] } };`],
  highlight: [`H = { init: ${fn}, identify: ${fn}, consumeError: ${fn}, getSessionURL: ${fn} };`],
  hotjar: [`_hjSettings = { hjid: 123, hjsv: 6 }; hj = Object.assign(${fn}, { q: [] });`],
  contentsquare: [`_uxa = [];`, `CS_CONF = { projectId: 4 };`],
  logrocket: [`_LRLogger = ${fn};`, `LogRocket = { init: ${fn}, identify: ${fn}, getSessionURL: ${fn} };`],
  smartlook: [`smartlook = Object.assign(${fn}, { api: [] });`],
  dynatrace: [`dT_ = {};`, `dtrum = { enterAction: ${fn} };`],
  heap: [`heap = Object.assign([], { appid: '1', config: {}, track: ${fn} });`],
  pendo: [`pendo = { _q: [], initialize: ${fn} };`, `pendo = { VERSION: '2.300.1', initialize: ${fn} };`],
};

describe('readTraces', () => {
  test('knows what the loader of every recorder leaves', () => {
    expect(Object.keys(loaders).sort()).toEqual(recorderTraces.map(({ id }) => id).sort());
  });

  test.each(Object.entries(loaders).flatMap(([id, scripts]) => scripts.map((script) => [id, script])))(
    'finds %s by %s',
    (id, script) => {
      expect(ids(script)).toEqual([id]);
    },
  );

  test.each([
    ['a heap of its own', 'heap = [3, 1, 2]; heap.push(4);'],
    ['a data structure of that name', `heap = { track: ${fn}, size: 3 };`],
    ['a height', 'H = 480;'],
    ['a helper called H', `H = { init: ${fn} };`],
    ['an amplitude', 'amplitude = 0.7; pendo = { x: 1 }; sentry = true;'],
    ['words of a poem', `clarity = 'high'; smartlook = 'yes'; faro = { city: 'Faro' }; hj = 1;`],
    ['a language called FS', `FS = { readFile: ${fn} }; fs = 1;`],
    ['settings of another thing', 'CS_CONF = { theme: "dark" }; _hjSettings = {}; mixpanel = [];'],
    ['an element whose id is a name', 'heap = { nodeType: 1 }; posthog = { nodeType: 1 }; rrweb = null;'],
  ])('does not take %s for a recorder', (_what, script) => {
    expect(ids(script)).toEqual([]);
  });

  test('reads what New Relic, Mixpanel, Highlight and Faro keep of their configuration', () => {
    const found = detect(`
      NREUM = { init: { session_replay: { enabled: true, mask_text_selector: '*', secret: 'no' } } };
      mixpanel = { track: ${fn}, config: { token: 'no', record_mask_text_selector: '.name' } };
      H = { init: ${fn}, identify: ${fn}, consumeError: ${fn}, getSessionURL: ${fn}, options: { privacySetting: 'strict' } };
      faro = { api: {}, metas: { value: { sdk: { version: '2.12.1' } } }, instrumentations: { instrumentations: [
        { name: 'other' }, { name: '@grafana/faro-instrumentation-replay', options: { maskTextSelector: '*' } } ] } };`);
    expect(found).toEqual([
      { id: 'mixpanel', name: 'Mixpanel', options: { record_mask_text_selector: '.name' } },
      {
        id: 'newrelic',
        name: 'New Relic',
        replay: true,
        options: { session_replay: { enabled: true, mask_text_selector: '*' } },
      },
      {
        id: 'faro',
        name: 'Grafana Faro',
        version: '2.12.1',
        replay: true,
        options: { maskTextSelector: '*' },
      },
      { id: 'highlight', name: 'Highlight', options: { privacySetting: 'strict' } },
    ]);
  });

  test('PostHog: what the project says counts where the site says nothing', () => {
    const [found] = detect(`posthog = { version: '1.449.2', capture: ${fn},
      config: { token: 'no', session_recording: { maskTextSelector: '.name', blockClass: /^x$/i, maskTextFn: ${fn} } },
      persistence: { props: { $session_recording_remote_config: { masking: { maskTextSelector: '*', maskAllInputs: false } } } } };`);
    expect(found).toEqual({
      id: 'posthog',
      name: 'PostHog',
      version: '1.449.2',
      options: {
        session_recording: {
          maskTextSelector: '.name',
          maskAllInputs: false,
          blockClass: { $scrim: 'regexp', source: '^x$', flags: 'i' },
          maskTextFn: { $scrim: 'function' },
        },
      },
    });
  });

  test('says which SDK runs without its recorder, and names it last', () => {
    const client = 'stack: { _stack: [{ scope: { _client: { _integrations: {} } } }] }';
    const found = detect(`__SENTRY__ = { version: '11.12.0', '11.12.0': { ${client} } }; dT_ = {};`);
    expect(found).toEqual([
      { id: 'dynatrace', name: 'Dynatrace' },
      { id: 'sentry', name: 'Sentry', version: '11.12.0', replay: false },
    ]);
  });

  test.each([
    ['a cycle', `const o = {}; o.self = o; return o;`],
    [
      'an object without end',
      `const handler = {}; const endless = () => new Proxy({}, handler);
       Object.assign(handler, { get: endless, ownKeys: () => ['a', 'b'],
         getOwnPropertyDescriptor: () => ({ value: 1, enumerable: true, configurable: true }) });
       return endless();`,
    ],
    ['a million keys', `return Object.fromEntries(Array.from({ length: 1e5 }, (_, i) => [i, i]));`],
    ['a long text', `return 'x'.repeat(1e6);`],
    ['a long list', `return Array(1e6).fill(1);`],
    [
      'a set without end',
      `const s = new Set(); s[Symbol.iterator] = function* () { for (;;) yield 1; }; return s;`,
    ],
    ['a getter that throws', `return { get a() { throw new Error('trap'); } };`],
    ['a symbol', `return Symbol('x');`],
  ])('a configuration with %s in it is not known, whole or in part', (_what, body) => {
    const [found] = detect(
      `mixpanel = { track: ${fn}, config: { record_mask_all_text: true, record_block_selector: (() => { ${body} })() } };`,
    );
    expect(found).toEqual({ id: 'mixpanel', name: 'Mixpanel' });
  });

  test('does no harm where everything is a trap', () => {
    const trap = `new Proxy(${fn}, { get() { throw new Error('trap'); }, getPrototypeOf() { throw new Error('trap'); } })`;
    const names = 'FS _fs_org __SENTRY__ posthog DD_RUM clarity __OPENREPLAY__ rrweb NREUM faro dataLayer';
    const script = names
      .split(' ')
      .map((name) => `Object.defineProperty(globalThis, '${name}', { get() { throw new Error('trap'); } });`)
      .join('');
    expect(detect(`${script} mixpanel = ${trap}; H = ${trap};`)).toEqual([]);
  });

  test('keys of a prototype change nothing', () => {
    const [found] = detect(
      `NREUM = { init: { session_replay: JSON.parse('{"enabled":true,"mask_input_options":{"__proto__":{"x":1},"constructor":{"y":1}}}') } };`,
    );
    expect(found?.options).toEqual({
      session_replay: { enabled: true, mask_input_options: { constructor: { y: 1 } } },
    });
    expect(({} as { x?: number }).x).toBeUndefined();
  });
});

describe('readTraces, what a page says to FullStory', () => {
  const queue = (entries: string, name = 'FS') =>
    `${name} = Object.assign(${fn}, { q: [${entries}], _v: '2.0.0' });`;

  test('reads calls that wait, under the name the page gives', () => {
    const script = `_fs_namespace = 'Story'; ${queue(`['setIdentity', { uid: '7', properties: { email: 'jane@example.org' } }, undefined, ${fn}]`, 'Story')}`;
    expect(calls(script)).toMatchObject({
      calls: [{ operation: 'setIdentity', payload: { uid: '7', properties: { email: 'jane@example.org' } } }],
      isWhole: true,
      isTaken: false,
    });
  });

  test('says that the recorder has taken what was said', () => {
    expect(calls(`FS = Object.assign(${fn}, { _api: ${fn}, _v: '2.0.0' });`)).toMatchObject({
      calls: [],
      isTaken: true,
    });
  });

  test('reads data layers, and whether anybody reads them for FullStory', () => {
    expect(calls(`dataLayer = [{ email: 'jane@example.org' }];`)).toMatchObject({
      layers: [{ name: 'dataLayer', entries: 1, held: [{ email: 'jane@example.org' }], isWhole: true }],
      isObserved: false,
    });
    expect(calls(`dataLayer = []; _dlo_appender = 'fullstory';`)).toMatchObject({ isObserved: true });
  });

  test.each([
    ['more calls than are read', queue(`...Array(400).fill(['trackEvent', { name: 'x' }])`)],
    ['a payload that is too large', queue(`['trackEvent', { name: 'x'.repeat(1e6) }]`)],
    ['a payload that throws', queue(`['trackEvent', { get name() { throw new Error('trap'); } }]`)],
  ])('is not whole with %s', (_what, script) => {
    expect(calls(script).isWhole).toBe(false);
  });

  test.each([
    ['no JSON', '<'],
    ['another shape', '{"calls":{"queued":[1]}}'],
    ['nothing', undefined],
  ])('takes %s for an answer that is not whole', (_what, answer) => {
    expect(parsePageCalls(answer)).toMatchObject({ calls: [], layers: [], isWhole: false });
  });
});
