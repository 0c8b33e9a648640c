import type { FieldFacts } from '../../core/fields/fieldFacts.ts';
import type { FieldChoice, FieldRequest } from '../../core/visitor/fieldRequest.ts';
import { domAccess, queryAll } from '../domAccess.ts';

const maxChoices = 1000;

/** The facts of a field, and the limits and choices that its author set. */
export function readRequest(element: Element, facts: FieldFacts): FieldRequest {
  const { tag, type, attributes, labels, maxLength } = facts;
  const min = domAccess.getAttribute(element, 'min');
  const max = domAccess.getAttribute(element, 'max');
  return {
    ...{ tag, type, attributes, labels, maxLength },
    ...(min === null ? {} : { min }),
    ...(max === null ? {} : { max }),
    ...(tag === 'select' ? { choices: choicesOf(element) } : {}),
  };
}

function choicesOf(select: Element): FieldChoice[] {
  const choices: FieldChoice[] = [];
  for (const option of queryAll(select, 'option')) {
    if (choices.length >= maxChoices) break;
    if (domAccess.matches(option, ':disabled')) continue;
    const text = (domAccess.textContent(option) ?? '').trim();
    choices.push({ value: domAccess.getAttribute(option, 'value') ?? text, text });
  }
  return choices;
}
