import { domAccess, type QueryRoot, queryAll } from './domAccess.ts';

/** Every class and id of a root, lower case: in quirks mode browsers compare them without case. */
export interface PageTokens {
  readonly classes: ReadonlySet<string>;
  readonly ids: ReadonlySet<string>;
  /** Class attributes as written, each once; undefined when there are too many to search through. */
  readonly classValues: readonly string[] | undefined;
}

/** Above this, searching them for a piece costs more than the browser's own `[class*=]`. */
const maxClassValues = 2000;

const elementsPerSlice = 2000;

export function* collectTokens(root: QueryRoot): Generator<void, PageTokens> {
  const classes = new Set<string>();
  const ids = new Set<string>();
  // Most elements repeat a class attribute seen before: splitting it once is a third of the work.
  const seen = new Set<string>();
  let done = 0;
  for (const element of queryAll(root, '[class],[id]')) {
    done += 1;
    if (done % elementsPerSlice === 0) yield;
    const id = domAccess.getAttribute(element, 'id');
    if (id !== null) ids.add(id.toLowerCase());
    const value = domAccess.getAttribute(element, 'class');
    if (value === null || seen.has(value)) continue;
    seen.add(value);
    for (const name of value.toLowerCase().split(/[\t\n\f\r ]+/)) classes.add(name);
  }
  return { classes, ids, classValues: seen.size > maxClassValues ? undefined : [...seen] };
}
