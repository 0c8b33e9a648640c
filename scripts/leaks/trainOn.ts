import { type FieldFeatures, modelRows } from '../../core/fields/featureSink.ts';
import { fieldClasses } from '../../core/fields/fieldClasses.ts';
import { type LinearModel, linearProbabilities } from '../../core/fields/linearScores.ts';
import { joined } from '../../core/fields/meaningsOfFields.ts';
import { neighbourFeatures } from '../../core/fields/neighbourFeatures.ts';
import { type FeaturedPage, phraseRows, trainingRow } from './fieldRows.ts';
import { priorWeights } from './priorWeights.ts';
import { type TrainingPlan, type TrainingRow, trainLinear } from './trainLinear.ts';

/** What a page may do without, so that the rest has to be enough. */
const dropout: TrainingPlan['dropout'] = [
  [0.5, ['autocomplete']],
  [0.15, ['name', 'id', 'data-testid', 'class', 'data', 'wrapper']],
  [0.15, ['label', 'aria', 'placeholder', 'title', 'nearby', 'after', 'column', 'described']],
  [0.3, ['rules']],
  [0.1, ['around', 'form', 'buttons']],
  [0.3, ['wrapper', 'class']],
  [0.15, ['heading', 'legend']],
  [0.2, ['nearby', 'after']],
  [0.2, ['neighbours']],
];
const parts = 3;
/** Below this a judgement teaches nothing. */
const minConfidence = 0.3;

/**
 * The model for some pages. What neighbours seem to be is told for each page by a model that has not seen it, as it
 * will be when the model is used; so three smaller models are trained first.
 */
export function trainOn(pages: readonly FeaturedPage[]): LinearModel {
  const plan: TrainingPlan = {
    rows: modelRows,
    columns: fieldClasses.length,
    epochs: 8,
    rate: 0.05,
    decay: 1e-3,
    seed: 1,
    start: priorWeights(),
    dropout,
  };
  const phrases = phraseRows();
  const whole = new Map<FeaturedPage, readonly FieldFeatures[]>();
  for (let part = 0; part < parts; part += 1) {
    const rest = pages.filter((_, index) => index % parts !== part);
    const model = trainLinear([...rest.flatMap((page) => rowsOf(page, page.features)), ...phrases], plan);
    for (const [index, page] of pages.entries()) {
      if (index % parts === part) whole.set(page, withNeighbours(page, model));
    }
  }
  const rows = pages.flatMap((page) => rowsOf(page, whole.get(page) ?? page.features));
  return trainLinear([...rows, ...phrases], plan);
}

function withNeighbours({ facts, features }: FeaturedPage, model: LinearModel): readonly FieldFeatures[] {
  const first = features.map((one) => linearProbabilities(model, one));
  return neighbourFeatures(facts, first).map((beside, index) => joined(features[index], beside));
}

function rowsOf({ wanted }: FeaturedPage, features: readonly FieldFeatures[]): TrainingRow[] {
  return wanted.flatMap((label, index) => {
    const one = features[index];
    return label && one && label.confidence >= minConfidence ? [trainingRow(one, label)] : [];
  });
}
