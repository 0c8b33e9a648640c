import type { Page } from 'puppeteer';
import { press, seen, view } from './panelHands.ts';
import { planned, typeNames } from './pushStates.ts';
import type { UiState } from './uiState.ts';

/** A plan that is confirmed, and proposed. */
export async function propose(page: Page): Promise<void> {
  await planned(page, 'propose-change');
  await typeNames(page);
  await press(page, '[data-action=confirm-push]:enabled');
  await seen(page, '[data-proposal=open]');
}

const listed = async (page: Page) => {
  await view(page, 'draft');
  await seen(page, '.proposal');
};

/** Changes that a second person decides on. */
export const proposalStates: readonly UiState[] = [
  { name: 'proposal-plan', case: 'repository', reach: (page) => planned(page, 'propose-change') },
  { name: 'proposal-open', case: 'repository', reach: propose },
  { name: 'proposals-many', case: 'proposals', reach: listed },
  { name: 'proposals-others', case: 'proposals-others', reach: listed },
];
