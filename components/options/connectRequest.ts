import type { ConnectionInfo, ConnectRequest } from '../../core/protocol.ts';

export type Where = 'na' | 'eu' | 'server' | 'github';

/** What is typed into the form, as it stands there. */
export interface ConnectFields {
  readonly where: Where;
  /** Server, or the API of a GitHub Enterprise Server. */
  readonly url: string;
  readonly repository: string;
  readonly branch: string;
  readonly path: string;
  /** Profile id of a recorder whose configuration is proposed with the rules, and its file; '' for none. */
  readonly exportTo: string;
  readonly exportPath: string;
  readonly key: string;
  readonly remember: boolean;
}

const hosts: Readonly<Record<Exclude<Where, 'server'>, string>> = {
  na: 'https://api.fullstory.com',
  eu: 'https://api.eu1.fullstory.com',
  github: 'https://api.github.com',
};

/** Where the key would go. */
export function addressOf({ where, url }: Pick<ConnectFields, 'where' | 'url'>): string {
  const typed = url.trim();
  if (where === 'server') return typed;
  return where === 'github' && typed !== '' ? typed : hosts[where];
}

/** The place of a connection whose key is gone: only the key has to be typed again. */
export function placeOf(connection: ConnectionInfo): Partial<ConnectFields> {
  const { kind, baseUrl = '', repository = '', branch = '', path = '', exports = [] } = connection;
  if (kind === 'github') {
    const [first] = exports;
    return {
      ...{ where: 'github', url: baseUrl === hosts.github ? '' : baseUrl, repository, branch, path },
      ...(first && { exportTo: first.recorder, exportPath: first.path }),
    };
  }
  if (baseUrl === hosts.na) return { where: 'na', url: '' };
  return baseUrl === hosts.eu ? { where: 'eu', url: '' } : { where: 'server', url: baseUrl };
}

export function connectRequest(fields: ConnectFields): ConnectRequest {
  const shared = { baseUrl: addressOf(fields), key: fields.key.trim(), remember: fields.remember };
  if (fields.where !== 'github')
    return { ...shared, kind: fields.where === 'server' ? 'scrim' : 'fullstory' };
  const branch = fields.branch.trim();
  return {
    ...shared,
    kind: 'github',
    repository: fields.repository.trim(),
    path: fields.path.trim(),
    ...(branch === '' ? {} : { branch }),
    ...(fields.exportTo === '' ? {} : { exports: [exportOf(fields)] }),
  };
}

function exportOf({ exportTo, exportPath }: ConnectFields) {
  return { recorder: exportTo, path: exportPath.trim() };
}
