import type { FieldFeatures } from '../../core/fields/featureSink.ts';
import { fieldClasses } from '../../core/fields/fieldClasses.ts';
import type { FieldFacts } from '../../core/fields/fieldFacts.ts';
import { fieldFeatures } from '../../core/fields/fieldFeatures.ts';
import { fieldSettings } from '../../core/fields/fieldSetting.ts';
import { isAsked } from '../../core/fields/isAsked.ts';
import { tokeniseLabel } from '../../core/fields/tokeniseLabel.ts';
import { wordLists } from '../../core/fields/words/wordLists.ts';
import type { LabelledField, LabelledPage } from './fieldData.ts';
import type { SavedField } from './savedFields.ts';
import type { TrainingRow } from './trainLinear.ts';

/** The fields of a page that the model is asked about, with their features. */
export interface FeaturedPage {
  readonly page: LabelledPage;
  readonly facts: readonly FieldFacts[];
  readonly features: readonly FieldFeatures[];
  /** What is known of each; undefined for most. */
  readonly wanted: readonly (LabelledField | undefined)[];
}

/** @param fields all controls of the page, in document order */
export function featuredPage(page: LabelledPage, fields: readonly SavedField[]): FeaturedPage {
  const asked = fields.filter(({ facts }) => isAsked(facts));
  const facts = asked.map((field) => field.facts);
  const settings = fieldSettings(facts);
  return {
    page,
    facts,
    features: facts.map((one, index) => fieldFeatures(one, settings[index] ?? { features: [] })),
    wanted: asked.map(({ key }) => page.fields.get(key)),
  };
}

/** How much an explicit "unknown" of DuckDuckGo's forms counts: theirs means "not one of our types". */
const unknownWeight = 0.6;

/** Where several classes are right the one of the label's own name is taught: a login name is what it is used as. */
export function trainingRow(features: FieldFeatures, wanted: LabelledField): TrainingRow {
  const doubtful = wanted.source === 'label' && wanted.class === 'none';
  return {
    features,
    accept: [fieldClasses.indexOf(wanted.class)],
    weight: doubtful ? unknownWeight : wanted.confidence,
  };
}

const phraseWeight = 0.3;

/** A made-up field for each strong phrase of the word lists: languages that the pages do not have. */
export function phraseRows(): readonly TrainingRow[] {
  const setting = { features: [] };
  return wordLists.flatMap((list) =>
    list.strong.split('|').flatMap((phrase, index) => {
      if (tokeniseLabel(phrase) === '') return [];
      const named = index % 2 === 1 && /^[a-z ]+$/.test(phrase);
      const type = list.class === 'password' ? 'password' : 'text';
      const facts: FieldFacts = {
        node: 0,
        tag: 'input',
        type,
        attributes: named ? { name: phrase.replaceAll(' ', '_') } : {},
        labels: named ? [] : [{ kind: 'label', text: phrase }],
        options: [],
        lang: '',
        form: -1,
        maxLength: -1,
      };
      const accept = [fieldClasses.indexOf(list.class)];
      return [{ features: fieldFeatures(facts, setting), accept, weight: phraseWeight }];
    }),
  );
}
