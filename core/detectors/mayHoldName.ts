import { surelyNames } from './nameWords.ts';

/** One to four words with capitals and nothing else: a name, if what stands around says so. */
const nameShaped = /^\s{0,8}\p{Lu}[\p{L}'’.-]{1,30}(?: [\p{L}'’.-]{1,30}){0,3}\s{0,8}$/u;
const said = new RegExp(surelyNames.source, 'iu');

/** Whether a text without digits may hold a person's name that can be told: asked before all detectors are run. */
export function mayHoldName(text: string): boolean {
  return nameShaped.test(text) || said.test(text);
}
