import type { FieldFacts } from './fieldFacts.ts';

/** Where a field stands among the fields of its form: told before anything is known of what they are. */
export interface FieldSetting {
  /** Names of what is so. */
  readonly features: readonly string[];
}

const counted = (count: number, most = 4) => Math.min(most, count);

/**
 * The settings of all fields of a page. Fields outside of forms count as one form.
 *
 * @param fields in document order, without those nobody types into
 */
export function fieldSettings(fields: readonly FieldFacts[]): readonly FieldSetting[] {
  const forms = new Map<number, FieldFacts[]>();
  for (const facts of fields) {
    const known = forms.get(facts.form);
    if (known) known.push(facts);
    else forms.set(facts.form, [facts]);
  }
  const settings = new Map<FieldFacts, FieldSetting>();
  for (const form of forms.values()) {
    for (const [index, setting] of settingsInForm(form).entries())
      settings.set(form[index] as FieldFacts, setting);
  }
  return fields.map((facts) => settings.get(facts) ?? { features: [] });
}

function settingsInForm(form: readonly FieldFacts[]): FieldSetting[] {
  const passwords = form.filter(({ type }) => type === 'password').length;
  const singles = form.filter(({ maxLength }) => maxLength === 1).length;
  let before = 0;
  return form.map((facts, index) => {
    const features = [
      `fields ${counted(Math.floor(Math.log2(form.length)), 6)}`,
      `passwords ${counted(passwords, 3)}`,
      `passwords before ${counted(before, 2)}`,
      `place ${counted(index)}`,
      `left ${counted(form.length - 1 - index)}`,
      `fields ${counted(form.length, 6)} passwords ${counted(passwords, 3)} place ${counted(index)}`,
      `before ${shapeOf(form[index - 1])}`,
      `after ${shapeOf(form[index + 1])}`,
      `second after ${shapeOf(form[index + 2])}`,
    ];
    if (facts.maxLength === 1) features.push(`singles ${counted(singles, 6)}`);
    if (facts.type === 'password') before += 1;
    return { features };
  });
}

function shapeOf(facts: FieldFacts | undefined): string {
  if (!facts) return 'nothing';
  return facts.maxLength === 1 ? 'single' : facts.type.slice(0, 12);
}
