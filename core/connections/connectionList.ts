import { type ConnectionInfo, localConnection, type SiteChoice } from './connectionInfo.ts';
import { sourceIdOf } from './sourceIdOf.ts';

/** Every connection but the local one, which one goes for sites nobody chose one for, and who chose what. */
export interface ConnectionList {
  /** In the order they were connected. */
  readonly connections: readonly ConnectionInfo[];
  /** Id; `local` too. */
  readonly defaultId: string;
  /** Latest first. */
  readonly sites: readonly SiteChoice[];
}

export const noConnections: ConnectionList = { connections: [], defaultId: localConnection.id, sites: [] };

/** As many sites as anybody would look through; the oldest choice goes first. */
const maxSites = 200;

/** The connection of this id, the local one too; undefined when there is none (any more). */
export function connectionOf(list: ConnectionList, id: string): ConnectionInfo | undefined {
  return id === localConnection.id ? localConnection : list.connections.find((one) => one.id === id);
}

/** Adds a connection and makes it the default. One to the same place is replaced, and keeps its id. */
export function withConnection(list: ConnectionList, connection: ConnectionInfo): ConnectionList {
  const same = list.connections.find((one) => sourceIdOf(one) === sourceIdOf(connection));
  if (!same) return { ...list, connections: [...list.connections, connection], defaultId: connection.id };
  const renewed = { ...connection, id: same.id };
  const connections = list.connections.map((one) => (one === same ? renewed : one));
  return { ...list, connections, defaultId: same.id };
}

/** Sites that had chosen it have no choice then. Nothing else becomes the default in its place but the local rules. */
export function withoutConnection(list: ConnectionList, id: string): ConnectionList {
  return {
    connections: list.connections.filter((one) => one.id !== id),
    defaultId: list.defaultId === id ? localConnection.id : list.defaultId,
    sites: list.sites.filter(({ connection }) => connection !== id),
  };
}

/** `connection` null: the site has no choice of its own any more. */
export function withSiteChoice(
  list: ConnectionList,
  origin: string,
  connection: string | null,
): ConnectionList {
  const others = list.sites.filter((site) => site.origin !== origin);
  const sites = connection === null ? others : [{ origin, connection }, ...others].slice(0, maxSites);
  return { ...list, sites };
}
