import type { Detector } from './detector.ts';
import { numberingDetector } from './numberingDetector.ts';

/** Number plates beside a word or alone in a telling form, and chassis numbers by their check digit. */
export const vehiclePlate: Detector = numberingDetector('vehicle-plate', {
  found: ['Kennzeichen B-AB 1234', 'License plate 34 ABC 123', '1M8GDM9AXKP042788'],
  clean: ['section B-1 1234', '1M8GDM9A1KP042788'],
});
