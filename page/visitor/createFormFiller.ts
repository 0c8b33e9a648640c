import type { PlantedValue } from '../../core/visitor/plantedValue.ts';
import type { FilledField } from '../../core/visitor/visitorReport.ts';
import { type PlannedField, type PlanOptions, planFields, type SkippedField } from './planFields.ts';
import { setField } from './setField.ts';

export interface FillResult {
  readonly filled: readonly FilledField[];
  readonly skipped: readonly SkippedField[];
  /** Raw: stays in memory, for whoever searches what is recorded or sent. */
  readonly planted: readonly PlantedValue[];
}

export interface FormFiller {
  /** Fills what is there and was not filled by it before. Called again, it fills what came since. */
  fill(): FillResult;
}

/**
 * Fills every form field of a page (document, open shadow roots, frames of the same origin) with a synthetic identity,
 * by what each field is for. Never submits, and leaves alone what a visitor could not fill: hidden, disabled,
 * read-only, files.
 *
 * The events are a script's (`isTrusted` is false); some recorders look at that, and the command line types instead.
 */
export function createFormFiller(options: PlanOptions): FormFiller {
  const done = new WeakSet<Element>();
  return {
    fill() {
      const { fields, skipped } = planFields(options, done);
      for (const field of fields) setField(field);
      return {
        filled: fields.map(({ path, class: found }) => ({ path, class: found })),
        skipped,
        planted: fields.flatMap(plantedBy),
      };
    },
  };
}

/** What is chosen or ticked is the page's own word and stands on it anyway: nobody could find it again. */
export function plantedBy({ class: found, way, value, whole = value, path }: PlannedField): PlantedValue[] {
  if (way === 'choose' || way === 'tick' || whole === '') return [];
  return [{ kind: found, value: whole, path }];
}
