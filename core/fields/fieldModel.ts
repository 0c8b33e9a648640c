import { fieldClasses } from './fieldClasses.ts';
import { modelText } from './fieldModelText.ts';
import type { LinearModel } from './linearScores.ts';
import { unpackWeights } from './packedWeights.ts';

let made: LinearModel | undefined;

/** The learned model, unpacked at the first call. */
export function fieldModel(): LinearModel {
  made ??= { columns: fieldClasses.length, weights: unpackWeights(modelText.weights, modelText.scale) };
  return made;
}
