import { scanned } from './openHarness.ts';
import { press, seen } from './panelHands.ts';
import type { UiState } from './uiState.ts';

/** What was measured of a closed recorder. */
export const measuredStates: readonly UiState[] = [
  {
    name: 'measured',
    case: 'measured',
    reach: async (page) => {
      await scanned(page);
      await press(page, '[data-action=session]');
      await seen(page, '[data-state=measured]');
    },
  },
  {
    name: 'measured-all',
    case: 'measured',
    reach: async (page) => {
      await scanned(page);
      await press(page, '[data-action=session]');
      await press(page, '.measured-block .disclosure-button');
    },
  },
  {
    name: 'measured-old',
    case: 'measured-old',
    reach: async (page) => {
      await scanned(page);
      await press(page, '[data-action=session]');
      await seen(page, '[data-doubt=old]');
    },
  },
  { name: 'measured-clean', case: 'measured-clean', reach: scanned },
];
