import { SettingsError } from '../../core/settings/settingsSource.ts';
import { WireError } from '../../core/settings/wireError.ts';

/**
 * Reads an answer with guards that throw a `WireError`.
 *
 * @throws {SettingsError} `not-an-api` for JSON of the wrong shape: whatever answered, it is not the API we know
 */
export function understand<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof WireError) throw new SettingsError('not-an-api', error.message);
    throw error;
  }
}
