import type { ConnectionInfo, SiteChoice } from './connectionInfo.ts';

/** What is known of the page at hand. The page may lie about its org: it chooses among what is connected, no more. */
export interface PageAtHand {
  /** Undefined while there is no page, or none that has an origin. */
  readonly origin?: string | undefined;
  /** Org the page's recorder snippet names. */
  readonly orgId?: string | undefined;
}

export interface ConnectionChoice {
  readonly id: string;
  /** `site`: somebody chose it for this site. `org`: it is the org the page records to. */
  readonly because: 'site' | 'org' | 'default';
}

interface Choices {
  readonly connections: readonly ConnectionInfo[];
  readonly defaultConnection: string;
  readonly siteChoices: readonly SiteChoice[];
}

/** Which connection a page's rules come from: the choice of a person, else the org of the page, else the default. */
export function chooseConnection(choices: Choices, page: PageAtHand): ConnectionChoice {
  const { connections, defaultConnection, siteChoices } = choices;
  const chosen = siteChoices.find(({ origin }) => origin === page.origin);
  if (chosen && connections.some(({ id }) => id === chosen.connection)) {
    return { id: chosen.connection, because: 'site' };
  }
  const fitting = connections.filter(
    ({ kind, orgId }) => kind !== 'local' && orgId !== undefined && orgId === page.orgId,
  );
  const [first] = fitting;
  // Where the default fits as well, the org says nothing new. Of several others nobody can tell which is meant.
  if (first && fitting.length === 1 && first.id !== defaultConnection)
    return { id: first.id, because: 'org' };
  return { id: defaultConnection, because: 'default' };
}
