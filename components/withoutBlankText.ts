import type { CaptureScan } from '../core/capture/captureScan.ts';

/** A scan without the text records that are only white space: nobody counts line breaks as content. */
export function withoutBlankText(scan: CaptureScan): CaptureScan {
  const records = scan.records.filter(
    ({ channel, output }) => channel !== 'text' || output === null || output.trim() !== '',
  );
  return { ...scan, records };
}
