import type { Translate } from '../../core/messages/translate.ts';
import { shortTime } from '../Notices.tsx';

/** `3 Jun 2021, 16:57 by bob@example.com`, as far as it is known. */
export function momentWords({ at, by }: { readonly at: string; readonly by?: string }, t: Translate): string {
  const when = at === '' ? t('history.someTime') : shortTime(at, t.locale);
  return by === undefined || by === '' ? when : t('history.whenBy', { when, by });
}
