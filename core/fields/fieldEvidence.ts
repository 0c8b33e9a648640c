import { classOfOptions } from './classOfOptions.ts';
import type { FieldClass, FieldFacts, FieldLabelKind } from './fieldFacts.ts';
import { fieldLexicon } from './fieldLexicon.ts';
import { maxLabelLength } from './fieldReading.ts';
import { readLabel } from './readLabel.ts';

/** One thing that was written about a field, and what the word lists say it means. */
export interface EvidencePiece {
  readonly class: FieldClass;
  /** Where it stands: a label's kind, an attribute's name, a hint. */
  readonly source: string;
  /** Message key without its prefix. */
  readonly key: string;
  /** The phrase of the word list that was seen. Never page text. */
  readonly phrase: string;
  /** 0..1, how plainly it says so. */
  readonly strength: number;
  /** How much its source counts where nothing is learned; 0 where it says too little to count by itself. */
  readonly weight: number;
}

/** What the author wrote for the visitor counts most; text that merely stands nearby counts least. */
const labelWeight: Readonly<Record<FieldLabelKind, number>> = {
  label: 1,
  aria: 1,
  placeholder: 0.8,
  title: 0.6,
  nearby: 0.6,
  legend: 0.15,
  after: 0,
  column: 0,
  described: 0,
  heading: 0,
};
const identifiers: Readonly<Record<string, readonly [weight: number, key: string]>> = {
  name: [0.95, 'name'],
  id: [0.9, 'id'],
  'data-testid': [0.5, 'name'],
  class: [0.25, 'name'],
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

/** All that attributes, labels, hints and options say about one field by the word lists. */
export function fieldEvidence(facts: FieldFacts): readonly EvidencePiece[] {
  const known = read.get(facts);
  if (known) return known;
  const pieces = readEvidence(facts);
  read.set(facts, pieces);
  return pieces;
}

/** Asked for by the features, by the rules and by the explanation of one field. */
const read = new WeakMap<FieldFacts, readonly EvidencePiece[]>();

function readEvidence(facts: FieldFacts): readonly EvidencePiece[] {
  const pieces: EvidencePiece[] = [];
  const lexicon = fieldLexicon();
  const add = (
    text: string,
    kind: 'label' | 'identifier',
    from: Omit<EvidencePiece, 'class' | 'phrase' | 'strength'>,
  ) => {
    const strongest = new Map<FieldClass, readonly [number, string]>();
    for (const hit of readLabel(text.slice(0, maxLabelRead), kind, lexicon)) {
      if (hit.strength > (strongest.get(hit.class)?.[0] ?? 0))
        strongest.set(hit.class, [hit.strength, hit.phrase]);
    }
    for (const [found, [strength, phrase]] of strongest)
      pieces.push({ ...from, class: found, phrase, strength });
  };

  const named = facts.labels.some(({ kind }) => kind === 'label' || kind === 'aria');
  for (const { kind, text } of facts.labels) {
    const weight = kind === 'nearby' && named ? 0 : labelWeight[kind];
    add(text, 'label', { source: kind, key: kind, weight });
  }
  for (const [name, [weight, key]] of Object.entries(identifiers)) {
    const value = facts.attributes[name];
    if (value) add(lastSegments(value), 'identifier', { source: name, key, weight });
  }
  for (const [source, text] of Object.entries(facts.hints ?? {})) {
    if (text !== '') add(text, 'label', { source, key: source, weight: 0 });
  }
  const byType = Object.hasOwn(typeWeight, facts.type) ? typeWeight[facts.type] : undefined;
  if (byType) {
    const [found, weight] = byType;
    pieces.push({ class: found, source: 'type', key: 'type', phrase: facts.type, strength: 1, weight });
  }
  const listed = facts.options.length > 0 ? classOfOptions(facts.options) : undefined;
  if (listed) {
    const weight = optionsWeight;
    pieces.push({ class: listed, source: 'options', key: 'options', phrase: '', strength: 1, weight });
  }
  return pieces;
}

/** `order[billing_address][city]`, `checkout.form.city`: the end names the field, the way there its group. */
function lastSegments(identifier: string): string {
  const parts = identifier
    .slice(0, maxLabelLength)
    .split(/[[\].:$/]+/)
    .filter((part) => part !== '');
  return parts.slice(-2).join(' ');
}
