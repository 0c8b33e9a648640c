import type { WordOnPage } from '../selectors/holdsPageData.ts';
import { nameKind } from '../selectors/nameKind.ts';
import { offeredName } from '../selectors/offeredName.ts';

const longest = 4_000;
/** One step of a path: a name of an element, then ids, classes and attributes with a value. */
const step =
  /^([a-z][a-z0-9-]{0,40})?((?:#[\w-]{1,64}|\.[\w-]{1,64}|\[[\w-]{1,40}="?[\w.:-]{1,64}"?\]|:[a-z-]{1,20}(?:\(\d{1,4}\))?){0,40})$/i;
const part = /#([\w-]{1,64})|\.([\w-]{1,64})|\[([\w-]{1,40})="?([\w.:-]{1,64})"?\]/g;
const maxClasses = 2;
/** Steps further up that may tell one element from another. */
const maxAbove = 4;

/**
 * A selector for a rule, of the selector by which a vendor names an element: its last step, and one further up where
 * that alone says too little. Only names go in that are nobody's data and that no tool made up.
 *
 * @param wordOnPage words that are content
 * @returns undefined where no such name is left
 */
export function ruleSelector(raw: string, wordOnPage: WordOnPage): string | undefined {
  if (raw.length > longest) return undefined;
  const steps = raw
    .split(/\s*[>\s]\s*/)
    .map((one) => one.trim())
    .filter(Boolean);
  const target = steps.at(-1);
  if (target === undefined) return undefined;
  const own = readStep(target, wordOnPage);
  if (!own) return undefined;
  if (own.names !== '') return `${own.tag}${own.names}`;
  if (own.tag === '') return undefined;
  for (const above of steps.slice(0, -1).toReversed().slice(0, maxAbove)) {
    const read = readStep(above, wordOnPage);
    if (read && read.names !== '') return `${read.tag}${read.names} ${own.tag}`;
  }
  return undefined;
}

interface ReadStep {
  readonly tag: string;
  readonly names: string;
}

function readStep(text: string, wordOnPage: WordOnPage): ReadStep | undefined {
  const [, tag = '', rest = ''] = step.exec(text) ?? [];
  if (tag === '' && rest === '') return undefined;
  const classes: string[] = [];
  let names = '';
  for (const [, id, className, attribute, value] of rest.matchAll(part)) {
    if (id !== undefined && offeredName({ kind: 'id', name: id }, wordOnPage))
      return { tag: '', names: `#${id}` };
    if (className !== undefined && isStableClass(className, wordOnPage)) classes.push(className);
    if (
      attribute !== undefined &&
      value !== undefined &&
      offeredName({ kind: 'value', name: value, of: attribute.toLowerCase() }, wordOnPage)
    )
      names += `[${attribute}="${value}"]`;
  }
  names += classes
    .slice(0, maxClasses)
    .map((one) => `.${one}`)
    .join('');
  const plain = offeredName({ kind: 'tag', name: tag.toLowerCase() }, wordOnPage) ? tag.toLowerCase() : '';
  return { tag: plain, names };
}

function isStableClass(name: string, wordOnPage: WordOnPage): boolean {
  return nameKind(name) === 'stable' && offeredName({ kind: 'class', name }, wordOnPage);
}
