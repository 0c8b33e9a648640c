import { isLinearSelector } from '../core/matching/isLinearSelector.ts';
import { overLimitProblem } from '../core/matching/overLimitProblem.ts';
import { relaxSelector, splitTopLevel } from '../core/matching/relaxSelector.ts';
import { type RequiredTokens, requiredTokens } from '../core/matching/requiredTokens.ts';
import type { ActiveRule, RuleProblem } from '../core/rules/activeRule.ts';
import { ruleLimits } from '../core/settings/ruleLimits.ts';
import type { Hit } from '../core/treatment/decision.ts';
import { queryAll } from './domAccess.ts';

/** How one rule is looked for. */
export interface RulePlan {
  readonly index: number;
  readonly rule: ActiveRule;
  /** What to run, one after the other; empty when nothing of the selector can be. */
  readonly parts: readonly PlanPart[];
  /** The parts as one list, for asking a single element. */
  readonly whole: string;
  readonly exceptions: readonly string[];
  readonly hit: Hit;
}

/** Alternatives that are read between two breaths: about 1 ms. */
const partsPerSlice = 50;

export interface PlanPart {
  readonly selector: string;
  readonly isLinear: boolean;
  readonly needs: readonly RequiredTokens[] | undefined;
}

/** Reads one rule; yields, because a list of 5,000 alternatives is read one after the other. */
export function* planRule(
  rule: ActiveRule,
  index: number,
  problems: RuleProblem[],
): Generator<void, RulePlan> {
  const exceptions: string[] = [];
  let exceptionDoubt = false;
  const report = (problem: Omit<RuleProblem, 'rule' | 'ruleId'>) =>
    problems.push({ rule: index, ruleId: rule.id, ...problem });
  for (const exception of rule.exceptions) {
    const error = syntaxErrorOf(exception);
    if (error === undefined) {
      exceptions.push(exception);
      continue;
    }
    // What the exception was meant to leave out is not known: everything the rule matches is in doubt.
    exceptionDoubt = true;
    report({ kind: 'invalid-exception', selector: exception, detail: error });
  }
  const plan = { index, rule, exceptions };
  if (rule.selector.length > ruleLimits.runSelector) {
    report(overLimitProblem(rule.selector));
    return { ...plan, ...(yield* inParts('*')), hit: doubtful(index, 'doubt.over-limit') };
  }
  const error = syntaxErrorOf(rule.selector);
  if (error === undefined) {
    const hit = exceptionDoubt ? doubtful(index, 'doubt.invalid-exception') : { rule: index, certain: true };
    return { ...plan, ...(yield* inParts(rule.selector)), hit };
  }
  const relaxed = relaxSelector(rule.selector, (selector) => syntaxErrorOf(selector) === undefined);
  report({
    kind: 'invalid-selector',
    selector: rule.selector,
    detail: error,
    ...(relaxed === undefined ? undefined : { relaxed }),
  });
  const found = relaxed === undefined ? { parts: [], whole: '' } : yield* inParts(relaxed);
  return { ...plan, ...found, hit: doubtful(index, 'doubt.invalid-selector') };
}

export function doubtful(rule: number, doubt: string): Hit {
  return { rule, certain: false, doubt };
}

/** A long list is run one alternative after the other: joined, the same costs ten times as much. */
function* inParts(selector: string): Generator<void, Pick<RulePlan, 'parts' | 'whole'>> {
  const whole = partOf(selector);
  const pieces = whole.isLinear ? [] : splitTopLevel(selector, ',');
  if (pieces.length < 2) return { parts: [whole], whole: selector };
  const parts: PlanPart[] = [];
  for (const piece of pieces) {
    // A comma in a comment is none.
    if (syntaxErrorOf(piece) !== undefined) return { parts: [whole], whole: selector };
    parts.push(partOf(piece.trim()));
    if (parts.length % partsPerSlice === 0) yield;
  }
  return { parts, whole: selector };
}

function partOf(selector: string): PlanPart {
  return { selector, isLinear: isLinearSelector(selector), needs: requiredTokens(selector) };
}

/** The browser's word on a selector: undefined when valid, else its own message. */
export function syntaxErrorOf(selector: string): string | undefined {
  try {
    queryAll(probe(), selector);
    return undefined;
  } catch (error) {
    if (error instanceof DOMException) return error.message;
    throw error;
  }
}

let probeElement: Element | undefined;

/** An element of our own that is in no page: asking it costs a microsecond and touches nothing. */
function probe(): Element {
  probeElement ??= document.createElement('div');
  return probeElement;
}
