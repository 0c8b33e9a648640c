import { classOfAutocomplete } from '../../core/fields/classOfAutocomplete.ts';
import type { FieldClass, FieldFacts } from '../../core/fields/fieldFacts.ts';
import type { LinearModel } from '../../core/fields/linearScores.ts';
import { meaningsOfFields } from '../../core/fields/meaningsOfFields.ts';
import { fieldData, foldCount, type LabelledPage } from './fieldData.ts';
import { featuredPage } from './fieldRows.ts';
import { type FieldAnswer, type FieldScores, fieldScores } from './fieldScores.ts';
import { type SavedField, savedFields } from './savedFields.ts';
import { trainOn } from './trainOn.ts';

/** One labelled page, read as it is and with every `autocomplete` taken out. */
interface ReadPage {
  readonly page: LabelledPage;
  readonly whole: readonly SavedField[];
  readonly bare: readonly SavedField[];
}

type Classify = (fields: readonly FieldFacts[], page: LabelledPage) => readonly FieldClass[];

/** The peer: what an attribute states, and nothing else. */
const autocompleteOnly: Classify = (fields) =>
  fields.map(({ attributes }) => classOfAutocomplete(attributes.autocomplete ?? '')?.class ?? 'none');

/**
 * Prints how well the meaning of fields is told on labelled pages: by family, with `autocomplete` and without it,
 * on the pages that were looked at while tuning and on those that were kept apart. Every page is judged by a
 * model that was trained, here and now and in the way the shipped one was, on the pages of other sites only.
 *
 * @param folder holds the labelled data; docs/leaks.md says where it is from
 */
export function benchFields(folder: string): void {
  const pages = fieldData(folder);
  if (!pages) {
    console.log(`Fields: no labelled pages in ${folder}`);
    return;
  }
  const read = pages.map((page) => ({
    page,
    whole: savedFields(page.path, true),
    bare: savedFields(page.path, false),
  }));
  const models = foldModels(read);
  const ours: Classify = (fields, { fold }) =>
    meaningsOfFields(fields, models[fold]).map((meaning) => meaning.class);
  for (const family of ['forms-train', 'forms-ddg', 'both'] as const) {
    for (const kept of [false, true]) {
      const ofFamily = read.filter(({ page }) => family === 'both' || page.family === family);
      const chosen = ofFamily.filter(({ page }) => page.kept === kept);
      printSet(`${family}, ${kept ? 'kept apart' : 'looked at'}, ${chosen.length} pages`, chosen, ours);
    }
  }
  printSpeed(read, ours);
}

function foldModels(read: readonly ReadPage[]): readonly LinearModel[] {
  const featured = read.map(({ page, whole }) => featuredPage(page, whole));
  return Array.from({ length: foldCount }, (_, fold) =>
    trainOn(featured.filter(({ page }) => page.fold !== fold)),
  );
}

function printSet(title: string, pages: readonly ReadPage[], ours: Classify): void {
  console.log(`\n${title}\n${header}`);
  const scores = fieldScores(answersOf(pages, ours, 'whole'));
  console.log(rowOf('scrim', scores));
  console.log(rowOf('scrim, no autocomplete', fieldScores(answersOf(pages, ours, 'bare'))));
  console.log(rowOf('autocomplete attribute only', fieldScores(answersOf(pages, autocompleteOnly, 'whole'))));
  printClasses(scores);
}

function answersOf(
  pages: readonly ReadPage[],
  classify: Classify,
  reading: 'whole' | 'bare',
): readonly FieldAnswer[] {
  return pages.flatMap(({ page, [reading]: fields }) => {
    const classes = classify(
      fields.map((field) => field.facts),
      page,
    );
    const got = new Map(fields.map(({ key }, index) => [key, classes[index] ?? 'none'] as const));
    return [...page.fields].map(([key, wanted]) => ({
      page: page.file,
      wanted,
      got: got.get(key) ?? 'none',
    }));
  });
}

function printSpeed(read: readonly ReadPage[], ours: Classify): void {
  const fields = read.reduce((sum, { whole }) => sum + whole.length, 0);
  const started = performance.now();
  for (const { page, whole } of read)
    ours(
      whole.map((field) => field.facts),
      page,
    );
  const each = (performance.now() - started) / fields;
  console.log(`\n${fields} fields understood, ${(each * 2000).toFixed(0)} ms for 2,000`);
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
