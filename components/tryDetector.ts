import type { CaptureScan } from '../core/capture/captureScan.ts';
import { findLeaks } from '../core/findings/findLeaks.ts';
import { createCustomDetectors } from '../core/leakSettings/createCustomDetectors.ts';
import { readLeakSettings } from '../core/leakSettings/readLeakSettings.ts';
import type { DetectorTrial } from './client.ts';

const maxSamples = 5;

/**
 * What a custom detector that is being written finds in what would be recorded of a page.
 *
 * @param entry in the form of the rule file
 */
export async function tryDetector(
  scan: CaptureScan,
  entry: unknown,
  breathe: () => Promise<void>,
): Promise<DetectorTrial> {
  const settings = readLeakSettings({ detectors: [entry] }, '');
  const custom = createCustomDetectors(settings);
  const [problem] = custom.problems;
  if (problem) return { problem };
  const [detector] = custom.detectors;
  const found = (await findLeaks(scan, { custom, breathe })).filter(
    ({ kind }) => kind.type === 'value' && kind.detector === detector?.id,
  );
  return {
    count: found.length,
    samples: found.slice(0, maxSamples).map(({ sample }) => sample),
    stopped: custom.uninspected().length > 0,
  };
}
