import type { PageCall, PageCalls } from '../../detection/pageCalls.ts';
import type { ContentKind } from './contentPolicy.ts';
import type { FullstoryItem } from './recordContent.ts';

/** Calls of the Browser API that send what they are given: version 2, and what version 1 makes of its own. */
const kinds: Readonly<Record<string, ContentKind>> = {
  setIdentity: 'identity',
  setProperties: 'identity',
  user: 'identity',
  account: 'identity',
  setVars: 'identity',
  setUserVars: 'identity',
  trackEvent: 'event',
  event: 'event',
  log: 'log',
};

/** `FS('setIdentityAsync')` waits for an answer and sends the same. */
const asyncEnd = /Async$/;

/** One item for each value a page gave to FullStory by itself, with the path of its name. */
export function callItems(calls: PageCalls): readonly FullstoryItem[] {
  const items: FullstoryItem[] = [];
  for (const call of calls.calls) items.push(...itemsOfCall(call));
  if (calls.isObserved)
    for (const { name, held } of calls.layers)
      for (const { path, text } of leavesOf(name, held))
        items.push({
          channel: 'interaction',
          kind: 'data-layer',
          raw: text,
          name: path,
          stream: 'telemetry',
        });
  return items;
}

function itemsOfCall({ operation, payload }: PageCall): readonly FullstoryItem[] {
  const name = operation.replace(asyncEnd, '');
  const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
  if (!kind) return [];
  const channel = kind === 'log' ? 'console' : 'interaction';
  return leavesOf(name, payload).map(({ path, text }) => ({
    channel,
    kind,
    raw: text,
    name: path,
    stream: 'telemetry',
  }));
}

interface Leaf {
  readonly path: string;
  readonly text: string;
}

/** More values than these of one call are not told apart; the rest is one text. */
const maxLeaves = 500;
/** A name a developer gave. Anything else may be a value itself, and goes with the value. */
const plainName = /^[A-Za-z_$][\w$-]{0,40}$/;

function leavesOf(root: string, value: unknown): readonly Leaf[] {
  const leaves: Leaf[] = [];
  const open: { readonly path: string; readonly prefix: string; readonly value: unknown }[] = [
    { path: root, prefix: '', value },
  ];
  while (leaves.length < maxLeaves) {
    const next = open.pop();
    if (!next) break;
    const { path, prefix, value: held } = next;
    if (typeof held === 'object' && held !== null) {
      for (const [key, inner] of Object.entries(held).reverse()) {
        if (Array.isArray(held)) open.push({ path, prefix, value: inner });
        else if (plainName.test(key)) open.push({ path: `${path}.${key}`, prefix, value: inner });
        else open.push({ path: `${path}.*`, prefix: `${prefix}${key}: `, value: inner });
      }
    } else if (held !== undefined && held !== null) leaves.push({ path, text: `${prefix}${String(held)}` });
  }
  if (open.length > 0) leaves.push({ path: root, text: JSON.stringify(open.map(({ value: held }) => held)) });
  return leaves;
}
