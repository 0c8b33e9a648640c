import type { ModelRule } from './privacyModel.ts';

/** A rule's selector with its exceptions in it. */
export function ownSelector({ selector, exceptions }: Pick<ModelRule, 'selector' | 'exceptions'>): string {
  return exceptions.length === 0 ? selector : `:is(${selector}):not(${exceptions.join(', ')})`;
}

/** Elements of `inner` that rules reach: those they match, and with scope `subtree` those below. */
export function reachedBy(rules: readonly ModelRule[], inner: string): string {
  const below = rules.filter(({ scope }) => scope === 'subtree').map(ownSelector);
  const reached = [...rules.map(ownSelector), ...(below.length > 0 ? [`:is(${below.join(', ')}) *`] : [])];
  return `:is(${inner}):is(${reached.join(', ')})`;
}

/**
 * An unmask that shows no more than its source does, where the target lets it win over more: it leaves out what
 * is excluded, and where any mask wins also what is below one.
 *
 * @param spared selectors of elements that stay as they are
 * @param sealed selectors of elements that stay as they are with all that is in them
 */
export function narrowed(selector: string, spared: readonly string[], sealed: readonly string[]): string {
  const left = [...spared, ...sealed, ...sealed.map((own) => `:is(${own}) *`)];
  return left.length === 0 ? selector : `:is(${selector}):not(${left.join(', ')})`;
}

/** Whether what a rule matches can be asked for in `:has()`, which cannot stand in itself. */
export function fitsInHas(rule: ModelRule): boolean {
  return !/:has\(/i.test(ownSelector(rule));
}

/** Elements that have a child that is one of these and matches one of the selectors; none may hold a `:has()`. */
export function parentsOf(selectors: readonly string[], children: string): string {
  return `:has(> :is(${children}):is(${selectors.join(', ')}))`;
}

/** Elements under these rules that can hold a shadow root or a frame's page and have no content of their own. */
export function emptyHosts(rules: readonly ModelRule[]): string {
  return `:is(${rules.map(ownSelector).join(', ')}):empty:not(${withoutRoots})`;
}

/** Empty by nature, and without a shadow root: https://dom.spec.whatwg.org/#valid-shadow-host-name */
const withoutRoots =
  'area, audio, base, br, button, canvas, col, embed, hr, i, img, input, link, meta, object, option, param, script, select, source, style, svg, svg *, textarea, track, video, wbr';
