import { SettingsError } from '../../core/settings/settingsSource.ts';
import { asObject, asString, isAbsent, type JsonObject } from '../../core/settings/wireGuards.ts';
import { understand } from '../fullstory/understand.ts';
import type { GitFile } from '../git/gitHost.ts';

/** Base64 of what the connector reads at most; `readBounded` refuses more anyway. */
const maxEncoded = 16 * 1024 * 1024;

/**
 * The file in an answer of the contents API: base64 with line breaks, or nothing (`encoding: "none"`) above 1 MB.
 *
 * @param readBlob the blob with this hash, for large files
 * @throws {SettingsError} `invalid` for a folder, a link, or what is no text; `not-an-api`
 */
export async function readFileContent(
  json: unknown,
  path: string,
  readBlob: (hash: string) => Promise<unknown>,
): Promise<GitFile> {
  const raw = Array.isArray(json) ? undefined : understand(() => asObject(json, '$'));
  if (raw?.type !== 'file') {
    throw new SettingsError('invalid', `${path} is not a file in the repository.`);
  }
  const hash = understand(() => asString(raw.sha, '$.sha', 64));
  if (!/^[0-9a-f]{40,64}$/.test(hash)) throw new SettingsError('not-an-api', '$.sha: not a hash');
  const isWhole = raw.encoding === 'base64' && !isAbsent(raw.content);
  const source = isWhole ? raw : asBlob(await readBlob(hash));
  return { text: decode(source, path), hash };
}

function asBlob(json: unknown): JsonObject {
  return understand(() => asObject(json, '$'));
}

function decode({ content, encoding }: JsonObject, path: string): string {
  const encoded = understand(() => asString(content, '$.content', maxEncoded)).replace(/\s/g, '');
  if (encoding !== 'base64' || !/^[A-Za-z0-9+/]*={0,2}$/.test(encoded))
    throw new SettingsError('not-an-api', '$.content: not base64');
  const bytes = Uint8Array.from(atob(encoded), (sign) => sign.charCodeAt(0));
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) throw new SettingsError('invalid', `${path} is not a text in UTF-8.`);
    throw error;
  }
}
