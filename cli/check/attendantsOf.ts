import type { LookSettings } from '../../core/check/plannedLook.ts';
import type { CustomDetectors } from '../../core/leakSettings/createCustomDetectors.ts';
import type { PageAttendant } from '../pageAttendant.ts';
import { createPictures } from '../pictures/createPictures.ts';
import { createVisitor } from '../visitor/createVisitor.ts';
import { createWireWatch } from '../wire/createWireWatch.ts';

/** What decides who attends a page beside the simulation. */
export interface AttendedLook {
  readonly settings: Pick<LookSettings, 'visitor' | 'locale' | 'wire'>;
  /** Id of the recorder that is simulated. */
  readonly profile: string;
  /** Whether a report is asked for that shows pages. */
  readonly hasPictures: boolean;
  readonly showValues: boolean;
  readonly custom: CustomDetectors;
  /** A flow goes on after each of its steps: it has its own visitor, and nobody may leave or spoil its page. */
  readonly isFlow?: boolean;
}

/**
 * The one place where those who attend a page are put together, in the order in which they are called: pictures spoil
 * the page, and who listens to the wire leaves it.
 */
export function attendantsOf(look: AttendedLook): readonly PageAttendant[] {
  const { settings, profile, hasPictures, showValues, custom, isFlow = false } = look;
  const seed = seedOf(settings.visitor);
  const { locale = usualLocale } = settings;
  return [
    ...(seed === undefined || isFlow ? [] : [createVisitor({ seed, locale })]),
    ...(hasPictures && !isFlow ? [createPictures({ showValues, custom })] : []),
    ...(settings.wire ? [createWireWatch({ profile, leaves: !isFlow })] : []),
  ];
}

export const usualLocale = 'en-US';
export const usualSeed = 1;

/** @returns undefined: there is no visitor */
export function seedOf(visitor: LookSettings['visitor']): number | undefined {
  if (visitor === undefined || visitor === false) return undefined;
  return visitor === true ? usualSeed : visitor;
}
