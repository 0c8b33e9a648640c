import { classOfAutocomplete } from '../../core/fields/classOfAutocomplete.ts';
import type { FieldClass, FieldFacts } from '../../core/fields/fieldFacts.ts';
import { meaningsOfFields } from '../../core/fields/meaningsOfFields.ts';
import { fieldData, type LabelledPage } from './fieldData.ts';
import { type FieldAnswer, type FieldScores, fieldScores } from './fieldScores.ts';
import { savedFields } from './savedFields.ts';

type Classify = (fields: readonly FieldFacts[]) => readonly FieldClass[];

const ours: Classify = (fields) => meaningsOfFields(fields).map((meaning) => meaning.class);
/** The peer: what an attribute states, and nothing else. */
const autocompleteOnly: Classify = (fields) =>
  fields.map(({ attributes }) => classOfAutocomplete(attributes.autocomplete ?? '')?.class ?? 'none');

/**
 * Prints how well the meaning of fields is told on labelled pages: by family, with `autocomplete` and without
 * it, on the pages that were looked at while tuning and on those that were kept apart.
 *
 * @param folder holds the labelled data; docs/leaks.md says where it is from
 */
export function benchFields(folder: string): void {
  const pages = fieldData(folder);
  if (!pages) {
    console.log(`Fields: no labelled pages in ${folder}`);
    return;
  }
  for (const family of ['forms-train', 'forms-ddg'] as const) {
    for (const kept of [false, true]) {
      const chosen = pages.filter((page) => page.family === family && page.kept === kept);
      const title = `${family}, ${kept ? 'kept apart' : 'looked at'}, ${chosen.length} pages`;
      console.log(`\n${title}\n${header}`);
      for (const autocomplete of [true, false]) {
        const what = autocomplete ? 'scrim' : 'scrim, no autocomplete';
        const scores = fieldScores(answersOf(chosen, ours, autocomplete));
        console.log(rowOf(what, scores));
        if (autocomplete) printClasses(scores);
      }
      console.log(
        rowOf('autocomplete attribute only', fieldScores(answersOf(chosen, autocompleteOnly, true))),
      );
    }
  }
}

function answersOf(pages: readonly LabelledPage[], classify: Classify, autocomplete: boolean): FieldAnswer[] {
  return pages.flatMap((page) => {
    const fields = savedFields(page.path, autocomplete);
    const classes = classify(fields.map((field) => field.facts));
    const got = new Map(fields.map(({ key }, index) => [key, classes[index] ?? 'none'] as const));
    return [...page.fields].map(([key, wanted]) => ({
      page: page.file,
      wanted,
      got: got.get(key) ?? 'none',
    }));
  });
}

const header = `${''.padEnd(28)} coarse  +none  sens.R sens.P  pages fields`;

function rowOf(what: string, scores: FieldScores): string {
  const { coarse, coarseWithNone, sensitiveRecall, sensitivePrecision, pages } = scores;
  const figures = [coarse, coarseWithNone, sensitiveRecall, sensitivePrecision, pages].map(percent);
  return `${what.padEnd(28)} ${figures.join(' ')} ${String(scores.fields).padStart(6)}`;
}

function printClasses({ byClass }: FieldScores): void {
  for (const [found, { wanted, precision, recall, f1 }] of byClass) {
    const figures = [precision, recall, f1].map(percent).join(' ');
    console.log(`  ${found.padEnd(26)} ${figures} ${String(wanted).padStart(6)}`);
  }
}

function percent(share: number): string {
  return Number.isNaN(share) ? '     -' : (share * 100).toFixed(2).padStart(6);
}
