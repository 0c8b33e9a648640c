import type { RuleProblem } from '../../rules/activeRule.ts';
import { OptionsError } from '../profile.ts';
import { booleanAt, objectAt, stringAt, stringsAt } from '../readOptions.ts';
import type { ListedSelector } from '../ruleLists.ts';

/** What decides what Contentsquare records: page masking of the console, and commands of the tag. */
export interface ContentsquareOptions {
  /** Page masking on this page; undefined: not known, it is set in the console. */
  readonly automasking: boolean | undefined;
  readonly listed: readonly ListedSelector[];
  readonly notSimulated: readonly RuleProblem[];
}

/**
 * @param input `{"automasking": bool, "setPIISelectors": {"PIISelectors": [...], "Attributes": [...]},
 * "setCapturedElementsSelector": "..."}`: the commands by their names, as the site pushes them to `_uxa`
 * @throws OptionsError for the wrong shape of a key that decides what is recorded
 */
export function parseContentsquareOptions(input: unknown): ContentsquareOptions {
  const given = objectAt(input, 'options');
  const pii = objectAt(given.setPIISelectors, 'options.setPIISelectors');
  const { Attributes: attributes } = pii;
  if (attributes !== undefined && !Array.isArray(attributes))
    throw new OptionsError('options.setPIISelectors.Attributes: must be a list');
  const shown = stringAt(given, 'setCapturedElementsSelector', 'options');
  return {
    automasking: booleanAt(given, 'automasking', 'options'),
    listed: [
      ...(stringsAt(pii, 'PIISelectors', 'options.setPIISelectors') ?? []).map(
        (selector, index): ListedSelector => {
          const id = `PIISelectors[${index}]`;
          return { list: 'PIISelectors', id, name: id, selector, action: 'mask' };
        },
      ),
      ...(shown === undefined ? [] : [shownElements(shown)]),
    ],
    notSimulated:
      attributes !== undefined && attributes.length > 0
        ? [{ rule: -1, ruleId: 'Attributes', kind: 'not-simulated', selector: '', detail: 'Attributes' }]
        : [],
  };
}

function shownElements(selector: string): ListedSelector {
  const id = 'setCapturedElementsSelector';
  return { list: id, id, name: id, selector, action: 'unmask' };
}
