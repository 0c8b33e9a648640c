import type { ActiveRule } from '../../rules/activeRule.ts';
import { listedRule, type Marker, markerRule } from '../documented/documentedRule.ts';
import { fieldMarkers } from '../documented/fieldMarkers.ts';
import type { ListedSelector } from '../ruleLists.ts';
import type { DynatraceOptions } from './options.ts';

/** "Input fields, list boxes and other UI controls, form data and controls": which controls, is not said further. */
const userInput: readonly Marker[] = [
  ...fieldMarkers(1),
  {
    selector: 'button, [contenteditable]:not([contenteditable="false"])',
    action: 'mask',
    rank: 1,
    doubt: 'doubt.other-control',
  },
];

/** Documented for the mobile agents; seen in the markup of web pages. */
const marked: Marker = { selector: '[data-dtrum-mask]', action: 'mask', rank: 3, doubt: 'doubt.reported' };

export function dynatraceRules(
  { preset, elements }: DynatraceOptions,
  listed: readonly ListedSelector[],
): readonly ActiveRule[] {
  return [
    ...(preset === 'MASK_USER_INPUT' ? userInput.map(markerRule) : []),
    ...[...elements, ...listed].map((entry) => listedRule(entry, 2)),
    markerRule(marked),
  ];
}
