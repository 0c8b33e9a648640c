import { describe, expect, test } from 'vitest';
import { profileById } from '../../../core/profiles/registry.ts';
import { scanSavedPage } from '../../../core/saved/scanSavedPage.ts';

/** What becomes of a value that is typed into an empty field. */
function typed(profileId: string, field: string, options: unknown = {}): string {
  const profile = profileById(profileId);
  if (!profile) throw new Error(`no profile ${profileId}`);
  const html = `<!doctype html><body>${field}`;
  const scan = scanSavedPage({
    html,
    url: 'https://shop.example/',
    profile,
    options,
    ruleSet: profile.offlineRules(),
  });
  const values = scan.records.filter((record) => record.channel === 'value' && record.name === undefined);
  expect(values.length).toBeGreaterThan(0);
  return values.map((record) => record.treatment).join(' ');
}

describe('an empty field', () => {
  test.each([
    ['rrweb', {}, 'captured'],
    ['rrweb', { maskAllInputs: true }, 'masked'],
    ['posthog', {}, 'masked'],
    ['posthog', { session_recording: { maskAllInputs: false } }, 'captured'],
    ['sentry', {}, 'masked'],
    ['sentry', { maskAllText: false }, 'masked'],
    ['sentry', { maskAllInputs: false }, 'captured'],
    ['datadog', {}, 'masked'],
    ['datadog', { defaultPrivacyLevel: 'allow' }, 'captured'],
    ['clarity', {}, 'masked'],
    ['openreplay', {}, 'masked'],
    ['openreplay', { defaultInputMode: 0 }, 'captured'],
  ])('%s with %j: %s', (profile, options, treatment) => {
    expect(typed(profile, '<input name="card">', options)).toBe(treatment);
  });

  test('a password is masked by every recorder that is asked as it comes', () => {
    for (const id of ['rrweb', 'posthog', 'sentry', 'datadog', 'clarity', 'openreplay'])
      expect([id, typed(id, '<input type="password">')]).toEqual([id, 'masked']);
  });
});
