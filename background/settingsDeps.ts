import type { ConnectionDeps } from './settingsConnection.ts';

/** What the settings service and the push desk need of the world. */
export interface SettingsServiceDeps extends ConnectionDeps {
  readonly now: () => Date;
  /** UUID v4. */
  readonly newId: () => string;
  /** Ask to be woken for `settleInFlight`. */
  readonly scheduleSettle: (afterSeconds: number) => void;
}
