// Which tab the panel works on: the one whose toolbar button was pressed, or the one named in the address.
import { onGrantedTabChanged, readGrantedTab } from './grantedTab.ts';

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
  onGrantedTabChanged((granted) => use(granted?.tabId ?? null), signal);
  void readGrantedTab().then((granted) => {
    if (!signal.aborted) use(granted?.tabId ?? null);
  });
}
