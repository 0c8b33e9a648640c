import { readFileSync } from 'node:fs';
import { type Catalog, createTranslator, type Translate } from '../core/messages/translate.ts';

const file = new URL('../assets/locales/en/server.json', import.meta.url);

/** What the server says to the person who runs it. */
export function serverWords(): Translate {
  return createTranslator(JSON.parse(readFileSync(file, 'utf8')) as Catalog, 'en');
}
