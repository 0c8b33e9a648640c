import type { FieldClass } from '../../core/fields/fieldFacts.ts';
import { sensitiveFieldClasses } from '../../core/fields/sensitiveFieldClasses.ts';
import type { LabelledField } from './fieldData.ts';

/** What was said of one labelled control. */
export interface FieldAnswer {
  readonly page: string;
  readonly wanted: LabelledField;
  readonly got: FieldClass;
}

export interface FieldScores {
  /** Share of the labelled fields (`none` aside) whose class is right. */
  readonly coarse: number;
  /** The same over all labelled fields, the explicit negatives included. */
  readonly coarseWithNone: number;
  readonly sensitiveRecall: number;
  /** Share of the fields said to be sensitive that are, over labelled and judged ones. */
  readonly sensitivePrecision: number;
  /** Share of the pages with sensitive labelled fields on which none was missed. */
  readonly pages: number;
  readonly fields: number;
  readonly byClass: ReadonlyMap<FieldClass, ClassScore>;
}

export interface ClassScore {
  readonly wanted: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** Below this a judgement is debatable and neither for nor against anybody. */
const minConfidence = 0.6;
const isSensitive = (found: FieldClass) => sensitiveFieldClasses.has(found);

/** Figures of a set of answers; NaN where there was nothing to count. */
export function fieldScores(answers: readonly FieldAnswer[]): FieldScores {
  const sure = answers.filter(({ wanted }) => wanted.confidence >= minConfidence);
  const labelled = sure.filter(({ wanted }) => wanted.source === 'label');
  const named = labelled.filter(({ wanted }) => wanted.class !== 'none');
  const sensitive = labelled.filter(({ wanted }) => isSensitive(wanted.class));
  const missed = new Set(sensitive.filter(({ got }) => !isSensitive(got)).map(({ page }) => page));
  const pages = new Set(sensitive.map(({ page }) => page));
  return {
    coarse: share(named, isRight),
    coarseWithNone: share(labelled, isRight),
    sensitiveRecall: share(sensitive, ({ got }) => isSensitive(got)),
    sensitivePrecision: share(
      sure.filter(({ got }) => isSensitive(got)),
      ({ wanted }) => isSensitive(wanted.class),
    ),
    pages: (pages.size - missed.size) / pages.size,
    fields: labelled.length,
    byClass: byClass(sure),
  };
}

function byClass(answers: readonly FieldAnswer[]): ReadonlyMap<FieldClass, ClassScore> {
  const classes = [...new Set(answers.map(({ wanted }) => wanted.class))].sort();
  return new Map(
    classes.map((found) => {
      const wanted = answers.filter((answer) => answer.wanted.class === found);
      const recall = share(wanted, isRight);
      const precision = share(
        answers.filter(({ got }) => got === found),
        isRight,
      );
      const f1 = (2 * precision * recall) / (precision + recall);
      return [found, { wanted: wanted.length, precision, recall, f1 }] as const;
    }),
  );
}

function isRight({ wanted, got }: FieldAnswer): boolean {
  return wanted.accept.has(got);
}

function share<T>(all: readonly T[], test: (one: T) => boolean): number {
  return all.filter(test).length / all.length;
}
