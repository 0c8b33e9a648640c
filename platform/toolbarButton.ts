import { browser } from './browser.ts';

/** The two ways to open a panel; the polyfill's types know neither. */
interface Panels {
  readonly sidePanel?: { open(options: { readonly windowId: number }): Promise<void> };
  readonly sidebarAction?: { open(): Promise<void> };
}

export interface PressedTab {
  readonly tabId: number;
  readonly windowId: number;
}

/**
 * The toolbar button opens the panel and grants the tab. Opening comes first and nothing is waited for before it: only
 * the gesture itself may open a panel (platform.md B0). Call in the worker's first turn.
 */
export function wireToolbarButton(onPressed: (tab: PressedTab) => void): void {
  browser.action.onClicked.addListener((tab) => {
    const { id: tabId, windowId } = tab;
    openPanel(windowId);
    if (tabId !== undefined && windowId !== undefined) onPressed({ tabId, windowId });
  });
}

function openPanel(windowId: number | undefined): void {
  const { sidePanel, sidebarAction } = browser as unknown as Panels;
  if (sidePanel && windowId !== undefined) void sidePanel.open({ windowId });
  else void sidebarAction?.open();
}
