import type { CaptureChannel } from '../../core/capture/captureRecord.ts';
import type { Coverage } from '../../core/findings/coverageOf.ts';
import type { Treatment } from '../../core/treatment/treatment.ts';

export interface CoverageRow {
  readonly channel: CaptureChannel;
  readonly counts: Readonly<Record<Treatment, number>>;
}

/** The channels that hold anything on this page, in the order of the contract: content first. */
export function coverageRows(coverage: Coverage): readonly CoverageRow[] {
  return (Object.keys(coverage) as CaptureChannel[])
    .map((channel) => ({ channel, counts: coverage[channel] }))
    .filter(({ counts }) => Object.values(counts).some((count) => count > 0));
}
