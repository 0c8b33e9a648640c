import { describe, expect, it } from 'vitest';
import { en as words } from '../../../assets/locales/en/index.ts';
import { problemCodes } from '../../../background/problemError.ts';
import type { Weakening } from '../../../core/settings/pushPlan.ts';
import type { SettingsErrorCode } from '../../../core/settings/settingsSource.ts';

/** Records, so that a new member does not compile until it is listed. */
const sourceErrors: Readonly<Record<SettingsErrorCode, true>> = {
  unreachable: true,
  timeout: true,
  'key-refused': true,
  'role-too-low': true,
  'read-only': true,
  'org-mismatch': true,
  'wrong-region': true,
  'not-found': true,
  invalid: true,
  conflict: true,
  'revision-missing': true,
  'approval-needed': true,
  'too-many-requests': true,
  'server-error': true,
  'not-an-api': true,
  'read-back-differs': true,
};
const weakenings: Readonly<Record<Weakening, true>> = {
  'action-weaker': true,
  'unmask-added': true,
  'consent-added': true,
  'exception-added': true,
  'scope-leaves-live': true,
  'web-removed': true,
  'platform-removed': true,
  'selector-changed': true,
  deleted: true,
  'consent-removed': true,
  'exception-removed': true,
  'scope-reaches-live': true,
  'platform-added': true,
};
/** Made by the extension's pages themselves when the background does not answer. */
const ofPages = ['no-answer'];
const gaps = ['never-read', 'default-mode', 'more-pages', 'list-short', 'targeting'];

const missing = (keys: readonly string[]) => keys.filter((key) => !Object.hasOwn(words, key));

describe('settings words', () => {
  it('say for every problem what happened, what it means and what to do', () => {
    const codes = [...problemCodes, ...Object.keys(sourceErrors), ...ofPages];
    expect(
      missing(codes.flatMap((code) => ['what', 'means', 'do'].map((part) => `problem.${code}.${part}`))),
    ).toEqual([]);
  });

  it('name every weakening', () => {
    expect(missing(Object.keys(weakenings).map((key) => `weakening.${key}`))).toEqual([]);
  });

  it('name every gap in a rule set', () => {
    expect(missing(gaps.map((key) => `gap.${key}`))).toEqual([]);
  });
});
