import { describe, expect, it } from 'vitest';
import { defaultConfidence } from '../../../core/detectors/defaultConfidence.ts';
import { detectAll } from '../../../core/detectors/detectAll.ts';
import { detectors } from '../../../core/detectors/registry.ts';

function reported(text: string, id: string) {
  return detectAll(text, { region: 'US' }).filter(
    (detection) => detection.detector === id && detection.confidence >= defaultConfidence,
  );
}

describe.each(detectors.map((detector) => [detector.id, detector] as const))('%s', (id, detector) => {
  it.each(detector.examples.found)('finds itself in: %s', (text) => {
    expect(reported(text, id)).not.toEqual([]);
  });
  it.each(detector.examples.clean)('finds nothing in: %s', (text) => {
    expect(reported(text, id)).toEqual([]);
  });
});
