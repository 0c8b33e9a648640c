import { classOfAutocomplete } from './classOfAutocomplete.ts';
import { type FeatureSource, type FieldFeatures, featureSources } from './featureSink.ts';
import { fieldEvidence } from './fieldEvidence.ts';
import type { FieldClass, FieldFacts, FieldMeaning } from './fieldFacts.ts';
import type { LinearModel } from './linearScores.ts';
import { scoreField } from './scoreField.ts';

/** Sources that are one thing to a reader. */
const spokenAs: Readonly<Partial<Record<FeatureSource, string>>> = {
  'data-testid': 'name',
  class: 'name',
  data: 'code',
  wrapper: 'code',
  heading: 'form',
  buttons: 'form',
  around: 'neighbours',
  after: 'nearby',
  column: 'nearby',
};
/** Sources whose words are worth quoting, where the word lists have them. */
const quoted: ReadonlySet<string> = new Set([
  'label',
  'aria',
  'placeholder',
  'title',
  'legend',
  'nearby',
  'described',
  'name',
  'id',
]);

/**
 * The strongest piece of evidence for a class: what it was read from, and the phrase of the word lists that stands
 * there. Never page text.
 */
export function explainField(
  facts: FieldFacts,
  features: FieldFeatures,
  column: number,
  model: LinearModel,
  found: FieldClass,
): FieldMeaning['why'] {
  const pieces = fieldEvidence(facts);
  for (const source of strongestFirst(features, column, model)) {
    if (source === 'bias') continue;
    if (source === 'autocomplete') {
      const stated = classOfAutocomplete(facts.attributes.autocomplete ?? '');
      if (stated?.class === found) return ['fieldWhy.autocomplete', stated.token];
      continue;
    }
    if (source === 'type') return ['fieldWhy.type', typeWords.has(facts.type) ? facts.type : 'text'];
    if (source === 'rules') {
      const why = scoreField(pieces).get(found)?.why;
      if (why) return [`fieldWhy.${why[0]}`, why[1]];
      continue;
    }
    const said = pieces.find((piece) => piece.source === source && piece.class === found);
    const key = spokenAs[source] ?? source;
    if (said && said.phrase !== '' && quoted.has(key)) return [`fieldWhy.${key}`, said.phrase];
    return [quoted.has(key) ? `fieldWhy.like.${key}` : `fieldWhy.${key}`, ''];
  }
  return ['fieldWhy.nothing', ''];
}

const typeWords: ReadonlySet<string> = new Set([
  'email',
  'tel',
  'password',
  'search',
  'number',
  'url',
  'date',
  'month',
]);

/** Sources by how much they speak for one class rather than for classes in general. */
function strongestFirst(
  features: FieldFeatures,
  column: number,
  { columns, weights }: LinearModel,
): FeatureSource[] {
  const sums = new Float64Array(featureSources.length);
  for (const [at, row] of features.rows.entries()) {
    const start = row * columns;
    let mean = 0;
    for (let other = 0; other < columns; other += 1) mean += (weights[start + other] ?? 0) / columns;
    const source = features.sources[at] ?? 0;
    const gain = ((weights[start + column] ?? 0) - mean) * (features.values[at] ?? 0);
    sums[source] = (sums[source] ?? 0) + gain;
  }
  return featureSources
    .map((source, index) => [source, sums[index] ?? 0] as const)
    .filter(([, sum]) => sum > 0)
    .sort(([, a], [, b]) => b - a)
    .map(([source]) => source);
}
