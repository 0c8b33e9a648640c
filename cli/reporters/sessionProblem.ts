import type { Translate } from '../../core/messages/translate.ts';
import { printable } from '../printable.ts';

/** Why a session could not be read. @param detail the server's own words, without the key */
export function sessionProblemWords(code: string, detail: string, t: Translate): string {
  const key = `readBack.problem.${code}`;
  const what = t(t.has(key) ? key : 'readBack.problem.other');
  return detail === '' ? `${what}.` : `${what} (${printable(detail).replace(/\.$/, '')}).`;
}
