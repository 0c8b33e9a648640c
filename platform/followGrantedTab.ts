// Which tab the panel works on: the one whose toolbar button was pressed, or the one named in the address.
import { browser } from './browser.ts';
import { type GrantedTab, onGrantedTabChanged, readGrantedTab } from './grantedTab.ts';

export interface FollowOptions {
  /** Value of `?tabId=`, for a panel that runs in a tab of its own; null in a side panel. */
  readonly named: string | null;
  readonly use: (tabId: number | null) => void;
  readonly signal: AbortSignal;
}

export function followGrantedTab({ named, use, signal }: FollowOptions): void {
  const tabId = named === null ? Number.NaN : Number(named);
  if (Number.isInteger(tabId)) {
    use(tabId);
    return;
  }
  void followOwnWindow(use, signal);
}

/** A side panel belongs to one window: a press in another one is for that window's panel. */
async function followOwnWindow(use: FollowOptions['use'], signal: AbortSignal): Promise<void> {
  const { id } = await browser.windows.getCurrent();
  if (signal.aborted) return;
  const take = (granted: GrantedTab | null) => {
    if (!granted || granted.windowId === id) use(granted?.tabId ?? null);
  };
  let pressed = false;
  onGrantedTabChanged((granted) => {
    pressed = true;
    take(granted);
  }, signal);
  const granted = await readGrantedTab();
  // A press that came in between is newer than what was read.
  if (!signal.aborted && !pressed) take(granted);
}
