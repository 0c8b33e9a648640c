import { type Options, selectAll } from 'css-select';
import { type Selector, SelectorType } from 'css-what';
import { type AnyNode, type Element, isTag, isText, type ParentNode } from 'domhandler';
import type { RuleMatcher } from '../matching/matchResult.ts';
import { overLimitProblem } from '../matching/overLimitProblem.ts';
import { relaxSelector } from '../matching/relaxSelector.ts';
import type { ActiveRule, RuleProblem } from '../rules/activeRule.ts';
import { ruleLimits } from '../settings/ruleLimits.ts';
import type { Hit } from '../treatment/decision.ts';
import { isShadowTemplate, type SavedPage } from './savedPage.ts';
import { readSavedSelector, type SelectorParts } from './savedSelector.ts';

/**
 * Matches rules on a saved page with css-select. Where a selector tests state that the page does not hold
 * (`:hover`, a live `:checked`), what the rest of it matches is hit without certainty, so it comes out `unknown`.
 */
export function createSavedMatcher(rules: readonly ActiveRule[], page: SavedPage): RuleMatcher<AnyNode> {
  const hits = new Map<AnyNode, Hit[]>();
  const matchCounts = rules.map(() => 0);
  const problems: RuleProblem[] = [];
  const plans = rules.map((rule, index) => planRule(rule, index, problems));
  const inPage = selectOptions(page.quirks);
  // The document of a `srcdoc` is never in quirks mode: https://html.spec.whatwg.org/#the-initial-insertion-mode
  const inFrame = selectOptions(false);

  function* matchRoot(root: AnyNode): Generator<void, void> {
    for (const plan of plans) {
      if (plan.parts !== undefined) matchRule(plan, plan.parts, root as ParentNode);
      yield;
    }
  }

  function matchRule(plan: RulePlan, parts: SelectorParts, root: ParentNode): void {
    const spared = new Set(plan.exceptions.flatMap((exception) => select(exception, root)));
    const doubted = new Set(plan.doubtfulExceptions.flatMap((exception) => select(exception, root)));
    for (const element of select(parts, root)) {
      if (spared.has(element)) continue;
      const hit: Hit = doubted.has(element)
        ? { rule: plan.index, certain: false, doubt: 'doubt.state-not-saved' }
        : plan.hit;
      const known = hits.get(element);
      if (known) known.push(hit);
      else hits.set(element, [hit]);
      matchCounts[plan.index] = (matchCounts[plan.index] ?? 0) + 1;
    }
  }

  function select(parts: SelectorParts, root: ParentNode): Element[] {
    const options = documentOf(root) === page.document ? inPage : inFrame;
    return selectAll<AnyNode, Element>(copyOf(parts), root.children as AnyNode[], options);
  }

  return { matchRoot, hitsOf: (element) => hits.get(element), matchCounts, problems };
}

interface RulePlan {
  readonly index: number;
  /** Absent: nothing can be looked for. */
  readonly parts: SelectorParts | undefined;
  readonly exceptions: readonly SelectorParts[];
  /** Exceptions that test state: what they match may or may not be spared. */
  readonly doubtfulExceptions: readonly SelectorParts[];
  readonly hit: Hit;
}

function planRule(rule: ActiveRule, index: number, problems: RuleProblem[]): RulePlan {
  const report = (problem: Omit<RuleProblem, 'rule' | 'ruleId'>) =>
    problems.push({ rule: index, ruleId: rule.id, ...problem });
  const exceptions: SelectorParts[] = [];
  const doubtfulExceptions: SelectorParts[] = [];
  let doubt: string | undefined;
  for (const exception of rule.exceptions) {
    const read = readSavedSelector(exception);
    if (read.kind === 'exact') exceptions.push(read.parts);
    else if (read.kind === 'stateful') doubtfulExceptions.push(read.parts);
    else {
      doubt = 'doubt.invalid-exception';
      report({ kind: 'invalid-exception', selector: exception, detail: read.detail });
    }
  }
  if (rule.selector.length > ruleLimits.runSelector) {
    report(overLimitProblem(rule.selector));
    const hit: Hit = { rule: index, certain: false, doubt: 'doubt.over-limit' };
    return { index, parts: everyElement, exceptions, doubtfulExceptions, hit };
  }
  const read = readSavedSelector(rule.selector);
  let parts: SelectorParts | undefined;
  if (read.kind === 'invalid') {
    const relaxed = relaxSelector(
      rule.selector,
      (candidate) => readSavedSelector(candidate).kind === 'exact',
    );
    parts = relaxed === undefined ? undefined : partsOf(relaxed);
    doubt = 'doubt.invalid-selector';
    report({
      kind: 'invalid-selector',
      selector: rule.selector,
      detail: read.detail,
      ...(relaxed === undefined ? undefined : { relaxed }),
    });
  } else {
    ({ parts } = read);
    if (read.kind === 'stateful') {
      doubt = 'doubt.state-not-saved';
      report({
        kind: 'state-not-saved',
        selector: rule.selector,
        detail: read.pseudo,
        relaxed: read.selector,
      });
    }
  }
  const hit: Hit =
    doubt === undefined ? { rule: index, certain: true } : { rule: index, certain: false, doubt };
  return { index, parts, exceptions, doubtfulExceptions, hit };
}

/** css-select puts parts into an order of its own, in place. */
function copyOf(parts: SelectorParts): Selector[][] {
  return parts.map((list) =>
    list.map((part) =>
      part.type === SelectorType.Pseudo && Array.isArray(part.data)
        ? { ...part, data: copyOf(part.data) }
        : { ...part },
    ),
  );
}

const everyElement: SelectorParts = [[{ type: SelectorType.Universal, namespace: null }]];

function partsOf(selector: string): SelectorParts | undefined {
  const read = readSavedSelector(selector);
  return read.kind === 'invalid' ? undefined : read.parts;
}

/** Sees the tree as a browser's `querySelectorAll` does: no template content, no declared shadow root. */
function selectOptions(quirks: boolean): Options<AnyNode, Element> {
  return {
    quirksMode: quirks,
    relativeSelector: false,
    // css-select calls an element of white space empty; no browser does.
    pseudos: {
      empty: (element) =>
        childrenOf(element).every((child) => !isTag(child) && !(isText(child) && child.data !== '')),
    },
    adapter: {
      isTag: (node): node is Element => isTag(node),
      getAttributeValue: (element, name) => element.attribs[name],
      hasAttrib: (element, name) => element.attribs[name] !== undefined,
      getChildren: childrenOf,
      // SVG keeps capitals (`foreignObject`); css-what lowers those of a selector, and browsers compare without case.
      getName: (element) => element.name.toLowerCase(),
      getParent: (element) => element.parent,
      getSiblings: (node) => (node.parent ? childrenOf(node.parent) : [node]),
      getText: () => '',
      removeSubsets: (nodes) => nodes,
    },
  };
}

/** The document that a shadow root or the content of a template belongs to: parse5 hangs them below their element. */
function documentOf(root: ParentNode): ParentNode {
  let at = root;
  while (at.parent) at = at.parent;
  return at;
}

function childrenOf(node: AnyNode): AnyNode[] {
  if (isTag(node) && node.name === 'template') return [];
  const parent = node as ParentNode;
  return (parent.children ?? []).filter((child) => !isShadowTemplate(child, parent));
}
