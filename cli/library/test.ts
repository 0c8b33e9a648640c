// The entry `scrim/test` of the package: Scrim inside of somebody else's tests.
import { en } from '../../assets/locales/en/index.ts';
import { createTranslator } from '../../core/messages/translate.ts';
import { createMatchers, type Matchers } from './createMatchers.ts';
import type { Scrim } from './createScrim.ts';

export type { PageReport, ReportedLeak } from '../../core/report/pageReport.ts';
export type { DrivenPage } from '../flows/scanOpenPage.ts';
export type { MatcherResult, Matchers } from './createMatchers.ts';
export { createScrim, type ScannedPage, type Scrim, type ScrimSettings } from './createScrim.ts';

/** For `expect.extend(scrimMatchers(scrim))` of vitest and jest. */
export function scrimMatchers(scrim: Scrim): Matchers {
  return createMatchers(scrim, createTranslator(en, 'en'));
}
