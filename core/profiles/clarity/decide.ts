import type { ActiveRule, RuleProblem } from '../../rules/activeRule.ts';
import { RuleAction, type RuleSet } from '../../rules/rule.ts';
import type { Decision, Hit } from '../../treatment/decision.ts';
import { Possible } from '../../treatment/treatment.ts';
import type { DecideSite, ElementSite, SelectorSyntax } from '../profile.ts';
import { builtInRule, type ListedSelector, listRules } from '../ruleLists.ts';
import { Privacy } from './masking.ts';
import type { ClarityOptions } from './options.ts';

const formTags = new Set(['input', 'select', 'textarea']);
const shownTypes = new Set(['radio', 'checkbox', 'range', 'button', 'reset', 'submit']);
const droppedWords = ['password', 'secret', 'pass', 'social', 'ssn', 'code', 'hidden'];
const maskedClasses = ['address', 'password', 'contact'];
/** Never read (clarity-js@0.8.70, layout/node.ts). */
export const unreadAttributes = new Set(
  'title alt onload onfocus onerror data-drupal-form-submit-last aria-label integrity crossorigin'.split(' '),
);

const marks = [
  builtInRule('[data-clarity-mask]', RuleAction.mask, 'data-clarity-mask'),
  builtInRule('[data-clarity-unmask]', RuleAction.unmask, 'data-clarity-unmask'),
];

/**
 * Mask entries are looked for one after the other, then unmask entries; the first that is broken ends it, and the
 * ones after it are never looked for (layout/dom.ts `parse`).
 */
export function clarityRules(
  options: ClarityOptions,
  ruleSet: RuleSet,
  syntax: SelectorSyntax,
): { readonly rules: readonly ActiveRule[]; readonly problems: readonly RuleProblem[] } {
  const given = listRules(ruleSet, { mask: ['mask'], unmask: ['unmask'] }, 'refused');
  const byList = (list: 'mask' | 'unmask', action: RuleAction): ListedSelector[] => [
    ...options[list].map((selector, index): ListedSelector => {
      const id = `${list}[${index}]`;
      return { list, id, name: id, selector, action };
    }),
    ...given.listed.filter((entry) => entry.list === list),
  ];
  const listed = [...byList('mask', RuleAction.mask), ...byList('unmask', RuleAction.unmask)];
  const problems: RuleProblem[] = [...given.problems];
  const rules: ActiveRule[] = [...marks];
  let broken: string | undefined;
  for (const entry of listed) {
    const { id, selector } = entry;
    const detail = syntax(selector);
    if (broken !== undefined) {
      problems.push({ rule: -1, ruleId: id, kind: 'list-disabled', selector, detail: broken });
    } else if (detail !== undefined) {
      broken = id;
      problems.push({ rule: -1, ruleId: id, kind: 'disables-list', selector, detail });
    } else rules.push({ ...entry, exceptions: [], origin: 'custom', certain: true });
  }
  return { rules, problems };
}

export function textState(privacy: number): Possible {
  return privacy === Privacy.none || privacy === Privacy.sensitive ? Possible.captured : Possible.masked;
}

/** Decided once, when a node is first met, and kept: layout/dom.ts `privacy`. */
export function createClarityDecide(rules: readonly ActiveRule[]) {
  return (inherited: Decision, site: DecideSite): Decision => {
    if (site.stored) return site.stored;
    const own = ownPrivacy(inherited.level ?? Privacy.sensitive, site);
    if (own === undefined) return inherited;
    const [hit] = site.hits;
    const winner = own.byRule && hit ? hit.rule : -1;
    return {
      possible: textState(own.level),
      level: own.level,
      winner,
      losers: [],
      node: site.node,
      doubts: [],
    };
  };

  function ownPrivacy(current: number, site: DecideSite): { level: number; byRule: boolean } | undefined {
    const { element } = site;
    // Where it cannot be told whether a rule applies, a mask is not counted on.
    const hits = site.hits.filter((hit) => hit.certain || rules[hit.rule]?.action === RuleAction.unmask);
    const isHtml = element.namespace !== 'svg';
    if (isHtml && formTags.has(element.tag)) return { level: formPrivacy(current, element), byRule: false };
    const listOf = (hit: Hit): string | undefined => rules[hit.rule]?.list;
    if (hits.some((hit) => listOf(hit) === 'data-clarity-mask'))
      return { level: Privacy.textImage, byRule: true };
    if (hits.some((hit) => listOf(hit) === 'data-clarity-unmask'))
      return { level: Privacy.none, byRule: true };
    // Selectors are looked for in the document and in shadow roots, not in frames; unmask entries come last.
    if (hits.length > 0 && !(site.isInFrame && site.moment === 'snapshot')) {
      const isUnmasked = hits.some((hit) => listOf(hit) === 'unmask');
      return { level: isUnmasked ? Privacy.none : Privacy.textImage, byRule: true };
    }
    if (current === Privacy.sensitive && hasMaskedClass(element))
      return { level: Privacy.text, byRule: false };
    return undefined;
  }
}

function hasMaskedClass(element: ElementSite): boolean {
  const names = element.attribute('class');
  return names !== null && maskedClasses.some((word) => names.includes(word));
}

function formPrivacy(current: number, element: ElementSite): number {
  if (element.tag === 'input' && shownTypes.has(element.attribute('type') ?? '')) return current;
  let meta = '';
  element.eachAttribute((name, value) => {
    if (name !== 'class' && name !== 'style' && !unreadAttributes.has(name)) meta += value.toLowerCase();
  });
  if (element.tag === 'input' && element.attribute('value') === null)
    meta += element.control()?.value.toLowerCase() ?? '';
  return droppedWords.some((word) => meta.includes(word)) ? Privacy.exclude : Privacy.text;
}
