// The only way into the background. Every request is named here with who may send it; everything else is not answered.
// It must never let a page, a content script or another extension reach the settings, a key or a push.

import * as v from 'valibot';
import { backgroundGuards } from '../core/backgroundGuards.ts';
import type { BackgroundRequestName, BackgroundRequests, Reply } from '../core/protocol.ts';
import type { ProblemCode } from './problemError.ts';
import { problemOf } from './problemOf.ts';

/** What the browser itself says about a sender. A content script cannot forge any of it. */
export interface SenderFacts {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  readonly origin?: string | undefined;
  readonly frameId?: number | undefined;
}

export type SenderClass = 'panel' | 'options';

export type BackgroundHandlers = {
  readonly [K in BackgroundRequestName]: (
    body: BackgroundRequests[K]['request'],
  ) => Promise<BackgroundRequests[K]['reply']>;
};

export interface RouterOptions {
  /** The handlers of one connection; without an id, of the default one. Rejects when there is no such connection. */
  readonly handlersOf: (connection: string | undefined) => Promise<BackgroundHandlers>;
  readonly runtimeId: string;
  /** `chrome-extension://<id>`, without a slash at the end. */
  readonly extensionOrigin: string;
}

/** Undefined: not for us. Otherwise the one answer. */
export type Router = (message: unknown, sender: SenderFacts) => Promise<Reply<unknown>> | undefined;

/** A key is typed on the options page only; what changes an org's rules comes from the panel only. */
const allowedSenders: Readonly<Record<BackgroundRequestName, readonly SenderClass[]>> = {
  'settings/state': ['panel', 'options'],
  'settings/refresh': ['panel', 'options'],
  'settings/connect': ['options'],
  'settings/disconnect': ['panel', 'options'],
  'connections/list': ['options'],
  'connections/test': ['options'],
  'connections/default': ['options'],
  'connections/choose': ['panel', 'options'],
  'keys/change': ['options'],
  'data/read': ['options'],
  'data/erase': ['options'],
  'draft/apply': ['panel'],
  'draft/undo': ['panel'],
  'draft/redo': ['panel'],
  'draft/discard': ['panel'],
  'draft/import': ['panel'],
  'drafts/change': ['panel'],
  'edit/keep': ['panel'],
  'edit/forget': ['panel'],
  'matches/read': ['panel'],
  'matches/note': ['panel'],
  'measured/change': ['panel'],
  'leaks/change': ['panel'],
  'history/read': ['panel'],
  'recording/read': ['panel'],
  'push/plan': ['panel'],
  'push/execute': ['panel'],
  'push/decide': ['panel'],
  'proposals/list': ['panel'],
  'proposal/submit': ['panel'],
  'proposal/withdraw': ['panel'],
  'proposal/decide': ['panel'],
};

const pages: ReadonlyMap<string, SenderClass> = new Map([
  ['/sidepanel.html', 'panel'],
  ['/options.html', 'options'],
]);

/** Ours are a few KB; the largest honest one is a rule with all its exceptions. UTF-16 units of JSON. */
const maxRequestLength = 256 * 1024;

/** A patch holds many rules, each as it was and as it shall be; notes hold what was matched of many. */
const maxListLength = 4 * 1024 * 1024;
const lists: ReadonlySet<BackgroundRequestName> = new Set(['draft/import', 'matches/note']);

export function createRouter({ handlersOf, runtimeId, extensionOrigin }: RouterOptions): Router {
  return (message, sender) => {
    const type = typeOf(message);
    if (type === undefined) return undefined;
    const from = senderClassOf(sender, { runtimeId, extensionOrigin });
    if (from === undefined || !allowedSenders[type].includes(from)) return refuse('not-allowed');
    if (lengthOf(message) > (lists.has(type) ? maxListLength : maxRequestLength)) return refuse('too-large');
    return answer(handlersOf, type, message as Envelope);
  };
}

function typeOf(message: unknown): BackgroundRequestName | undefined {
  if (typeof message !== 'object' || message === null || !Object.hasOwn(message, 'type')) return undefined;
  const { type } = message as { readonly type: unknown };
  return typeof type === 'string' && Object.hasOwn(allowedSenders, type)
    ? (type as BackgroundRequestName)
    : undefined;
}

/**
 * Our own page, as a whole document of its own: in the side panel (no tab, no frame id) or in a tab (frame 0). A
 * content script has the id of the extension, but the address of the page it runs in.
 */
function senderClassOf(
  sender: SenderFacts,
  own: { readonly runtimeId: string; readonly extensionOrigin: string },
): SenderClass | undefined {
  if (sender.id !== own.runtimeId || (sender.frameId ?? 0) !== 0) return undefined;
  if (sender.origin !== undefined && sender.origin !== own.extensionOrigin) return undefined;
  const url = sender.url === undefined ? null : URL.parse(sender.url);
  // `URL.origin` is "null" for extension schemes outside a browser that knows them, so the parts are compared.
  return url && `${url.protocol}//${url.host}` === own.extensionOrigin ? pages.get(url.pathname) : undefined;
}

function lengthOf(message: unknown): number {
  return JSON.stringify(message)?.length ?? 0;
}

/** A message as it came: nothing of it is known to be so. */
interface Envelope {
  readonly body?: unknown;
  readonly connection?: unknown;
}

const connectionShape = v.optional(v.pipe(v.string(), v.nonEmpty(), v.maxLength(100)));

async function answer<K extends BackgroundRequestName>(
  handlersOf: RouterOptions['handlersOf'],
  type: K,
  message: Envelope,
): Promise<Reply<unknown>> {
  const checked = v.safeParse(backgroundGuards[type], message.body);
  const connection = v.safeParse(connectionShape, message.connection);
  // Not which part: the body may hold a key.
  if (!checked.success || !connection.success) return refuse('invalid-request');
  try {
    const handlers = await handlersOf(connection.output);
    const request = checked.output as BackgroundRequests[K]['request'];
    return { ok: true, value: await handlers[type](request) };
  } catch (error) {
    return { ok: false, problem: problemOf(error) };
  }
}

function refuse(code: ProblemCode): Promise<Reply<never>> {
  return Promise.resolve({ ok: false, problem: { code } });
}
