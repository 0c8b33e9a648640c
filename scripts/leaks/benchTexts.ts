import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DetectorId } from '../../core/findings/finding.ts';
import type { Finder, Found } from './finder.ts';
import { isKept } from './isKept.ts';
import { printTable } from './printTable.ts';

interface LabelledText {
  readonly full_text: string;
  readonly template_id: number;
  readonly spans: readonly {
    readonly entity_type: string;
    readonly start_position: number;
    readonly end_position: number;
  }[];
}

interface TextClass {
  readonly title: string;
  readonly entities: readonly string[];
  readonly detectors: readonly DetectorId[];
  /** What else may be marked where it is found without being a mistake: a street is part of a place. */
  readonly tolerated?: readonly string[];
}

const classes: readonly TextClass[] = [
  { title: 'email', entities: ['EMAIL_ADDRESS'], detectors: ['email'] },
  { title: 'card', entities: ['CREDIT_CARD'], detectors: ['payment-card'] },
  { title: 'IBAN', entities: ['IBAN_CODE'], detectors: ['iban'] },
  { title: 'SSN', entities: ['US_SSN'], detectors: ['us-ssn'] },
  { title: 'IP', entities: ['IP_ADDRESS'], detectors: ['ip-address'] },
  { title: 'phone', entities: ['PHONE_NUMBER'], detectors: ['phone'] },
  { title: 'driving licence', entities: ['US_DRIVER_LICENSE'], detectors: ['driving-licence'] },
  { title: 'person', entities: ['PERSON', 'PREFIX'], detectors: ['person-name'] },
  {
    title: 'street',
    entities: ['ADDRESS'],
    detectors: ['postal-address', 'postal-code'],
    tolerated: ['LOCATION'],
  },
];

interface Tally {
  expected: number;
  hit: number;
  found: number;
  right: number;
}

export interface TextsOptions {
  readonly data: string;
  readonly finders: readonly Finder[];
  /** Prints what went wrong in this class; never in the kept split. */
  readonly showErrors?: string;
}

/** Marked spans in sentences: a span is hit, and a finding right, when one of its kind shares characters with it. */
export async function benchTexts({ data, finders, showErrors }: TextsOptions): Promise<void> {
  const texts: LabelledText[] = JSON.parse(
    await readFile(join(data, 'text', 'generated_large.json'), 'utf8'),
  );
  for (const kept of [false, true]) {
    const split = texts.filter((text) => isKept(String(text.template_id)) === kept);
    const rows: string[][] = [];
    for (const finder of finders) {
      const found: (readonly Found[])[] = [];
      for (const text of split) found.push(await finder.find(text.full_text));
      for (const one of classes) {
        const show = one.title === showErrors && !kept && finder.name === 'scrim';
        rows.push([finder.name, one.title, ...figures(tallyClass(one, split, found, show))]);
      }
    }
    console.log(`\nTexts, ${kept ? 'kept apart' : 'tuned on'} (${split.length})`);
    printTable(['finder', 'class', 'spans', 'precision', 'recall', 'F2'], rows);
  }
}

function tallyClass(
  one: TextClass,
  texts: readonly LabelledText[],
  found: readonly (readonly Found[])[],
  show: boolean,
): Tally {
  const tally = { expected: 0, hit: 0, found: 0, right: 0 };
  for (const [index, text] of texts.entries()) {
    const spans = text.spans.filter((span) => one.entities.includes(span.entity_type));
    const fair = text.spans.filter((span) => one.tolerated?.includes(span.entity_type));
    const own = (found[index] ?? []).filter((each) => one.detectors.some((id) => id === each.kind));
    tally.expected += spans.length;
    tally.found += own.length;
    const missed = spans.filter((span) => !own.some((each) => touches(each, span)));
    const wrong = own.filter((each) => ![...spans, ...fair].some((span) => touches(each, span)));
    tally.hit += spans.length - missed.length;
    tally.right += own.length - wrong.length;
    if (!show || missed.length + wrong.length === 0) continue;
    const value = (start: number, end: number) => text.full_text.slice(start, end);
    console.log(
      JSON.stringify({
        id: text.template_id,
        text: text.full_text,
        missed: missed.map((span) => value(span.start_position, span.end_position)),
        wrong: wrong.map((each) => value(each.start, each.end)),
      }),
    );
  }
  return tally;
}

function touches(found: Found, span: LabelledText['spans'][number]): boolean {
  return found.start < span.end_position && found.end > span.start_position;
}

function figures({ expected, hit, found, right }: Tally): string[] {
  const precision = found === 0 ? Number.NaN : right / found;
  const recall = expected === 0 ? Number.NaN : hit / expected;
  const f2 = (5 * precision * recall) / (4 * precision + recall);
  return [
    String(expected),
    ...[precision, recall, f2].map((figure) => (Number.isNaN(figure) ? '-' : figure.toFixed(3))),
  ];
}
