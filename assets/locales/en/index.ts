import type { Catalog } from '../../../core/messages/translate.ts';
import engine from './engine.json' with { type: 'json' };
import findings from './findings.json' with { type: 'json' };
import panel from './panel.json' with { type: 'json' };
import selectors from './selectors.json' with { type: 'json' };
import settings from './settings.json' with { type: 'json' };

/** Every word the extension shows, in English. One file per area; a key belongs to one file only. */
export const en: Catalog = { ...engine, ...findings, ...selectors, ...settings, ...panel };
