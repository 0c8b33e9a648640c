import type { CaptureChannel } from '../capture/captureRecord.ts';
import type { CaptureScan } from '../capture/captureScan.ts';
import type { Treatment } from '../treatment/treatment.ts';
import { isBlankText } from './isBlankText.ts';

export type Coverage = Readonly<Record<CaptureChannel, Readonly<Record<Treatment, number>>>>;

/** How many records of each channel are captured, masked, excluded and unknown; blank text is not counted. */
export function coverageOf(scan: Pick<CaptureScan, 'records'>): Coverage {
  const none = () => ({ captured: 0, masked: 0, excluded: 0, unknown: 0 });
  const counts = {
    text: none(),
    value: none(),
    attribute: none(),
    comment: none(),
    title: none(),
    url: none(),
    meta: none(),
    jsonld: none(),
    style: none(),
    resource: none(),
    console: none(),
    interaction: none(),
  } satisfies Coverage;
  for (const record of scan.records) if (!isBlankText(record)) counts[record.channel][record.treatment] += 1;
  return counts;
}
