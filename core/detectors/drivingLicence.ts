import type { Detector } from './detector.ts';
import { numberingDetector } from './numberingDetector.ts';

/** Driving licence numbers: beside a word, or in a telling form. */
export const drivingLicence: Detector = numberingDetector('driving-licence', {
  found: ['MORGA657054SM9IJ', "driver's license D1234567"],
  clean: ['licence granted in 2019', 'D1234567 is the part number of this engine'],
});
