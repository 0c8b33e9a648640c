import type { LookSettings } from '../../core/check/plannedLook.ts';
import type { PageAttendant } from '../pageAttendant.ts';
import { createVisitor } from '../visitor/createVisitor.ts';
import { createWireWatch } from '../wire/createWireWatch.ts';

/** What decides who attends a page beside the simulation. */
export interface AttendedLook {
  readonly settings: LookSettings;
  /** Id of the recorder that is simulated. */
  readonly profile: string;
}

/** The one place where those who attend a page are put together, in the order in which they are called. */
export function attendantsOf({ settings, profile }: AttendedLook): readonly PageAttendant[] {
  const { visitor = false, locale = 'en-US', wire = false } = settings;
  const seed = visitor === true ? 1 : visitor;
  return [
    ...(seed === false ? [] : [createVisitor({ seed, locale })]),
    // The last: it leaves the page, so that recorders send what they hold.
    ...(wire ? [createWireWatch({ profile })] : []),
  ];
}
