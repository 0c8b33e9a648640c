import type { Rule, RuleSet } from '../../../core/rules/rule.ts';
import type { RecordingSettings } from '../../../core/settings/recordingSettings.ts';
import type { VersionPage } from '../../../core/settings/ruleHistory.ts';
import { orgRules } from './rules.ts';

/** As the API's history has them: no ids, no platforms. */
function asVersion(rules: readonly Rule[]): RuleSet {
  const platforms = ['web', 'android', 'ios'] as const;
  return {
    rules: rules.map((rule, at) => ({ ...rule, id: `v1:${at}`, platforms })),
    groups: [],
    privateByDefault: false,
    gaps: [],
  };
}

const changed = (rules: readonly Rule[], id: string, part: Partial<Rule>) =>
  rules.map((rule) => (rule.id === id ? { ...rule, ...part } : rule));

/**
 * What the org's rules were: until 20 November e-mail addresses were masked for every visitor; until 3 November a note had
 * another selector, and a rule hid everything with a title.
 */
export function earlierRules(): VersionPage {
  const now = orgRules().rules.filter(({ id }) => id.startsWith('rule-'));
  const [like] = now;
  if (!like) throw new Error('no rules');
  const november = changed(now, 'rule-2', { scope: 'all' });
  const titles: Rule = { ...like, id: 'gone', name: 'Titles', selector: '[title]', action: 'exclude' };
  const october = [...changed(november, 'rule-6', { selector: '.order-note-v3' }), titles];
  return {
    versions: [
      { at: '2026-11-20T09:30:00Z', by: 'kim.sample@example.com', ruleSet: asVersion(now) },
      { at: '2026-11-03T15:12:00Z', by: 'alex.sample@example.com', ruleSet: asVersion(november) },
      { at: '2026-10-12T08:00:00Z', by: 'kim.sample@example.com', ruleSet: asVersion(october) },
    ],
  };
}

/** Recording is switched off for the shop, and some visitors are never recorded. */
export const switchedOff: RecordingSettings = {
  domain: {
    onlyKnown: true,
    domains: [{ domain: 'shop.example.com', disabled: true }],
    changed: { at: '2026-11-01T10:00:00Z', by: 'kim.sample@example.com' },
  },
  geo: { mode: 'block-list', zones: ['DE', 'FR'], changed: {} },
  features: { enabled: true, isShutOff: false, console: true, network: false, assets: false, changed: {} },
  blocking: { addresses: ['99.99.99.*'], userAgents: ['YandexBot'], apps: [], changed: {} },
};
