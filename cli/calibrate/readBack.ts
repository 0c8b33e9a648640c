import { createSessionReads } from '../../connectors/fullstory/sessionReads.ts';
import type { PlantedState } from '../../core/calibrate/plantPlan.ts';
import { compareReadBack, type ReadBack } from '../../core/calibrate/readBack.ts';
import type { DocumentedRows } from '../../core/profiles/documented/withMeasurement.ts';
import { defaultProfileId } from '../../core/profiles/registry.ts';
import { SettingsError } from '../../core/settings/settingsSource.ts';
import type { MeasuringContext } from '../measure.ts';
import type { CalibrateCommand } from '../parseMeasuring.ts';
import { sessionProblemWords } from '../reporters/sessionProblem.ts';
import { UsageError } from '../usageError.ts';
import { apiOf } from './apiOf.ts';
import type { PlantedPage } from './createPlanter.ts';

interface Recorded {
  /** What the simulation goes by. */
  readonly rows: DocumentedRows;
  readonly states: readonly PlantedState[];
  readonly planted: PlantedPage;
}

/** What FullStory holds of the session that was just recorded. A failure is told, and does not undo the measurement. */
export async function readBack(
  command: CalibrateCommand,
  context: MeasuringContext,
  { rows, states, planted }: Recorded,
): Promise<ReadBack | { readonly problem: string }> {
  if (command.recorder !== defaultProfileId) throw new UsageError('--read-back is for FullStory');
  const { sessionId } = planted;
  if (sessionId === undefined) return { problem: context.t('readBack.noSession') };
  try {
    const reads = createSessionReads(apiOf(command, context));
    const parts = [await reads.events(sessionId), await reads.context(sessionId)];
    const events = parts.flatMap(({ events: held }) => held);
    return {
      events: events.length,
      isCut: parts.some(({ isCut }) => isCut),
      ...compareReadBack(events, states, rows),
    };
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    return { problem: sessionProblemWords(error.code, error.message, context.t) };
  }
}
