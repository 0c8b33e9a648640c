import type { IndexedRecord, NodeEntry } from '../capture/captureRecord.ts';
import type { CaptureScan } from '../capture/captureScan.ts';
import { documentStep, shadowStep } from '../capture/pathIndex.ts';
import type { Suppression } from './leakSettings.ts';
import { parseSimpleSelector, type SelectorStep, type SimpleSelector } from './simpleSelector.ts';

export interface ElementMatcher {
  /** What came after the first look. */
  add(part: Partial<Pick<CaptureScan, 'nodes' | 'records'>>): void;
  matches(node: number, selector: SimpleSelector): boolean;
}

/** Deeper than a page that a browser parses. */
const maxDepth = 4096;
/** Ways of one selector through one element's ancestors. */
const maxTries = 10_000;
const rootTags = new Set(['html', 'head', 'body']);
const position = /:nth-child\((\d{1,9})\)$/;

/**
 * Tries selectors on what was recorded, where there is no page any more. It knows of an element what the recorder
 * sends of it as it is; of an attribute that is masked or not sent it says that it does not match.
 *
 * @param suppressions those whose selectors will be asked for: nothing else is kept
 */
export function createElementMatcher(
  scan: Pick<CaptureScan, 'nodes' | 'records'>,
  suppressions: readonly Suppression[],
): ElementMatcher {
  const wanted = attributesIn(suppressions);
  const entries = new Map<number, NodeEntry>();
  const attributes = new Map<number, Map<string, string>>();
  add(scan);

  function add({ nodes = [], records = [] }: Partial<Pick<CaptureScan, 'nodes' | 'records'>>): void {
    // Nobody will ask.
    if (wanted === undefined) return;
    for (const entry of nodes) entries.set(entry.id, entry);
    for (const record of records) if (record.channel === 'attribute') keep(record);
  }

  function keep({ node, name, treatment, output }: IndexedRecord): void {
    const known = name?.toLowerCase();
    if (known === undefined || !wanted?.has(known) || treatment !== 'captured' || output === null) return;
    attributes.set(node, (attributes.get(node) ?? new Map<string, string>()).set(known, output));
  }

  function isOf(entry: NodeEntry, { tag, attributes: required, nthChild }: SelectorStep): boolean {
    if (entry.step.startsWith('#')) return false;
    if (tag !== undefined && (/^[^:]*/.exec(entry.step)?.[0] ?? '').toLowerCase() !== tag) return false;
    if (nthChild !== undefined && placeOf(entry.step) !== nthChild) return false;
    const own = attributes.get(entry.id);
    return required.every(({ name, value, how }) => {
      const given = own?.get(name);
      if (given === undefined) return false;
      if (how === 'exists') return true;
      return how === 'equals' ? given === value : given.split(/\s+/).includes(value);
    });
  }

  /** Only children, and html, head and body, are written without a position; of the latter it is not known. */
  function placeOf(step: string): number {
    if (rootTags.has(step)) return 0;
    return Number(position.exec(step)?.[1] ?? 1);
  }

  /** No selector reaches out of the document or shadow root of its element. */
  function above(entry: NodeEntry): NodeEntry | undefined {
    const parent = entries.get(entry.parent);
    return parent && parent.step !== shadowStep && parent.step !== documentStep ? parent : undefined;
  }

  function follows(entry: NodeEntry, steps: readonly SelectorStep[], budget: { left: number }): boolean {
    const own = steps.at(-1);
    budget.left -= 1;
    if (!own || budget.left < 0 || !isOf(entry, own)) return false;
    const outer = steps.slice(0, -1);
    if (outer.length === 0) return true;
    let ancestor = above(entry);
    if (own.combinator === 'child') return ancestor !== undefined && follows(ancestor, outer, budget);
    for (let depth = 0; ancestor && depth < maxDepth; depth += 1) {
      if (follows(ancestor, outer, budget)) return true;
      ancestor = above(ancestor);
    }
    return false;
  }

  return {
    add,
    matches(node, selector) {
      const entry = entries.get(node);
      const budget = { left: maxTries };
      return entry !== undefined && selector.some((steps) => follows(entry, steps, budget));
    },
  };
}

/** Names of the attributes that selectors ask for; undefined when there is no selector. */
function attributesIn(suppressions: readonly Suppression[]): ReadonlySet<string> | undefined {
  const selectors = suppressions.flatMap(({ selector }) => (selector === undefined ? [] : [selector]));
  if (selectors.length === 0) return undefined;
  const steps = selectors.flatMap(parseSimpleSelector).flat();
  return new Set(steps.flatMap(({ attributes }) => attributes.map(({ name }) => name)));
}
