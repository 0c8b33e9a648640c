import { SettingsError } from '../../core/settings/settingsSource.ts';

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * The only origin the key is ever sent to.
 *
 * @throws {SettingsError} `invalid` unless it is https, or http on this computer
 */
export function apiOrigin(baseUrl: string): string {
  const url = URL.parse(baseUrl);
  const safe = url?.protocol === 'https:' || (url?.protocol === 'http:' && loopback.has(url.hostname));
  if (!url || !safe || url.username !== '' || url.password !== '') {
    throw new SettingsError('invalid', 'The address of a settings API begins with https://.');
  }
  return url.origin;
}
