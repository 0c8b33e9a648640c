import { SettingsError, type SettingsErrorCode } from '../../core/settings/settingsSource.ts';

interface RefusedAnswer {
  readonly status: number;
  readonly text: string;
  readonly retryAfterSeconds: number | undefined;
  /** To take it out of the server's words, should they repeat it. */
  readonly key: string;
}

/** Status codes by fullstory.md e.4. 403 is told apart by the server's words. */
const codeOfStatus: ReadonlyMap<number, SettingsErrorCode> = new Map([
  [400, 'invalid'],
  [401, 'key-refused'],
  [404, 'not-found'],
  [408, 'timeout'],
  [409, 'conflict'],
  [412, 'conflict'],
  [413, 'invalid'],
  [415, 'invalid'],
  [422, 'invalid'],
  [428, 'revision-missing'],
  [429, 'too-many-requests'],
]);

/** How a refusal because of the rule itself, not because of the key's level, is worded. */
const readOnlyWords = /restricted|read.?only|built.?in|not.?editable|cannot be (edited|changed|deleted)/i;

/** How Scrim's server says that the change has to be proposed. FullStory has no such refusal. */
const approvalWords = /approval_required/;

/** Longest part of the server's words that is passed on. */
const maxDetail = 300;

/** Any answer that is not 2xx. `detail` holds the server's words, without the key and without markup. */
export function errorOfAnswer(answer: RefusedAnswer): SettingsError {
  const { status, retryAfterSeconds } = answer;
  const words = wordsOf(answer.text);
  const detail =
    words.text === '' ? `HTTP ${status}` : words.text.replaceAll(answer.key, '[key]').slice(0, maxDetail);
  return new SettingsError(codeOf(status, words), detail, {
    status,
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
  });
}

interface ServerWords {
  readonly text: string;
  readonly isPage: boolean;
}

function codeOf(status: number, words: ServerWords): SettingsErrorCode {
  if (status === 403 && approvalWords.test(words.text)) return 'approval-needed';
  if (status === 403) return readOnlyWords.test(words.text) ? 'read-only' : 'role-too-low';
  // "Not found" by a web page says that the address is not the API, not that the rule is gone.
  if (status === 404 && words.isPage) return 'not-an-api';
  if (status >= 500) return 'server-error';
  return codeOfStatus.get(status) ?? (status >= 400 ? 'invalid' : 'not-an-api');
}

/** v2 answers `{message, code}`; v1 may use other names, and a proxy may answer with a page. */
function wordsOf(text: string): ServerWords {
  if (text.trimStart().startsWith('<')) return { text: '', isPage: true };
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { text: '', isPage: false };
  }
  if (typeof json !== 'object' || json === null) return { text: '', isPage: false };
  const entries = new Map<string, unknown>(Object.entries(json));
  const said = ['message', 'error', 'detail', 'code'].map((name) => entries.get(name));
  const parts = said.filter((part) => typeof part === 'string' && part !== '');
  return { text: [...new Set(parts)].join(' - '), isPage: false };
}
