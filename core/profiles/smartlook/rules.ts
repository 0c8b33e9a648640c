import type { ActiveRule } from '../../rules/activeRule.ts';
import { listedRule, type Marker, markerRule } from '../documented/documentedRule.ts';
import { fieldMarkers } from '../documented/fieldMarkers.ts';
import type { ListedSelector } from '../ruleLists.ts';
import type { SmartlookOptions } from './options.ts';

/** Above the list: what the page itself says has priority, and a password is never shown. */
const above = 1000;

/** The attributes are those in the markup of public pages; where Smartlook names them could not be read. */
const markers: readonly Marker[] = [
  { selector: '[data-sl="mask"]', action: 'mask', rank: above, doubt: 'doubt.reported' },
  { selector: '[data-sl="unmask"]', action: 'unmask', rank: above, doubt: 'doubt.reported' },
  { selector: '[data-sl="exclude"]', action: 'exclude', rank: above, doubt: 'doubt.reported' },
  { selector: '[data-recording-sensitive]', action: 'mask', rank: above, doubt: 'doubt.reported' },
  { selector: '[data-recording-disable]', action: 'exclude', rank: above, doubt: 'doubt.reported' },
  { selector: 'input[type=password]', action: 'mask', rank: above + 1 },
];

/** One ordered list: "more specific rules should be placed further down", so of two on one element the lower decides. */
export function smartlookRules(
  options: SmartlookOptions,
  listed: readonly ListedSelector[],
): readonly ActiveRule[] {
  return [
    // "All interactive form elements", unless `record` says otherwise.
    ...(options.forms ? [] : fieldMarkers(1).map(markerRule)),
    ...[...options.rules, ...listed].map((entry, index) => listedRule(entry, index + 2)),
    ...markers.map(markerRule),
  ];
}
