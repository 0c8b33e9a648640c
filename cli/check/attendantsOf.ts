import type { LookSettings } from '../../core/check/plannedLook.ts';
import type { PageAttendant } from '../pageAttendant.ts';

/** What decides who attends a page beside the simulation. */
export interface AttendedLook {
  readonly settings: LookSettings;
}

/** The one place where those who attend a page are put together, in the order in which they are called. */
export function attendantsOf(_look: AttendedLook): readonly PageAttendant[] {
  return [];
}
