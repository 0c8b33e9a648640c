import { describe, expect, it } from 'vitest';
import {
  type BackgroundHandlers,
  createRouter,
  type SenderClass,
  type SenderFacts,
} from '../../../background/createRouter.ts';
import type { BackgroundRequestName, Reply } from '../../../core/protocol.ts';
import { SettingsError } from '../../../core/settings/settingsSource.ts';
import { makeContent, makeRule } from '../settings/makeRule.ts';

const runtimeId = 'abcdefghijklmnop';
const extensionOrigin = `chrome-extension://${runtimeId}`;

const operation = { kind: 'create', draftId: 'd1', content: makeContent() };
/** A request of each name that is right in itself, and who may send it. */
const requests: Readonly<Record<BackgroundRequestName, readonly [body: unknown, ...from: SenderClass[]]>> = {
  'settings/state': [{}, 'panel', 'options'],
  'settings/refresh': [{}, 'panel', 'options'],
  'settings/connect': [{ baseUrl: 'https://api.fullstory.com', key: 'secret' }, 'options'],
  'settings/disconnect': [{}, 'panel', 'options'],
  'connections/list': [{}, 'options'],
  'connections/test': [{}, 'options'],
  'connections/default': [{ id: 'c1' }, 'options'],
  'connections/choose': [{ site: 'https://shop.example.com', id: 'c1' }, 'panel', 'options'],
  'keys/change': [{ change: 'lock' }, 'options'],
  'data/read': [{}, 'options'],
  'data/erase': [{ sourceId: 'local', typed: 'local rules' }, 'options'],
  'draft/apply': [{ operation }, 'panel'],
  'draft/undo': [{}, 'panel'],
  'draft/redo': [{}, 'panel'],
  'draft/discard': [{ draft: 'd2' }, 'panel'],
  'draft/import': [{ operations: [operation], name: 'From Robin' }, 'panel'],
  'drafts/change': [{ change: { kind: 'create', name: 'Checkout', copyOf: 'main' } }, 'panel'],
  'edit/keep': [
    { edit: { id: 'd1', content: makeContent({ name: '', selector: '' }), ownName: false } },
    'panel',
  ],
  'edit/forget': [{ id: 'd1' }, 'panel'],
  'matches/read': [{}, 'panel'],
  'matches/note': [{ page: 'https://shop.example.com/', notes: [] }, 'panel'],
  'measured/change': [{ change: { kind: 'remove', recorder: 'fullstory' } }, 'panel'],
  'leaks/change': [{ change: { kind: 'remove-suppression', id: 's1' } }, 'panel'],
  'history/read': [{ page: 'v179a4d1019fg' }, 'panel'],
  'recording/read': [{}, 'panel'],
  'push/plan': [{ mode: 'live' }, 'panel'],
  'push/execute': [{ planId: 'p1', typed: { r1: 'Names' }, effects: { r1: 'shown' } }, 'panel'],
  'push/decide': [{ pushId: 'p1', decision: 'take-back' }, 'panel'],
  'proposals/list': [{ fresh: true }, 'panel'],
  'proposal/submit': [{ planId: 'p1', typed: { r1: 'Names' }, effects: { r1: 'shown' } }, 'panel'],
  'proposal/withdraw': [{ key: '3f1c2f9e-6c1b-4c3e-9d56-0e3c1f0a7b11' }, 'panel'],
  'proposal/decide': [{ id: '7', decision: 'approve', typed: {} }, 'panel'],
};
const names = Object.keys(requests) as BackgroundRequestName[];

const ours = (url: string, more: SenderFacts = {}): SenderFacts => ({
  id: runtimeId,
  origin: extensionOrigin,
  url: `${extensionOrigin}${url}`,
  ...more,
});
const tab = { tab: { id: 7 } } as SenderFacts;
const site = 'https://shop.example.com';

const senders: Readonly<Record<string, readonly [SenderFacts, SenderClass | null]>> = {
  'the side panel': [ours('/sidepanel.html'), 'panel'],
  'the panel in a tab': [ours('/sidepanel.html?tabId=4', { ...tab, frameId: 0 }), 'panel'],
  'the panel in Firefox': [{ id: runtimeId, url: `${extensionOrigin}/sidepanel.html`, frameId: 0 }, 'panel'],
  'the options page in a tab': [ours('/options.html', { ...tab, frameId: 0 }), 'options'],
  'a content script': [{ id: runtimeId, origin: site, url: `${site}/account`, ...tab, frameId: 0 }, null],
  'a content script without an origin': [{ id: runtimeId, url: `${site}/account`, frameId: 0 }, null],
  'a content script on a page with our path': [
    { id: runtimeId, url: `${site}/sidepanel.html`, frameId: 0 },
    null,
  ],
  'a content script that only says where it is from': [
    { id: runtimeId, origin: extensionOrigin, url: `${site}/sidepanel.html`, frameId: 0 },
    null,
  ],
  'another extension': [{ ...ours('/sidepanel.html'), id: 'ponmlkjihgfedcba' }, null],
  'another extension with a page like ours': [
    { id: 'ponmlkjihgfedcba', url: 'chrome-extension://ponmlkjihgfedcba/sidepanel.html' },
    null,
  ],
  'a web page': [{ origin: site, url: `${site}/`, ...tab, frameId: 0 }, null],
  'an iframe of the panel in a web page': [ours('/sidepanel.html', { ...tab, frameId: 3 }), null],
  'an opaque frame': [ours('/sidepanel.html', { origin: 'null' }), null],
  'another page of ours': [ours('/page.html'), null],
  'an origin that begins like ours': [
    { id: runtimeId, url: `${extensionOrigin}.evil.example/sidepanel.html` },
    null,
  ],
  'a sender without an address': [{ id: runtimeId }, null],
  nobody: [{}, null],
};

function makeRouter(answer: () => Promise<unknown> = async () => 'done') {
  const asked: string[] = [];
  const handlers = Object.fromEntries(
    names.map((name) => [
      name,
      () => {
        asked.push(name);
        return answer();
      },
    ]),
  ) as unknown as BackgroundHandlers;
  return { asked, route: createRouter({ handlersOf: async () => handlers, runtimeId, extensionOrigin }) };
}

const cases = names.flatMap((name) => Object.keys(senders).map((sender) => [name, sender] as const));

describe('the background router', () => {
  it.each(cases)('%s from %s', async (name, sender) => {
    const [body, ...allowed] = requests[name];
    const [facts, from] = senders[sender] ?? [{}, null];
    const { asked, route } = makeRouter();
    const reply = await route({ type: name, body }, facts);
    const isAllowed = from !== null && allowed.includes(from);
    expect(asked).toEqual(isAllowed ? [name] : []);
    expect(reply).toEqual(
      isAllowed ? { ok: true, value: 'done' } : { ok: false, problem: { code: 'not-allowed' } },
    );
  });

  it.each([
    null,
    undefined,
    'settings/state',
    7,
    [],
    {},
    { type: 'page/ready' },
    { type: 'toString' },
    { type: '__proto__' },
    { type: 1 },
  ])('does not answer %j, which is not for it', (message) => {
    expect(makeRouter().route(message, ours('/sidepanel.html'))).toBeUndefined();
  });

  const base = makeRule();
  const bad: readonly (readonly [string, BackgroundRequestName, unknown])[] = [
    ['no body', 'settings/state', undefined],
    ['a property too many', 'settings/state', { extra: 1 }],
    [
      'an unknown action',
      'draft/apply',
      { operation: { ...operation, content: { ...makeContent(), action: 'unspecified' } } },
    ],
    [
      'no platform',
      'draft/apply',
      { operation: { ...operation, content: { ...makeContent(), platforms: [] } } },
    ],
    [
      'an empty selector',
      'draft/apply',
      { operation: { ...operation, content: { ...makeContent(), selector: ' ' } } },
    ],
    [
      'a selector too long',
      'draft/apply',
      { operation: { ...operation, content: { ...makeContent(), selector: 'a'.repeat(2_049) } } },
    ],
    ['a base of another rule', 'draft/apply', { operation: { kind: 'delete', ruleId: 'r2', base } }],
    [
      'a base without an id',
      'draft/apply',
      { operation: { kind: 'delete', ruleId: 'r1', base: makeContent() } },
    ],
    ['an unknown mode', 'push/plan', { mode: 'force' }],
    ['a confirmation that is no text', 'push/execute', { planId: 'p1', typed: { r1: true }, effects: {} }],
    ['a confirmation without what was shown', 'push/execute', { planId: 'p1', typed: {} }],
    ['an effect of another kind', 'push/execute', { planId: 'p1', typed: {}, effects: { r1: 'guessed' } }],
    ['a decision of another kind', 'push/decide', { pushId: 'p1', decision: 'force' }],
    ['a decision about no push', 'push/decide', { pushId: '', decision: 'go-on' }],
    ['a proposal without what was shown', 'proposal/submit', { planId: 'p1', typed: {} }],
    [
      'a proposal with words of its own',
      'proposal/submit',
      { planId: 'p1', typed: {}, effects: {}, title: 'Merge at once', description: '<script>' },
    ],
    ['proposals of another place', 'proposals/list', { fresh: true, repository: 'evil/site' }],
    ['a proposal by a number', 'proposal/withdraw', { key: '7' }],
    ['a proposal by a path', 'proposal/withdraw', { key: '../../user' }],
    ['a decision nobody knows', 'proposal/decide', { id: '7', decision: 'merge', typed: {} }],
    ['a decision about nothing', 'proposal/decide', { id: '', decision: 'approve', typed: {} }],
    ['a typed name that is none', 'proposal/decide', { id: '7', decision: 'approve', typed: { r1: 1 } }],
  ];
  it.each(bad)('refuses %s', async (_what, type, body) => {
    const { asked, route } = makeRouter();
    const from = type === 'settings/connect' ? '/options.html' : '/sidepanel.html';
    expect(await route({ type, body }, ours(from))).toEqual({
      ok: false,
      problem: { code: 'invalid-request' },
    });
    expect(asked).toEqual([]);
  });

  it('takes any rule that was read as the base of an edit', async () => {
    const read = makeRule({
      action: 'unspecified',
      selector: 'a'.repeat(5_000),
      uncertain: 'doubt.targeting',
      updatedBy: 'b@example.com',
    });
    const body = { operation: { kind: 'update', ruleId: 'r1', base: read, content: makeContent() } };
    const { asked, route } = makeRouter();
    await route({ type: 'draft/apply', body }, ours('/sidepanel.html'));
    expect(asked).toEqual(['draft/apply']);
  });

  it('refuses what is too large before it looks at it', async () => {
    const body = { operation: { ...operation, padding: 'x'.repeat(300_000) } };
    const reply = await makeRouter().route({ type: 'draft/apply', body }, ours('/sidepanel.html'));
    expect(reply).toEqual({ ok: false, problem: { code: 'too-large' } });
  });

  it('tells what a settings source said, and of anything else only its kind', async () => {
    const ask = (error: Error): Promise<Reply<unknown>> | undefined =>
      makeRouter(() => Promise.reject(error)).route(
        { type: 'settings/state', body: {} },
        ours('/options.html'),
      );
    expect(await ask(new SettingsError('role-too-low', 'Needs Admin'))).toEqual({
      ok: false,
      problem: { code: 'role-too-low', detail: 'Needs Admin' },
    });
    expect(await ask(new TypeError('Basic secret-key'))).toEqual({
      ok: false,
      problem: { code: 'unexpected', detail: 'TypeError' },
    });
  });
});
