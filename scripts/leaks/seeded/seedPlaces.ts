import { addressPlaces } from './addressPlaces.ts';
import { livePlaces } from './livePlaces.ts';
import { markupPlaces } from './markupPlaces.ts';
import type { SeedPlace } from './seedPlace.ts';
import { textPlaces } from './textPlaces.ts';

/** Every place that values are planted in. */
export const seedPlaces: readonly SeedPlace[] = [
  ...textPlaces,
  ...markupPlaces,
  ...addressPlaces,
  ...livePlaces,
];
