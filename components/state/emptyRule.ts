import type { RuleContent } from '../../core/rules/rule.ts';

/** What a new rule begins as: it hides for everybody on the web, and matches nothing. */
export const emptyRule: RuleContent = {
  name: '',
  selector: '',
  exceptions: [],
  action: 'mask',
  consent: false,
  scope: 'all',
  platforms: ['web'],
};
