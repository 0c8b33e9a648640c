import { en } from '../../assets/locales/en/index.ts';
import { createTranslator } from '../../core/messages/translate.ts';

/** What the extension says: tests ask for its words by their keys. */
export const words = createTranslator(en, 'en');
