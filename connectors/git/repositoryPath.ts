import { SettingsError } from '../../core/settings/settingsSource.ts';

const maxPath = 512;

/**
 * A path inside a repository, as it is stored: `config/masking-rules.json`. Automation that a host would run by itself
 * (`.github/`) and Git's own folder are no place for what Scrim writes.
 *
 * @throws {SettingsError} `invalid`
 */
export function repositoryPath(path: string): string {
  const parts = path.split('/');
  const isPlain = parts.every((part) => part !== '' && part !== '.' && part !== '..' && !holdsOddSign(part));
  const first = (parts[0] ?? '').toLowerCase();
  if (!isPlain || path.length > maxPath || first === '.git' || first === '.github') {
    throw new SettingsError('invalid', 'A path in the repository looks like config/masking-rules.json.');
  }
  return path;
}

/** Backslashes, and whatever cannot be seen. */
function holdsOddSign(part: string): boolean {
  return /[\\\p{Cc}\p{Cf}]/u.test(part);
}
