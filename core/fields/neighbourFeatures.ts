import { createFeatureSink, type FieldFeatures } from './featureSink.ts';
import { fieldClasses } from './fieldClasses.ts';
import type { FieldFacts } from './fieldFacts.ts';

/** What a first look said of a field: probabilities in the order of `fieldClasses`. */
export type ClassProbabilities = Float64Array;

const likely = 0.3;

/**
 * Features for the second look: what the first said of the field itself, of those beside it, and of its form.
 *
 * @param fields of one page, in document order
 * @param first what was said of each of them
 */
export function neighbourFeatures(
  fields: readonly FieldFacts[],
  first: readonly ClassProbabilities[],
): readonly FieldFeatures[] {
  const forms = new Map<number, number[]>();
  for (const [index, { form }] of fields.entries()) {
    const known = forms.get(form);
    if (known) known.push(index);
    else forms.set(form, [index]);
  }
  const found = new Map<number, FieldFeatures>();
  for (const members of forms.values()) {
    const best = members.map((index) => bestOf(first[index]));
    const counts = countsOf(best);
    for (const [place, index] of members.entries())
      found.set(
        index,
        featuresAt({ place, members, best, counts, first, facts: fields[index] as FieldFacts }),
      );
  }
  return fields.map((_, index) => found.get(index) ?? { rows: [], values: [], sources: [] });
}

interface Place {
  readonly place: number;
  readonly members: readonly number[];
  readonly best: readonly string[];
  readonly counts: ReadonlyMap<string, number>;
  readonly first: readonly ClassProbabilities[];
  readonly facts: FieldFacts;
}

function featuresAt({ place, members, best, counts, first, facts }: Place): FieldFeatures {
  const sink = createFeatureSink();
  const own = first[members[place] ?? -1] ?? new Float64Array();
  sink.shape('neighbours', '2 bias');
  for (const [column, probability] of own.entries()) {
    const name = fieldClasses[column];
    sink.shape('neighbours', `2 log ${name}`, Math.max(-8, Math.log(probability + 1e-9)) / 3);
    sink.shape('neighbours', `2 is ${name}`, probability);
  }
  const mine = best[place] ?? '';
  const shape = facts.tag === 'select' ? 'select' : facts.type;
  for (const step of [-3, -2, -1, 1, 2, 3]) {
    const index = members[place + step];
    const name = best[place + step] ?? 'edge';
    sink.shape('neighbours', `2 ${step} ${name} ${mine}`);
    sink.shape('neighbours', `2 ${step} ${name} ${shape}`, 0.5);
    const other = index === undefined ? undefined : first[index];
    if (!other) continue;
    for (const [column, probability] of other.entries())
      if (probability > 0.05) sink.shape('neighbours', `2 ${step} ${fieldClasses[column]}`, probability);
  }
  sink.shape('neighbours', `2 ${best[place - 1]} ${mine} ${best[place + 1]}`);
  for (const [name, count] of counts) {
    sink.shape('neighbours', `2 form ${name}`);
    sink.shape('neighbours', `2 form ${name} ${mine}`);
    if (name === mine) sink.shape('neighbours', `2 times ${name} ${Math.min(4, count)}`);
  }
  const earlier = best.slice(0, place).filter((name) => name === mine).length;
  sink.shape('neighbours', `2 earlier ${mine} ${Math.min(3, earlier)}`);
  sink.shape('neighbours', `2 size ${Math.min(6, Math.floor(Math.log2(members.length)))} ${mine}`);
  return sink.features;
}

function bestOf(probabilities: ClassProbabilities | undefined): string {
  let best = -1;
  let most = likely;
  for (const [column, probability] of (probabilities ?? new Float64Array()).entries()) {
    if (probability <= most) continue;
    best = column;
    most = probability;
  }
  return fieldClasses[best] ?? 'unclear';
}

function countsOf(best: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of best) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
