import type { CaptureRecord } from '../core/capture/captureRecord.ts';
import type { CaptureScan } from '../core/capture/captureScan.ts';
import { createPathIndex, recordPath } from '../core/capture/pathIndex.ts';
import { withSamples } from '../core/findings/standIns.ts';

/** The public form of a scan's records: paths instead of node numbers, rule ids instead of indexes. */
export function expandRecords(scan: CaptureScan): CaptureRecord[] {
  const pathOf = createPathIndex(scan.nodes);
  const { savedValues } = scan;
  return scan.records.map((record) => {
    const winner = scan.decisions[record.decision]?.winner ?? -1;
    const rule = scan.rules[winner]?.id;
    return {
      channel: record.channel,
      stream: record.stream,
      ...(record.name === undefined ? undefined : { name: record.name }),
      path: recordPath(pathOf(record.node), record.channel, record.part),
      moment: record.moment,
      treatment: record.treatment,
      output: savedValues && record.output !== null ? withSamples(record.output, savedValues) : record.output,
      ...(rule === undefined ? undefined : { rule }),
    };
  });
}
