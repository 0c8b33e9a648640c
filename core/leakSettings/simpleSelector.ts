import { parse, type Selector } from 'css-what';
import { DefinitionError } from './definitionError.ts';

/** One step of a simple selector, and how it stands to the one before it. */
export interface SelectorStep {
  readonly combinator: 'descendant' | 'child';
  /** Lower case; undefined: any. */
  readonly tag?: string;
  readonly attributes: readonly {
    readonly name: string;
    readonly value: string;
    readonly how: 'equals' | 'word' | 'exists';
  }[];
  /** `:nth-child(3)`: the position itself, no formula. */
  readonly nthChild?: number;
}

/** Alternatives, each with its steps from the outermost to the element itself. */
export type SimpleSelector = readonly (readonly SelectorStep[])[];

/** What a path of a report crosses roots with; such a selector is compared with paths only. */
const boundary = '>>>';
const maxSteps = 50;

/**
 * Reads a selector that can be tried on what was recorded: tags, ids, classes, attributes that are equal or there,
 * positions, children and descendants. Everything that says what an element is *not* is refused: of an attribute that
 * was not recorded nobody knows whether it is there.
 *
 * @throws {DefinitionError} for any other selector
 */
export function parseSimpleSelector(selector: string): SimpleSelector {
  if (selector.includes(boundary)) return [];
  let parsed: Selector[][];
  try {
    parsed = parse(selector);
  } catch (error) {
    throw new DefinitionError('selector-invalid', { detail: error instanceof Error ? error.message : '' });
  }
  return parsed.map(stepsOf);
}

function stepsOf(parts: readonly Selector[]): readonly SelectorStep[] {
  const steps: SelectorStep[] = [];
  let combinator: SelectorStep['combinator'] = 'descendant';
  let step: SelectorStep | undefined;
  for (const part of parts) {
    if (part.type === 'descendant' || part.type === 'child') {
      if (!step) throw new DefinitionError('selector-invalid', { detail: '' });
      steps.push(step);
      step = undefined;
      combinator = part.type;
    } else step = withPart(step ?? { combinator, attributes: [] }, part);
  }
  if (!step || steps.length >= maxSteps) throw new DefinitionError('selector-invalid', { detail: '' });
  return [...steps, step];
}

function withPart(step: SelectorStep, part: Selector): SelectorStep {
  if (part.type === 'tag') return { ...step, tag: part.name.toLowerCase() };
  if (part.type === 'universal') return step;
  if (part.type === 'attribute' && part.ignoreCase !== true) {
    const how = ({ equals: 'equals', element: 'word', exists: 'exists' } as const)[part.action as 'equals'];
    if (how) {
      const one = { name: part.name.toLowerCase(), value: part.value, how };
      return { ...step, attributes: [...step.attributes, one] };
    }
  }
  if (part.type === 'pseudo' && part.name === 'nth-child' && /^[1-9]\d{0,5}$/.test(String(part.data).trim()))
    return { ...step, nthChild: Number(part.data) };
  throw new DefinitionError('selector-not-simple', {
    part: part.type === 'pseudo' || part.type === 'pseudo-element' ? `:${part.name}` : part.type,
  });
}
