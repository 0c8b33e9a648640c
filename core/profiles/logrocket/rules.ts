import type { ActiveRule } from '../../rules/activeRule.ts';
import { listedRule, type Marker, markerRule } from '../documented/documentedRule.ts';
import { fieldMarkers } from '../documented/fieldMarkers.ts';
import type { ListedSelector } from '../ruleLists.ts';
import type { LogrocketOptions } from './options.ts';

const lipsum = ':is(input, textarea)[data-private="lipsum"]';

const markers: readonly Marker[] = [
  // Shown as Latin of the same length.
  { selector: lipsum, action: 'mask', rank: 3 },
  { selector: `[data-private]:not(${lipsum})`, action: 'exclude', rank: 5 },
  { selector: 'input[type=password]', action: 'exclude', rank: 5 },
  // https://github.com/prefect-archive/legacy-ui/pull/1186, https://github.com/Unleash/unleash/pull/11993
  { selector: '[data-public]', action: 'unmask', rank: 2, doubt: 'doubt.reported' },
];

/** The rules of one configuration: what the recorder honours in a page, then what the site says. */
export function logrocketRules(
  options: LogrocketOptions,
  listed: readonly ListedSelector[],
): readonly ActiveRule[] {
  const { inputSanitizer } = options;
  const sanitized =
    inputSanitizer === 'off'
      ? []
      : fieldMarkers(1, inputSanitizer === 'on' ? undefined : 'doubt.option-value').map(markerRule);
  const own = [
    ...fromOption('redactSelectors', options.redactSelectors),
    ...fromOption(
      'privateAttributeBlocklist',
      options.privateAttributes.map((name) => `[${identifier(name)}]`),
    ),
    ...fromOption(
      'privateClassNameBlocklist',
      options.privateClasses.map((name) => `[class~="${name.replace(/["\\]/g, '\\$&')}"]`),
    ),
  ];
  return [
    ...sanitized,
    ...markers.map(markerRule),
    // Of these nothing but the name is written down.
    ...fromOption('hideSelectors', options.hideSelectors).map(
      (entry): ActiveRule => ({ ...listedRule(entry, 5), certain: false, doubt: 'doubt.option-value' }),
    ),
    ...[...own, ...listed].map((entry) => listedRule({ ...entry, action: 'exclude' }, 5)),
  ];
}

function fromOption(list: string, selectors: readonly string[]): ListedSelector[] {
  return selectors.map((selector, index) => {
    const id = `${list}[${index}]`;
    return { list, id, name: id, selector, action: 'exclude' };
  });
}

/** A name as a selector takes it; https://drafts.csswg.org/cssom/#serialize-an-identifier for the signs in use. */
function identifier(name: string): string {
  return name.replace(/^(-?)(\d)/, '$1\\3$2 ').replace(/[^\w\\ \u0080-\uffff-]/g, '\\$&');
}
