import type { PlantedValue } from '../visitor/plantedValue.ts';
import { createPlantedSearch, type PlantedHit } from './createPlantedSearch.ts';
import type { DecodedMessage } from './decodedMessage.ts';

/** `createPlantedSearch` for one message alone. */
export function searchPlanted(
  decoded: DecodedMessage,
  planted: readonly PlantedValue[],
): readonly PlantedHit[] {
  return createPlantedSearch(planted)(decoded);
}
