// A fake GitHub with a rule file in it, and sources in front of it.
import { onTestFinished } from 'vitest';
import { createGithubSource, type GithubSourceDeps } from '../../../connectors/github.ts';
import type { Rule, RuleContent } from '../../../core/rules/rule.ts';
import type { ProposalDraft, ProposalSource } from '../../../core/settings/proposal.ts';
import type { SettingsSource } from '../../../core/settings/settingsSource.ts';
import { type FakeGithub, startFakeGithub } from './fakeGithub.ts';

export const rulePath = 'config/masking-rules.json';

export const ruleFile = `{
  "scrim": 1,
  "rules": [
    {
      "id": "name",
      "name": "Customer name",
      "source": { "selector": ".customer-name" },
      "operation": { "action": "MASK" }
    },
    {
      "id": "card",
      "name": "Card number",
      "source": { "selector": "#card", "exception_selectors": [".logo"] },
      "operation": { "action": "EXCLUDE", "scope": "ALL_SESSIONS" }
    }
  ],
  "privateByDefault": false
}
`;

export const newRule: RuleContent = {
  name: 'Phone',
  selector: '.phone',
  exceptions: [],
  action: 'mask',
  consent: false,
  scope: 'all',
  platforms: ['web'],
};

export interface GithubWorld {
  readonly fake: FakeGithub;
  source(more?: Partial<GithubSourceDeps>): WithProposals;
}

export type WithProposals = SettingsSource & { readonly proposals: ProposalSource };

export async function startGithubWorld(
  files: Readonly<Record<string, string>> = { [rulePath]: ruleFile },
): Promise<GithubWorld> {
  const fake = await startFakeGithub(files);
  onTestFinished(fake.stop);
  const source = (more: Partial<GithubSourceDeps> = {}) =>
    createGithubSource({
      fetch,
      apiBaseUrl: fake.url,
      repository: 'acme/site',
      path: rulePath,
      getKey: () => 'token-of-ann',
      ...more,
    }) as WithProposals;
  return { fake, source };
}

export function ruleOf(rules: readonly Rule[], id: string): Rule {
  const rule = rules.find((one) => one.id === id);
  if (!rule) throw new Error(`no rule ${id}`);
  return rule;
}

export function draftOf(key: string, ...changes: ProposalDraft['changes']): ProposalDraft {
  return { key, title: 'Hide phone numbers', description: '- Becomes hidden: `.phone`', changes };
}
