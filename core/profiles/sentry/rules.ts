import { RuleAction, type RuleSet } from '../../rules/rule.ts';
import type { SelectorSyntax } from '../profile.ts';
import {
  builtInRule,
  type ListedSelector,
  listRules,
  type RulesInForce,
  rulesInForce,
} from '../ruleLists.ts';
import type { SentryOptions } from './options.ts';

/** Lists of selectors, by what they do. */
export const SentryList = {
  mask: 'mask',
  unmask: 'unmask',
  block: 'block',
  unblock: 'unblock',
  ignore: 'ignore',
} as const;

const always: Readonly<Record<string, readonly string[]>> = {
  [SentryList.mask]: ['.sentry-mask', '[data-sentry-mask]'],
  [SentryList.block]: ['.sentry-block', '[data-sentry-block]', 'base', 'iframe[srcdoc]:not([src])'],
  [SentryList.ignore]: ['.sentry-ignore', '[data-sentry-ignore]', 'input[type="file"]'],
};

const media =
  'img,image,svg,video,object,picture,embed,map,audio,link[rel="icon"],link[rel="apple-touch-icon"]'.split(
    ',',
  );

/** rrweb's own classes, never switched off; asked before the lists, so a broken one leaves them in force. */
const classRules = [
  builtInRule('.rr-block', RuleAction.exclude, SentryList.block),
  builtInRule('.rr-mask', RuleAction.mask, SentryList.mask),
];

const actions: Readonly<Record<string, RuleAction>> = {
  [SentryList.mask]: RuleAction.mask,
  [SentryList.unmask]: RuleAction.unmask,
  [SentryList.block]: RuleAction.exclude,
  [SentryList.unblock]: RuleAction.unspecified,
  [SentryList.ignore]: RuleAction.unspecified,
};

/**
 * The site's selectors and the built-in ones are joined into one list each, so a broken one takes the built-in ones
 * with it (@sentry/replay@11.12.0 `getPrivacyOptions`).
 */
export function sentryRules(options: SentryOptions, ruleSet: RuleSet, syntax: SelectorSyntax): RulesInForce {
  const given = listRules(
    ruleSet,
    { exclude: [SentryList.block], mask: [SentryList.mask], unmask: [SentryList.unmask] },
    'as-not',
  );
  const listed = Object.keys(actions).flatMap((list) => [
    ...fromOption(list, options[list as keyof typeof SentryList]),
    ...builtIn(list, always[list] ?? []),
    ...(list === SentryList.block && options.blockAllMedia ? builtIn(list, media) : []),
  ]);
  const force = rulesInForce(classRules, [...listed, ...given.listed], syntax, 'disables-list');
  return { ...force, problems: [...options.notSimulated, ...given.problems, ...force.problems] };
}

function fromOption(list: string, selectors: readonly string[]): ListedSelector[] {
  const action = actions[list] ?? RuleAction.unspecified;
  return selectors.map((selector, index) => {
    const id = `${list}[${index}]`;
    return { list, id, name: id, selector, action };
  });
}

function builtIn(list: string, selectors: readonly string[]): ListedSelector[] {
  const action = actions[list] ?? RuleAction.unspecified;
  return selectors.map((selector) => ({
    list,
    id: selector,
    name: selector,
    selector,
    action,
    origin: 'built-in',
  }));
}
