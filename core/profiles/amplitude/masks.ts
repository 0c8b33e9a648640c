import { RuleAction } from '../../rules/rule.ts';
import { Possible } from '../../treatment/treatment.ts';
import type { ElementSite } from '../profile.ts';
import {
  type ElementMasks,
  type FieldSite,
  firstOf,
  type Marks,
  type Verdict,
} from '../rrwebFamily/elementMasks.ts';
import type { ListedSelector } from '../ruleLists.ts';
import type { AmplitudeOptions, MaskLevel } from './options.ts';

const List = {
  maskClass: 'maskTextClass',
  mask: 'privacyConfig.maskSelector',
  unmask: 'privacyConfig.unmaskSelector',
  block: 'blockSelector',
} as const;

const formTags = new Set(['input', 'select', 'textarea']);

/**
 * @amplitude/session-replay-browser@1.50.2, helpers.js, `isMasked`: a mask anywhere above, else an unmask anywhere
 * above, else the level of the page's address. Only what the lists mask is asked at all.
 */
export function amplitudeMasks(options: AmplitudeOptions): ElementMasks {
  const { maskAttributes, urlLevels } = options;
  let level = options.level;
  /** Decided once, at the start. */
  let coversAll: boolean | undefined;

  function atAddress(address: string): void {
    level = urlLevels.find(({ match }) => match.test(address))?.level ?? options.level;
    coversAll ??= level === 'conservative' || mayBecomeConservative(options);
  }

  function masked(marks: Marks, byLevel: Verdict): Verdict {
    return firstOf(
      [
        [marks(List.maskClass), Possible.masked],
        [marks(List.mask), Possible.masked],
        [marks(List.unmask), Possible.captured],
      ],
      byLevel,
    );
  }

  return {
    coversAll: () => coversAll ?? options.level === 'conservative',
    atAddress,
    marks: [
      { list: List.maskClass, reach: 'closest', isListed: true },
      { list: List.mask, reach: 'closest', isListed: true },
      { list: List.unmask, reach: 'closest' },
    ],
    listed: [
      ...fromOption(List.block, options.block, RuleAction.exclude),
      ...fromOption(List.mask, options.mask, RuleAction.mask),
      builtIn('.amp-unmask'),
      ...fromOption(List.unmask, options.unmask, RuleAction.unmask),
    ],
    ruleLists: { exclude: [List.block], mask: [List.mask], unmask: [List.unmask] },
    broken: (list) => (list === List.unmask ? 'drops-one' : 'disables-list'),
    text: (marks) => masked(marks, level === 'conservative' ? Possible.masked : Possible.captured),
    value: (marks, field) => masked(marks, level === 'light' ? lightVerdict(field) : Possible.masked),
    attribute(name, marks, element) {
      // Never the style: changes of it are read past the function that masks.
      if (name === 'style' || !maskAttributes.has(name)) return Possible.captured;
      return masked(marks, attributeVerdict(level, element));
    },
  };
}

/** Then every text goes through the masking function from the start. */
function mayBecomeConservative({ level, urlLevels }: AmplitudeOptions): boolean {
  return (
    urlLevels.some((rule) => rule.level === 'conservative') ||
    (level === 'conservative' && urlLevels.length > 0)
  );
}

function attributeVerdict(level: MaskLevel, element: ElementSite): Verdict {
  if (level === 'conservative') return Possible.masked;
  // Compared in capitals, which names of other namespaces have not.
  if (element.namespace !== 'html' || !formTags.has(element.tag)) return Possible.captured;
  if (level === 'medium') return Possible.masked;
  const wasPassword = element.attribute('data-rr-is-password') !== null;
  return lightVerdict({ element, control: element.control(), wasPassword });
}

const sensitiveTypes = new Set(['password', 'hidden', 'email', 'tel']);

/** Only what the browser takes for a card field answers with its name. */
const cardFields =
  /^cc-(?:name|given-name|additional-name|family-name|number|exp|exp-month|exp-year|csc|type)$/;

function lightVerdict({ element, control, wasPassword }: FieldSite): Verdict {
  if (wasPassword || (control && sensitiveTypes.has(control.type))) return Possible.masked;
  const autocomplete = (element.attribute('autocomplete') ?? '').trim().toLowerCase();
  if (!autocomplete.startsWith('cc-')) return Possible.captured;
  return cardFields.test(autocomplete) ? Possible.masked : Possible.masked | Possible.captured;
}

function fromOption(list: string, selectors: readonly string[], action: RuleAction): ListedSelector[] {
  return selectors.map((selector, index) => {
    const id = `${list === List.block ? 'privacyConfig.blockSelector' : list}[${index}]`;
    return { list, id, name: id, selector, action };
  });
}

function builtIn(selector: string): ListedSelector {
  const action = RuleAction.unmask;
  return { list: List.unmask, id: selector, name: selector, selector, action, origin: 'built-in' };
}
