import type { ActiveRule } from '../../rules/activeRule.ts';
import { listedRule, type Marker, markerRule } from '../documented/documentedRule.ts';
import type { ListedSelector } from '../ruleLists.ts';
import type { ContentsquareOptions } from './options.ts';

const markers: readonly Marker[] = [
  {
    selector: 'input:is([type=text], [type=email], [type=password], [type=search], [type=tel], [type=url])',
    action: 'mask',
    rank: 3,
  },
  { selector: 'input:not([type]), input[type=number], textarea', action: 'mask', rank: 3 },
  { selector: '[data-cs-mask]', action: 'exclude', rank: 4 },
  // Seen in the markup of public pages; where Contentsquare names them could not be read.
  { selector: '[data-cs-capture]', action: 'unmask', rank: 2, doubt: 'doubt.reported' },
  { selector: '[data-cs-encrypt]', action: 'mask', rank: 2, doubt: 'doubt.reported' },
];

/** The commands are documented by their effect; their names are those that public pages use, so they stay in doubt. */
export function contentsquareRules(
  options: ContentsquareOptions,
  listed: readonly ListedSelector[],
): readonly ActiveRule[] {
  return [
    ...markers.map(markerRule),
    ...[...options.listed, ...listed].map(
      (entry): ActiveRule => ({ ...listedRule(entry, 2), certain: false, doubt: 'doubt.reported' }),
    ),
  ];
}
