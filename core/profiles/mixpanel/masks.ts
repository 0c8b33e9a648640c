import { RuleAction } from '../../rules/rule.ts';
import { Possible } from '../../treatment/treatment.ts';
import type { ElementSite } from '../profile.ts';
import { type ElementMasks, type FieldSite, firstOf } from '../rrwebFamily/elementMasks.ts';
import type { ListedSelector } from '../ruleLists.ts';
import type { MixpanelMasking, MixpanelOptions } from './options.ts';

const List = {
  maskText: 'record_mask_text_selector',
  unmaskText: 'record_unmask_text_selector',
  maskInput: 'record_mask_input_selector',
  unmaskInput: 'record_unmask_input_selector',
  /** Classes that mask where not everything is masked anyway. */
  common: 'mask classes',
  textClass: 'record_mask_text_class',
} as const;

const commonClasses = ['.mp-mask', '.fs-mask', '.amp-mask', '.rr-mask', '.ph-mask'];

/** mixpanel-browser@2.83.0, src/recorder/masking.js: all is masked and unmask lifts it, or mask names what is masked. */
export function mixpanelMasks({ text, input, textClass }: MixpanelOptions): ElementMasks {
  return {
    coversAll: () => true,
    marks: [
      { list: List.maskText, reach: 'closest' },
      { list: List.unmaskText, reach: 'closest' },
      { list: List.maskInput, reach: 'closest' },
      { list: List.unmaskInput, reach: 'closest' },
      { list: List.common, reach: 'closest' },
      { list: List.textClass, reach: 'closest', ...(textClass && { pattern: textClass }) },
    ],
    listed: [
      ...inForce(text, List.maskText, List.unmaskText),
      ...inForce(input, List.maskInput, List.unmaskInput),
      ...(text.all && input.all ? [] : commonClasses.map(builtIn)),
    ],
    ruleLists: {
      [RuleAction.exclude]: ['blockSelector'],
      ...targets(RuleAction.mask, [
        ...(text.all ? [] : [List.maskText]),
        ...(input.all ? [] : [List.maskInput]),
      ]),
      ...targets(RuleAction.unmask, [
        ...(text.all ? [List.unmaskText] : []),
        ...(input.all ? [List.unmaskInput] : []),
      ]),
    },
    broken: (list) => (list === 'blockSelector' ? 'disables-list' : 'masks-everything'),
    text(marks, element) {
      if (!element) return Possible.captured;
      const legacy = [marks(List.textClass), Possible.masked] as const;
      if (text.all) return firstOf([legacy, [marks(List.unmaskText), Possible.captured]], Possible.masked);
      const masked = [List.maskText, List.common].map((list) => [marks(list), Possible.masked] as const);
      return firstOf([legacy, ...masked], Possible.captured);
    },
    value(marks, field) {
      if (isForced(field)) return Possible.masked;
      if (input.all) return firstOf([[marks(List.unmaskInput), Possible.captured]], Possible.masked);
      return firstOf(
        [List.maskInput, List.common].map((list) => [marks(list), Possible.masked]),
        Possible.captured,
      );
    },
  };
}

/** Only those that are asked: of a list that is not, nobody notices that it is broken. */
function inForce(
  { all, mask, unmask }: MixpanelMasking,
  maskList: string,
  unmaskList: string,
): ListedSelector[] {
  const list = all ? unmaskList : maskList;
  const action = all ? RuleAction.unmask : RuleAction.mask;
  return (all ? unmask : mask).map((selector, index) => {
    const id = `${list}[${index}]`;
    return { list, id, name: id, selector, action };
  });
}

function builtIn(selector: string): ListedSelector {
  const action = RuleAction.mask;
  return { list: List.common, id: selector, name: selector, selector, action, origin: 'built-in' };
}

function targets(action: RuleAction, lists: readonly string[]): ElementMasks['ruleLists'] {
  return lists.length === 0 ? {} : { [action]: lists };
}

const forcedTypes = new Set(['password', 'email', 'tel', 'hidden']);
/** src/autocapture/utils.js, `elementLooksSensitive`; asked of the name without anything but letters and digits. */
const tellingName =
  /^cc|cardnum|ccnum|creditcard|csc|cvc|cvv|exp|pass|pwd|routing|seccode|securitycode|securitynum|socialsec|socsec|ssn/i;

/** Whatever is unmasked, these are not. */
function isForced({ element, wasPassword }: FieldSite): boolean {
  if (wasPassword || forcedTypes.has(lowerAttribute(element, 'type'))) return true;
  const autocomplete = lowerAttribute(element, 'autocomplete');
  if (autocomplete !== '' && autocomplete !== 'off') return true;
  const name = element.attribute('name') || element.attribute('id') || '';
  return tellingName.test(name.replace(/[^a-zA-Z0-9]/g, ''));
}

function lowerAttribute(element: ElementSite, name: string): string {
  return (element.attribute(name) ?? '').toLowerCase();
}
