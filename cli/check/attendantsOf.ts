import type { LookSettings } from '../../core/check/plannedLook.ts';
import type { PageAttendant } from '../pageAttendant.ts';
import { createVisitor } from '../visitor/createVisitor.ts';

/** What decides who attends a page beside the simulation. */
export interface AttendedLook {
  readonly settings: LookSettings;
}

/** The one place where those who attend a page are put together, in the order in which they are called. */
export function attendantsOf({ settings }: AttendedLook): readonly PageAttendant[] {
  const { visitor = false, locale = 'en-US' } = settings;
  const seed = visitor === true ? 1 : visitor;
  return seed === false ? [] : [createVisitor({ seed, locale })];
}
