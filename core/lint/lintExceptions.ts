import type { RuleContent } from '../rules/rule.ts';
import { lintSelector } from '../selectors/lintSelector.ts';
import type { SelectorComparer } from './compareSelectors.ts';
import { mendFaults } from './mendFaults.ts';
import type { Mend, RuleLint } from './ruleLint.ts';

type WithExceptions = Pick<RuleContent, 'selector' | 'exceptions'>;

/** Exceptions that are read: each is looked at by itself. */
const maxRead = 50;

/** What the page says about them. */
export interface ExceptionAnswer {
  /** For each exception, how many elements it leaves out on this page; undefined while that is not known. */
  readonly spared?: readonly number[] | undefined;
  /** The browser refuses one of them. */
  readonly problem?: { readonly kind: string; readonly exception?: number } | undefined;
}

/**
 * Exceptions that cannot be read, and such as spare nothing: for certain, or on this page.
 */
export function lintExceptions(
  rule: WithExceptions,
  comparer: SelectorComparer,
  { spared, problem }: ExceptionAnswer,
): RuleLint[] {
  const refused = problem?.kind === 'invalid-exception' ? problem.exception : undefined;
  return rule.exceptions.slice(0, maxRead).flatMap((exception, index): RuleLint[] => {
    const params = { exception, line: index + 1 };
    const broken = lintSelector(exception).find(({ key }) => key === 'invalid');
    if (broken || refused === index) {
      const better = mendFaults(exception);
      const rewrite = better === undefined ? [] : [replaced(rule, index, better)];
      const fault = broken?.fault;
      const mends = [...rewrite, removed(rule, index)];
      return [
        { key: 'exception-invalid', isSerious: true, params, mends, ...(fault ? { fault } : undefined) },
      ];
    }
    const key = uselessKey(rule, exception, comparer, spared?.[index]);
    if (key === undefined) return [];
    return [{ key, isSerious: key === 'exception-spares-all', params, mends: [removed(rule, index)] }];
  });
}

function uselessKey(
  { selector }: WithExceptions,
  exception: string,
  comparer: SelectorComparer,
  spared: number | undefined,
): string | undefined {
  if (comparer.excludes(selector, exception)) return 'exception-impossible';
  if (comparer.covers(exception, selector)) return 'exception-spares-all';
  if (spared !== 0) return undefined;
  // `.box` with the exception `.box .ok`: it was meant to spare a part of what is matched.
  return isBelow(exception, selector) ? 'exception-inside' : 'exception-idle';
}

function isBelow(exception: string, selector: string): boolean {
  const rest = exception.startsWith(selector) ? exception.slice(selector.length) : '';
  return /^[\s>]/.test(rest) && rest.trim() !== '';
}

function removed({ exceptions }: WithExceptions, index: number): Mend {
  return {
    kind: 'content',
    key: 'remove-exception',
    params: { exception: exceptions[index] ?? '' },
    change: { exceptions: exceptions.toSpliced(index, 1) },
  };
}

function replaced({ exceptions }: WithExceptions, index: number, better: string): Mend {
  return {
    kind: 'content',
    key: 'rewrite-exception',
    params: { selector: better },
    change: { exceptions: exceptions.with(index, better) },
  };
}
