import { classOfOptions } from './classOfOptions.ts';
import type { FieldClass, FieldFacts, FieldLabelKind } from './fieldFacts.ts';
import { fieldLexicon } from './fieldLexicon.ts';
import { readLabel } from './readLabel.ts';

/** Evidence for one class: how much, and the strongest piece of it. */
export interface Evidence {
  readonly score: number;
  readonly best: number;
  /** Message key without its prefix, and the phrase of the word list that was seen. Never page text. */
  readonly why: readonly [key: string, detail: string];
}

export type FieldScores = ReadonlyMap<FieldClass, Evidence>;

/** What the author wrote for the visitor counts most; text that merely stands nearby counts least. */
const labelWeight: Readonly<Partial<Record<FieldLabelKind, number>>> = {
  label: 1,
  aria: 1,
  placeholder: 0.8,
  title: 0.6,
  nearby: 0.6,
  legend: 0.15,
};
const identifierWeight: Readonly<Record<string, number>> = {
  name: 0.95,
  id: 0.9,
  'data-testid': 0.5,
  class: 0.25,
};
/** A select's options are seen by everybody and rarely lie. */
const optionsWeight = 1.3;
/** A type is a promise of the author, but `tel` is also how number keyboards are got. */
const typeWeight: Readonly<Record<string, readonly [FieldClass, number]>> = {
  email: ['email', 1.5],
  tel: ['tel', 0.45],
  password: ['password', 0.9],
  search: ['none', 0.5],
};
/** Longer than this is a sentence about the field, not its name. */
const maxLabelRead = 90;

/** All that attributes, labels and options say about one field, by class. */
export function scoreField(facts: FieldFacts): FieldScores {
  const scores = new Map<FieldClass, Evidence>();
  const lexicon = fieldLexicon();
  const add = (found: FieldClass, score: number, why: Evidence['why']) => {
    const known = scores.get(found);
    const better = !known || score > known.best;
    scores.set(found, {
      score: (known?.score ?? 0) + score,
      best: better ? score : known.best,
      why: better ? why : known.why,
    });
  };
  const read = (text: string, kind: 'label' | 'identifier', weight: number, key: string) => {
    const strongest = new Map<FieldClass, readonly [number, string]>();
    for (const hit of readLabel(text.slice(0, maxLabelRead), kind, lexicon)) {
      if (hit.strength > (strongest.get(hit.class)?.[0] ?? 0))
        strongest.set(hit.class, [hit.strength, hit.phrase]);
    }
    for (const [found, [strength, phrase]] of strongest) add(found, strength * weight, [key, phrase]);
  };

  const named = facts.labels.some(({ kind }) => kind === 'label' || kind === 'aria');
  for (const { kind, text } of facts.labels) {
    const weight = kind === 'nearby' && named ? undefined : labelWeight[kind];
    if (weight !== undefined) read(text, 'label', weight, kind);
  }
  for (const [name, weight] of Object.entries(identifierWeight)) {
    const value = facts.attributes[name];
    if (value) read(lastSegments(value), 'identifier', weight, name === 'id' ? 'id' : 'name');
  }
  const byType = Object.hasOwn(typeWeight, facts.type) ? typeWeight[facts.type] : undefined;
  if (byType) add(byType[0], byType[1], ['type', facts.type]);
  const listed = facts.options.length > 0 ? classOfOptions(facts.options) : undefined;
  if (listed) add(listed, optionsWeight, ['options', '']);
  return scores;
}

/** `order[billing_address][city]`, `checkout.form.city`: the end names the field, the way there its group. */
function lastSegments(identifier: string): string {
  const parts = identifier.split(/[[\].:$/]+/).filter((part) => part !== '');
  return parts.slice(-2).join(' ');
}
