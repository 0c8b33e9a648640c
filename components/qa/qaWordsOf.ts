import type { Translate } from '../../core/messages/translate.ts';
import type { QaWords } from './createQaStore.ts';

/** Words that a QA session puts into its report. */
export function qaWordsOf(t: Translate): QaWords {
  return {
    unnamed: t('qa.unnamed'),
    recordedBy: (recorder) => t('qa.recordedBy', { recorder }),
  };
}
