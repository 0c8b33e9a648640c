import type { DetectContext } from './detector.ts';

/** How a text is to be read: what counts as enough depends on it. */
export type TextSetting = 'alone' | 'record' | 'prose';

/** Longer ones are prose: a message of a few sentences is still a record of somebody. */
const maxRecord = 240;
const maxAlone = 80;
/** A word, as against the letters of a number plate. */
const ordinaryWord = /(?<![\p{L}\d])\p{L}{4,}(?![\p{L}\d])/u;

/**
 * `alone`: the text is the value, or a few values. `record`: a short text of its own. `prose`: anything else, every
 * piece of a page, and what is written for programs.
 */
export function textSetting(text: string, context: DetectContext): TextSetting {
  if (context.inPage || context.machine || text.length > maxRecord) return 'prose';
  const trimmed = text.trim();
  return trimmed.length <= maxAlone && !ordinaryWord.test(trimmed) ? 'alone' : 'record';
}
