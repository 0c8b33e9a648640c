import { RuleAction } from '../../rules/rule.ts';
import { Possible } from '../../treatment/treatment.ts';
import { type ElementMasks, firstOf, nearestOf } from '../rrwebFamily/elementMasks.ts';
import type { ListedSelector } from '../ruleLists.ts';
import type { StatsigPrivacy } from './options.ts';

const List = {
  blocked: 'blockSelector',
  masked: 'masked_elements',
  unmasked: 'unmasked_elements',
  /** The same selectors once more: text goes by the nearest of them, fields by any. */
  nearMasked: 'masked_elements, nearest',
  nearUnmasked: 'unmasked_elements, nearest',
} as const;

/** @statsig/session-replay@3.33.5, src/SessionReplayUtils.js. */
export function statsigMasks({ mode, blocked, masked, unmasked }: StatsigPrivacy): ElementMasks {
  const textOtherwise = mode === 'max' ? Possible.masked : Possible.captured;
  const valueOtherwise = mode === 'min' ? Possible.captured : Possible.masked;
  return {
    coversAll: () => true,
    marks: [
      { list: List.masked, reach: 'closest' },
      { list: List.unmasked, reach: 'closest' },
      { list: List.masked, as: List.nearMasked, reach: 'nearest' },
      { list: List.unmasked, as: List.nearUnmasked, reach: 'nearest' },
    ],
    listed: [
      ...fromOption(List.blocked, 'blocked_elements', blocked, RuleAction.exclude),
      ...fromOption(List.masked, List.masked, masked, RuleAction.mask),
      ...fromOption(List.unmasked, List.unmasked, unmasked, RuleAction.unmask),
    ],
    ruleLists: { exclude: [List.blocked], mask: [List.masked], unmask: [List.unmasked] },
    broken: (list) => (list === List.masked || list === List.unmasked ? 'ends-recording' : 'disables-list'),
    text(marks, element) {
      if (!element) return textOtherwise;
      const near = [
        [marks(List.nearMasked), Possible.masked],
        [marks(List.nearUnmasked), Possible.captured],
      ] as const;
      return nearestOf(near, textOtherwise);
    },
    value: (marks) =>
      firstOf(
        [
          [marks(List.masked), Possible.masked],
          [marks(List.unmasked), Possible.captured],
        ],
        valueOtherwise,
      ),
  };
}

function fromOption(
  list: string,
  option: string,
  selectors: readonly string[],
  action: RuleAction,
): ListedSelector[] {
  return selectors.map((selector, index) => {
    const id = `${option}[${index}]`;
    return { list, id, name: id, selector, action };
  });
}
