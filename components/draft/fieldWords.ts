import type { Translate } from '../../core/messages/translate.ts';
import { visibleSelector } from '../../core/selectors/visibleSelector.ts';

/**
 * A rule's field in words: what the settings call it, or what somebody wrote.
 *
 * @param quote stands around what somebody wrote
 */
export function fieldWords(field: string, value: string, t: Translate, quote = ''): string {
  const key = `${field}.${value}`;
  if (t.has(key)) return t(key);
  return value === '' ? t('draft.none') : quote + visibleSelector(value) + quote;
}
