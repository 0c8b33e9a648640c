import { RuleAction } from '../../rules/rule.ts';
import { Possible } from '../../treatment/treatment.ts';
import type { SelectorSyntax } from '../profile.ts';
import { type ElementMasks, firstOf, type Marks, type Verdict } from '../rrwebFamily/elementMasks.ts';
import type { ListedSelector } from '../ruleLists.ts';
import type { NewRelicOptions } from './options.ts';

const List = { block: 'blockSelector', mask: 'maskTextSelector', unmask: 'unmask marks' } as const;

/**
 * @newrelic/browser-agent@1.322.0, src/features/session_replay/shared/utils.js, `customMasker`: the mark that lifts
 * a mask counts on the very element only. Invalid selectors are not taken over (src/common/config/init.js).
 */
export function newrelicMasks({ maskText, block }: NewRelicOptions, syntax: SelectorSyntax): ElementMasks {
  const unlessUnmasked = (marks: Marks): Verdict =>
    firstOf([[marks(List.unmask), Possible.captured]], Possible.masked);
  const isTaken = typeof maskText === 'string' && syntax(maskText) === undefined;
  const coversAll = maskText !== null && !isTaken;
  return {
    coversAll: () => coversAll,
    marks: [{ list: List.unmask, reach: 'self' }],
    listed: [
      own(List.block, '[data-nr-block]', RuleAction.exclude),
      ...(block === undefined ? [] : [given(List.block, 'block_selector', block, RuleAction.exclude)]),
      ...(coversAll ? [] : [own(List.mask, '[data-nr-mask]', RuleAction.mask)]),
      ...(maskText ? [given(List.mask, 'mask_text_selector', maskText, RuleAction.mask)] : []),
      own(List.unmask, '.nr-unmask', RuleAction.unmask),
      own(List.unmask, '[data-nr-unmask]', RuleAction.unmask),
    ],
    ruleLists: { exclude: [List.block], mask: [List.mask] },
    broken: () => 'drops-one',
    text: unlessUnmasked,
    value(marks, { control }) {
      return control?.type === 'password' ? Possible.masked : unlessUnmasked(marks);
    },
  };
}

function own(list: string, selector: string, action: RuleAction): ListedSelector {
  return { list, id: selector, name: selector, selector, action, origin: 'built-in' };
}

function given(list: string, id: string, selector: string, action: RuleAction): ListedSelector {
  return { list, id, name: id, selector, action };
}
