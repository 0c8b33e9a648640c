import type { ContentKind } from '../profiles/documented/contentPolicy.ts';
import { contentStates } from '../profiles/documented/measuredPolicy.ts';
import type { Plant, PlantForm, PlantPlan, PlantSection } from './plantPlan.ts';
import { recorderMarks } from './recorderMarks.ts';

/** Attributes that hold personal data on real pages, and one that nobody ever heard of. */
const attributes = ['title', 'aria-label', 'alt', 'placeholder', 'href', 'data-note'] as const;

const forms: readonly (readonly [kind: ContentKind, form: PlantForm])[] = [
  ['text', 'paragraph'],
  ['text', 'button'],
  ['title', 'title'],
  ['comment', 'comment'],
  ['noscript', 'noscript'],
  ['svg-text', 'svg-text'],
  ['svg-text', 'svg-title'],
  ['datalist', 'datalist'],
  ['data-script', 'data-script'],
  ['style', 'style'],
  ['script-style', 'script-style'],
  ['value', 'typed-input'],
  ['value', 'typed-textarea'],
  ['file-name', 'file'],
  ['value-attribute', 'button-value'],
  ['image-source', 'image'],
  ['style-attribute', 'style-attribute'],
  ['meta', 'meta'],
];

/**
 * One element of every kind of content for every state that a mark in the page can make.
 *
 * @param letters a new value each time: only small letters, so that no mask of numbers or capitals changes it
 */
export function planPlants(recorder: string, letters: () => string): PlantPlan {
  const marks = recorderMarks[recorder] ?? {};
  const plant = (kind: ContentKind, form: PlantForm, name?: string): Plant => ({
    tag: `x-${letters()}`,
    kind,
    ...(name === undefined ? {} : { name }),
    form,
    value: letters(),
  });
  const section = (mark: PlantSection['mark']): PlantSection => ({
    tag: `x-${letters()}`,
    ...(mark === undefined ? {} : { mark }),
    ...(marks.captured === undefined ? {} : { plainMark: marks.captured }),
    before: plant('text', 'paragraph'),
    plants: [
      ...forms.map(([kind, form]) => plant(kind, form)),
      ...attributes.map((name) => plant('attribute', 'attribute', name)),
    ],
    after: plant('text', 'paragraph'),
  });
  const marked = contentStates.flatMap((state) => (state === 'captured' ? [] : (marks[state] ?? [])));
  return {
    sections: [section(marks.captured), ...marked.map((mark) => section(mark))],
    last: plant('text', 'paragraph'),
    address: letters(),
  };
}
