const parts = /^([a-z][a-z0-9+.-]{0,20}):\/\/([^/?#\\]{0,400})/i;

/** Scheme, host and port of an address, without user and password; '' where it has none. */
export function originOf(address: string): string {
  const [, scheme = '', authority = ''] = parts.exec(address) ?? [];
  const host = authority.slice(authority.lastIndexOf('@') + 1).toLowerCase();
  return host === '' ? '' : `${scheme.toLowerCase()}://${host}`;
}

/** Without port; '' where there is none. */
export function hostOf(address: string): string {
  return originOf(address)
    .replace(/^[^/]{1,22}\/\//, '')
    .replace(/:\d{1,5}$/, '');
}
