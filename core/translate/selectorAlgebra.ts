import type { ModelRule } from './privacyModel.ts';

/** A rule's selector with its exceptions in it. */
export function ownSelector({ selector, exceptions }: Pick<ModelRule, 'selector' | 'exceptions'>): string {
  return exceptions.length === 0 ? selector : `:is(${selector}):not(${exceptions.join(', ')})`;
}

/** Elements of `inner` that a rule reaches: those it matches, and with scope `subtree` those below. */
export function reachedBy(rule: ModelRule, inner: string): string {
  const own = ownSelector(rule);
  return rule.scope === 'self' ? `:is(${inner}):is(${own})` : `:is(${inner}):is(${own}, :is(${own}) *)`;
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

/**
 * Elements that have one of these fields as a child, for recorders that hide a field only with its parent.
 *
 * @returns undefined where it cannot be written: there is no `:has()` inside of `:has()`
 */
export function parentsOf(rule: ModelRule, fields: string): string | undefined {
  const own = ownSelector(rule);
  if (/:has\(/i.test(own)) return undefined;
  return `:has(> :is(${fields}):is(${own}))`;
}

/** Elements that can hold a shadow root or a frame's page and have no content of their own. */
export function emptyHosts(rule: ModelRule): string {
  return `:is(${ownSelector(rule)}):empty:not(${withoutRoots})`;
}

/** Empty by nature, and without a shadow root: https://dom.spec.whatwg.org/#valid-shadow-host-name */
const withoutRoots =
  'area, audio, base, br, button, canvas, col, embed, hr, i, img, input, link, meta, object, option, param, script, select, source, style, svg, svg *, textarea, track, video, wbr';
