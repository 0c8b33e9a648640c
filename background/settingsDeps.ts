import type { Translate } from '../core/messages/translate.ts';
import type { createTurns } from '../core/settings/createTurns.ts';
import type { ConnectionDeps } from './settingsConnection.ts';
import type { SettingsService } from './settingsService.ts';

/** What the settings service and the push desk need of the world. */
export interface SettingsServiceDeps extends ConnectionDeps {
  readonly now: () => Date;
  /** For what is written to somebody outside. Absent: message keys stand for words. */
  readonly words?: Translate;
  /** Ask to be woken for `settleInFlight`. */
  readonly scheduleSettle: (afterSeconds: number) => void;
  /** From 0 up to 1: how far a wait is drawn out. Absent: `Math.random`. */
  readonly random?: () => number;
  /** Changes of the list of connections, one after the other: shared by the services of all of them. */
  readonly listTurns?: ReturnType<typeof createTurns>;
  /** The service of another connection; absent: there is one service, of whichever is the default. */
  readonly serviceOf?: (connection: string) => SettingsService;
}
