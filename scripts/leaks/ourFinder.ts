import { defaultConfidence } from '../../core/detectors/defaultConfidence.ts';
import { detectAll } from '../../core/detectors/detectAll.ts';
import type { Finder } from './finder.ts';

/** Ours, as `scrim detect` runs it: everything above the default confidence. */
export const ourFinder: Finder = {
  name: 'scrim',
  async find(text, setting = {}) {
    return detectAll(text, setting)
      .filter(({ confidence }) => confidence >= defaultConfidence)
      .map(({ detector, scheme, start, end }) => ({
        kind: detector,
        start,
        end,
        ...(scheme === undefined ? {} : { scheme }),
      }));
  },
};
