import { describe, expect, it } from 'vitest';
import { chooseConnection } from '../../../core/connections/chooseConnection.ts';
import { type ConnectionInfo, localConnection } from '../../../core/connections/connectionInfo.ts';
import {
  type ConnectionList,
  connectionOf,
  noConnections,
  withConnection,
  withoutConnection,
  withSiteChoice,
} from '../../../core/connections/connectionList.ts';
import { isOtherOrg } from '../../../core/connections/isOtherOrg.ts';
import { sourceIdOf } from '../../../core/connections/sourceIdOf.ts';

const org = (id: string, more: Partial<ConnectionInfo> = {}): ConnectionInfo => ({
  id,
  kind: 'fullstory',
  baseUrl: 'https://api.fullstory.com',
  orgId: `o-${id.toUpperCase()}-na1`,
  canWrite: true,
  ...more,
});
const site = 'https://shop.example.com';
const two = withConnection(withConnection(noConnections, org('a')), org('b'));

describe('the list of connections', () => {
  it('makes what was connected last the default, and keeps the others', () => {
    expect(two.connections.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(two.defaultId).toBe('b');
  });

  it('has one connection to each place: connecting it again keeps its id and takes the new key’s facts', () => {
    const again = withConnection(two, { ...org('c'), orgId: 'o-A-na1', role: 'USER', canWrite: false });
    expect(again.connections).toMatchObject([{ id: 'a', role: 'USER', canWrite: false }, { id: 'b' }]);
    expect(again.defaultId).toBe('a');
  });

  it('knows the local rules always', () => {
    expect(connectionOf(noConnections, 'local')).toEqual(localConnection);
    expect(connectionOf(noConnections, 'a')).toBeUndefined();
  });

  it('falls back to the local rules, never to another org, when the default is disconnected', () => {
    const left = withoutConnection(withSiteChoice(two, site, 'b'), 'b');
    expect(left).toEqual({ connections: [org('a')], defaultId: 'local', sites: [] });
  });

  it('bounds the sites, the oldest choice goes first', () => {
    let list: ConnectionList = two;
    for (let at = 0; at < 250; at += 1) list = withSiteChoice(list, `https://s${at}.example`, 'a');
    expect(list.sites).toHaveLength(200);
    expect(list.sites.at(0)?.origin).toBe('https://s249.example');
    expect(list.sites.at(-1)?.origin).toBe('https://s50.example');
  });
});

describe('the connection of a page', () => {
  const choices = {
    connections: [localConnection, ...two.connections],
    defaultConnection: 'b',
    siteChoices: [{ origin: site, connection: 'local' }],
  };

  it('is the one a person chose for the site, whatever the page says', () => {
    expect(chooseConnection(choices, { origin: site, orgId: 'o-A-na1' })).toEqual({
      id: 'local',
      because: 'site',
    });
  });

  it('is the connected org the page records to, where nobody chose', () => {
    expect(chooseConnection(choices, { origin: 'https://other.example', orgId: 'o-A-na1' })).toEqual({
      id: 'a',
      because: 'org',
    });
  });

  it.each([{}, { orgId: 'o-UNKNOWN-na1' }, { origin: 'https://other.example' }, { orgId: 'o-B-na1' }])(
    'is the default for %j',
    (page) => {
      expect(chooseConnection(choices, page)).toEqual({ id: 'b', because: 'default' });
    },
  );

  it('is not guessed among several that fit, nor one that is gone', () => {
    const twice = { ...choices, connections: [...choices.connections, { ...org('c'), orgId: 'o-A-na1' }] };
    expect(chooseConnection(twice, { orgId: 'o-A-na1' }).id).toBe('b');
    const gone = { ...choices, siteChoices: [{ origin: site, connection: 'gone' }] };
    expect(chooseConnection(gone, { origin: site }).id).toBe('b');
  });
});

describe('the org of a page and that of a connection', () => {
  it.each([
    [org('a'), 'o-A-na1', false],
    [org('a'), 'o-B-na1', true],
    [org('a'), undefined, false],
    [org('a', { orgId: 'acme' }), 'o-A-na1', true],
    [org('a', { kind: 'scrim', orgId: 'acme' }), 'o-A-na1', false],
    [org('a', { kind: 'scrim' }), 'o-B-na1', true],
    [org('a', { kind: 'github', orgId: 'acme/rules' }), 'o-A-na1', false],
    [localConnection, 'o-A-na1', false],
  ] as const)('%j beside %s: other is %s', (connection, ofPage, other) => {
    expect(isOtherOrg(connection, ofPage)).toBe(other);
  });
});

describe('the name a place is kept under', () => {
  it('is as it was before there were several connections', () => {
    expect(sourceIdOf(org('a'))).toBe('https://api.fullstory.com#o-A-na1');
    expect(sourceIdOf(localConnection)).toBe('local');
  });

  it('is the same whether a server is known to be Scrim’s own or not', () => {
    expect(sourceIdOf(org('a', { kind: 'scrim' }))).toBe(sourceIdOf(org('a')));
  });

  it('tells branches and files of a repository apart, and not the case of its name', () => {
    const github = (more: Partial<ConnectionInfo>) =>
      sourceIdOf(org('g', { kind: 'github', repository: 'Acme/rules', path: 'scrim.json', ...more }));
    expect(github({})).toBe(github({ repository: 'acme/Rules' }));
    expect(new Set([github({}), github({ branch: 'next' }), github({ path: 'other.json' })]).size).toBe(3);
  });
});
