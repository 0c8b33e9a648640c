import { type Marker, markerRule } from '../documented/documentedRule.ts';
import { typedInputs } from '../documented/fieldMarkers.ts';

const allowed = (mark: string): string => `:is(input, textarea)${mark}`;

const markers: readonly Marker[] = [
  // Of what is chosen "keystroke data" says nothing.
  { selector: 'input, select', action: 'mask', rank: 1, doubt: 'doubt.not-typed' },
  { selector: `${typedInputs}, textarea`, action: 'mask', rank: 2 },
  { selector: allowed('[data-hj-allow]'), action: 'unmask', rank: 3 },
  { selector: allowed('.data-hj-allow'), action: 'unmask', rank: 3 },
  // An older name: https://github.com/mlibrary/search/pull/227
  { selector: allowed('[data-hj-whitelist]'), action: 'unmask', rank: 3, doubt: 'doubt.reported' },
  { selector: 'input[type=password]', action: 'mask', rank: 4 },
  // Which fields pass for a card number is not said.
  { selector: '[autocomplete^=cc-]', action: 'mask', rank: 4, doubt: 'doubt.card-field' },
  { selector: '[data-hj-suppress]', action: 'mask', rank: 5 },
  { selector: '.data-hj-suppress', action: 'mask', rank: 5 },
];

/** What Hotjar honours in a page: it takes no selectors. An allow mark works on the very field only. */
export const hotjarRules = markers.map(markerRule);
