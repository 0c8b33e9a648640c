import type { ElementRuleRow, RuleFields } from './schema.ts';

type Field = keyof RuleFields;

const everything: readonly Field[] = [
  'name',
  'description',
  'selector',
  'exceptionSelectors',
  'action',
  'consent',
  'scope',
  'platforms',
];

/** What may be changed, by the rule's `editable` word. */
const changeable: ReadonlyMap<string, readonly Field[]> = new Map([
  ['EDITABLE_ANY', everything],
  ['EDITABLE_DESCRIPTION_ONLY', ['description']],
  ['EDITABLE_DESCRIPTION_SCOPE_AND_EXCEPTIONS', ['description', 'scope', 'exceptionSelectors']],
] as const);

/** The first field that the new content changes and that may not be changed; undefined when there is none. */
export function restrictedChange(row: ElementRuleRow, content: RuleFields): Field | undefined {
  const free = changeable.get(row.editable) ?? [];
  return everything.find(
    (field) => !free.includes(field) && canonical(row[field]) !== canonical(content[field]),
  );
}

/** Order says nothing in a list of exceptions or platforms. */
function canonical(value: RuleFields[Field]): string {
  return JSON.stringify(typeof value === 'object' ? [...value].sort() : value);
}
