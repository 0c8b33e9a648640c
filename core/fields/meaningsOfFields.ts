import { explainField } from './explainField.ts';
import type { FieldFeatures } from './featureSink.ts';
import { fieldClasses } from './fieldClasses.ts';
import type { FieldClass, FieldFacts, FieldMeaning } from './fieldFacts.ts';
import { fieldFeatures } from './fieldFeatures.ts';
import { fieldModel } from './fieldModel.ts';
import { fieldSettings } from './fieldSetting.ts';
import { isAsked } from './isAsked.ts';
import { type LinearModel, linearProbabilities } from './linearScores.ts';
import { meaningOfField } from './meaningOfField.ts';
import { neighbourFeatures } from './neighbourFeatures.ts';
import { besidePassword, plainMeaning, rowsOfSingles, statedMeaning } from './plainMeaning.ts';
import { sensitiveFieldClasses } from './sensitiveFieldClasses.ts';

/**
 * Meanings of all fields of a page, read together: first each by itself, then again with what the fields around
 * it seem to be. Boxes to tick and hidden inputs are left to the rules.
 *
 * @param fields in document order
 * @param model another one than the shipped one, to measure it on pages it has not seen
 */
export function meaningsOfFields(
  fields: readonly FieldFacts[],
  model: LinearModel = fieldModel(),
): readonly FieldMeaning[] {
  const meant = fields.flatMap(meantBefore);
  if (meant.length > 0) return meant;
  const asked = fields.filter(isAsked);
  const settings = fieldSettings(asked);
  const alone = asked.map((facts, index) => fieldFeatures(facts, settings[index] ?? { features: [] }));
  const first = alone.map((features) => linearProbabilities(model, features));
  const beside = neighbourFeatures(asked, first);
  const meanings = new Map<FieldFacts, FieldMeaning>();
  const singles = rowsOfSingles(asked);
  for (const [index, facts] of asked.entries()) {
    const found =
      plainMeaning(facts, singles.has(facts)) ??
      meaningFrom(facts, joined(alone[index], beside[index]), model);
    const isNothing = yields.has(found.class);
    const stated = isNothing ? statedMeaning(facts) : undefined;
    const login = found.class === 'none' ? besidePassword(facts, asked[index + 1]) : undefined;
    meanings.set(facts, stated ?? login ?? found);
  }
  return fields.map((facts) => meanings.get(facts) ?? meaningOfField(facts));
}

/** A saved page holds no labels, and says of every field what they told when it was kept. */
function meantBefore({ node, meant }: FieldFacts): FieldMeaning[] {
  return meant === undefined ? [] : [{ node, class: meant, confidence: 1, why: ['fieldWhy.saved', ''] }];
}

/** Features of one look and of the other, as one. */
export function joined(alone: FieldFeatures | undefined, beside: FieldFeatures | undefined): FieldFeatures {
  if (!alone || !beside) return alone ?? beside ?? { rows: [], values: [], sources: [] };
  return {
    rows: alone.rows.concat(beside.rows),
    values: alone.values.concat(beside.values),
    sources: alone.sources.concat(beside.sources),
  };
}

interface Choice {
  readonly column: number;
  readonly confidence: number;
}

/** From here on a field is said to be sensitive although `none` is likelier: to miss one costs more. */
const sensitiveFrom = 0.3;
const isSensitive = (found: FieldClass | undefined) =>
  found !== undefined && sensitiveFieldClasses.has(found);
const yields: ReadonlySet<FieldClass | undefined> = new Set<FieldClass | undefined>([
  'none',
  'other-personal',
]);

function chosenColumn(probabilities: Float64Array): Choice {
  let best = 0;
  let bestSensitive = 0;
  let sensitive = 0;
  for (const [column, probability] of probabilities.entries()) {
    if (probability > (probabilities[best] ?? 0)) best = column;
    if (!isSensitive(fieldClasses[column])) continue;
    sensitive += probability;
    if (probability > (probabilities[bestSensitive] ?? 0)) bestSensitive = column;
  }
  const column = yields.has(fieldClasses[best]) && sensitive >= sensitiveFrom ? bestSensitive : best;
  return { column, confidence: column === best ? (probabilities[best] ?? 0) : sensitive };
}

function meaningFrom(facts: FieldFacts, features: FieldFeatures, model: LinearModel): FieldMeaning {
  const { column, confidence } = chosenColumn(linearProbabilities(model, features));
  const found = fieldClasses[column] ?? 'none';
  const rounded = Math.max(0.3, Math.min(0.99, Math.round(confidence * 100) / 100));
  return {
    node: facts.node,
    class: found,
    confidence: rounded,
    why: found === 'none' ? ['fieldWhy.nothing', ''] : explainField(facts, features, column, model, found),
  };
}
