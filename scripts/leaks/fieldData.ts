import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FieldClass } from '../../core/fields/fieldFacts.ts';

/** One control that somebody said the class of. */
export interface LabelledField {
  readonly class: FieldClass;
  /** Every answer that counts as right. */
  readonly accept: ReadonlySet<FieldClass>;
  /** `label`: the page's own source says so; `judged`: looked at one by one, most of them `none`. */
  readonly source: 'label' | 'judged';
  /** 0..1; below 0.6 the class is debatable. */
  readonly confidence: number;
}

export interface LabelledPage {
  readonly family: 'forms-train' | 'forms-ddg';
  readonly file: string;
  readonly path: string;
  /** Never looked at while tuning. */
  readonly kept: boolean;
  /** 0..4, by site; fold 0 is the kept one. */
  readonly fold: number;
  /** By the value of `data-field`. */
  readonly fields: ReadonlyMap<string, LabelledField>;
}

interface ClassTable {
  readonly classes: Readonly<Record<string, readonly string[]>>;
  readonly accept: Readonly<Record<string, readonly FieldClass[]>>;
}

const families = ['forms-train', 'forms-ddg'] as const;
export const foldCount = 5;

/**
 * The labelled pages of a data folder (docs/leaks.md names its public sources); null where there is none.
 *
 * @throws Error for a label that no class is known for
 */
export function fieldData(folder: string): readonly LabelledPage[] | null {
  if (!existsSync(join(folder, 'field-classes.json'))) return null;
  const table = readJson(join(folder, 'field-classes.json')) as ClassTable;
  const classOf = new Map(
    Object.entries(table.classes).flatMap(([name, labels]) => labels.map((label) => [label, name] as const)),
  );
  const judged = readJudged(join(folder, 'forms-train.unlabelled.jsonl'));
  return families.flatMap((family) => {
    const labels = readJson(join(folder, `${family}.labels.json`)) as Record<string, Record<string, string>>;
    return Object.entries(labels).map(([file, fields]) => {
      const known = new Map<string, LabelledField>(family === 'forms-train' ? judged.get(file) : []);
      for (const [key, label] of Object.entries(fields)) {
        const found = classOf.get(label) as FieldClass | undefined;
        if (found === undefined) throw new Error(`no class for the label ${label}`);
        const accept = new Set(table.accept[label] ?? [found]);
        known.set(key, { class: found, accept, source: 'label', confidence: 1 });
      }
      const fold = fnv1a32(siteOf(file)) % foldCount;
      return { family, file, path: join(folder, family, file), kept: fold === 0, fold, fields: known };
    });
  });
}

function readJudged(path: string): Map<string, [string, LabelledField][]> {
  const pages = new Map<string, [string, LabelledField][]>();
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    if (line === '') continue;
    const row = JSON.parse(line) as { page: string; field: string; class: string; confidence: number };
    if (row.class === 'unsure') continue;
    const found = row.class as FieldClass;
    const { confidence } = row;
    const field = { class: found, accept: new Set([found]), source: 'judged', confidence } as const;
    pages.set(row.page, [...(pages.get(row.page) ?? []), [row.field, field]]);
  }
  return pages;
}

/** A page's site: its file's name without what says its language and number. */
function siteOf(file: string): string {
  return file.replace(/\.html$/, '').replace(/^(?:QA_)?[A-Z]{2}_/, '');
}

function fnv1a32(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash;
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}
