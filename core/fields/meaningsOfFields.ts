import type { FieldClass, FieldFacts, FieldMeaning } from './fieldFacts.ts';
import { meaningOfField } from './meaningOfField.ts';

/**
 * Meanings of all fields of a page, read together: first each by itself, then those that say little with the
 * help of the fields around them.
 *
 * @param fields in document order
 */
export function meaningsOfFields(fields: readonly FieldFacts[]): readonly FieldMeaning[] {
  const alone = fields.map((facts) => meaningOfField(facts));
  const forms = new Map<number, Set<FieldClass>>();
  const singles = new Map<number, number>();
  for (const [index, facts] of fields.entries()) {
    if (facts.maxLength === 1) singles.set(facts.form, (singles.get(facts.form) ?? 0) + 1);
    const classes = forms.get(facts.form) ?? new Set<FieldClass>();
    classes.add(alone[index]?.class ?? 'none');
    forms.set(facts.form, classes);
  }
  return fields.map((facts, index) => {
    const before = fields[index - 1]?.form === facts.form ? alone[index - 1]?.class : undefined;
    const after = fields[index + 1]?.form === facts.form ? alone[index + 1]?.class : undefined;
    return meaningOfField(facts, {
      form: forms.get(facts.form) ?? new Set(),
      singles: singles.get(facts.form) ?? 0,
      ...(before === undefined ? {} : { before }),
      ...(after === undefined ? {} : { after }),
    });
  });
}
