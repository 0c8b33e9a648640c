// What FullStory holds of sessions (fullstory.md e.6). A key of the lowest level is enough. Reads only; what is answered
// is what visitors did, so it stays in memory.

import {
  type HeldEvents,
  readSessionContext,
  readSessionEvents,
  readSessionId,
  readSessionList,
  type SessionList,
} from '../../core/settings/fullstorySessionWire.ts';
import { SettingsError } from '../../core/settings/settingsSource.ts';
import { WireError } from '../../core/settings/wireError.ts';
import { checkKeyRegion } from './checkRegion.ts';
import { createSend, type Send, type SendDeps } from './createSend.ts';
import { understand } from './understand.ts';

/** Whose sessions: by what the site calls a visitor, or by the address it gave. */
export type SessionOwner = { readonly uid: string } | { readonly email: string };

export interface SessionReads {
  /** The newest first. FullStory lists sessions of one person only, and one page of them. */
  list(owner: SessionOwner, limit: number): Promise<SessionList>;
  events(id: string): Promise<HeldEvents>;
  /** The same session as pages with the texts of what was clicked; who the visitor is stays out. */
  context(id: string): Promise<HeldEvents>;
}

/**
 * @throws {SettingsError} `invalid` when `baseUrl` is neither https nor this computer; of each read whatever `request`
 *   throws, `invalid` for an id that is none, `not-an-api` for an answer of another shape
 */
export function createSessionReads(deps: SendDeps): SessionReads {
  const send = createSend(deps, checkKeyRegion);
  return {
    async list(owner, limit) {
      const query = new URLSearchParams({ ...owner, limit: String(limit) });
      const { json } = await send({ method: 'GET', path: `/v2/sessions?${query}` });
      return understand(() => readSessionList(json));
    },
    async events(id) {
      const { json } = await send({ method: 'GET', path: `${sessionPath(id)}/events` });
      return understand(() => readSessionEvents(json));
    },
    context: (id) => readContext(send, id),
  };
}

async function readContext(send: Send, id: string): Promise<HeldEvents> {
  const { json } = await send({
    method: 'POST',
    path: `${sessionPath(id)}/context`,
    body: {
      slice: { mode: 'FIRST' },
      context: { exclude: ['user', 'org', 'location', 'device'] },
      events: { include_descriptions: true },
    },
  });
  return understand(() => readSessionContext(json));
}

/** The colon of an id goes as `%3A`. */
function sessionPath(id: string): string {
  try {
    return `/v2/sessions/${encodeURIComponent(readSessionId(id))}`;
  } catch (error) {
    if (!(error instanceof WireError)) throw error;
    throw new SettingsError('invalid', 'An id of a session is two parts with a colon between them.');
  }
}
