import { listRules } from '../profiles/ruleLists.ts';
import { type Rule, RuleAction, type RuleSet } from '../rules/rule.ts';
import { type FieldKind, kindsOfSelector, kindsSelector } from './fieldKinds.ts';
import type { ModelRule, RuleChannel } from './privacyModel.ts';
import type { SourceConfiguration } from './sourceReader.ts';
import type { TranslationNotes } from './translationNote.ts';

type Effect = ModelRule['effect'];
type Details = Partial<Omit<ModelRule, 'id' | 'selector' | 'effect'>>;

export interface RuleReader {
  /** One rule of the model; nothing, and a note, when its selector is not valid. */
  rule(id: string, selector: string, effect: Effect, details?: Details): readonly ModelRule[];
  /** Entries of a list of selectors: `mask[0]`, `mask[1]`. */
  list(option: string, selectors: readonly string[], effect: Effect, details?: Details): readonly ModelRule[];
  /** Fields that are masked whatever unmask rules say. */
  always(id: string, kinds: readonly FieldKind[]): readonly ModelRule[];
  /** Elements whose content the recorder never reads. */
  never(selector: string): readonly ModelRule[];
  /** Rules of a rule set as the recorder's own lists would hold them. */
  given(
    effects: Partial<Record<RuleAction, Details>>,
    exceptions: 'as-not' | 'refused',
  ): readonly ModelRule[];
}

export const allChannels: readonly RuleChannel[] = ['text', 'input', 'attribute', 'media'];

export function createRuleReader(source: SourceConfiguration, notes: TranslationNotes): RuleReader {
  const { syntax, ruleSet } = source;

  function rule(id: string, selector: string, effect: Effect, details: Details = {}): readonly ModelRule[] {
    const { name = id } = details;
    const detail = syntax(selector);
    if (detail !== undefined) {
      notes.refused({ id, name }, 'invalid', { params: { detail }, leaves: { part: 'rules', selector } });
      return [];
    }
    const kinds = (details.exceptions ?? []).length === 0 ? kindsOfSelector(selector) : undefined;
    return [
      {
        id,
        name,
        selector,
        exceptions: [],
        effect,
        scope: effect === 'ignore-input' ? 'self' : 'subtree',
        channels: effect === 'exclude' ? allChannels : ['text', 'input'],
        untilConsent: false,
        origin: 'site',
        ...(kinds && effect !== 'unmask' && { kinds }),
        ...details,
      },
    ];
  }

  function given(
    effects: Partial<Record<RuleAction, Details>>,
    exceptions: 'as-not' | 'refused',
  ): readonly ModelRule[] {
    const lists = Object.fromEntries(Object.keys(effects).map((action) => [action, [action]]));
    const valid = { ...ruleSet, rules: ruleSet.rules.filter((one) => isValid(one, source, notes)) };
    const { listed, problems } = listRules(valid, lists, exceptions);
    for (const { ruleId, detail } of problems) {
      const name = nameOf(ruleSet, ruleId);
      if (listed.some((entry) => entry.id === ruleId))
        notes.approximate({ id: ruleId, name }, `source-${detail}`);
      else notes.refused({ id: ruleId, name }, `source-${detail}`);
    }
    return listed.flatMap(({ id, name, selector, action }) =>
      rule(id, selector, effectOf[action] ?? 'mask', { name, ...effects[action] }),
    );
  }

  return {
    rule,
    given,
    list: (option, selectors, effect, details) =>
      selectors.flatMap((selector, at) => rule(`${option}[${at}]`, selector, effect, details)),
    never: (selector) =>
      rule('part:never-read', selector, 'exclude', { name: 'translate.part.never-read', origin: 'built-in' }),
    always: (id, kinds) =>
      kinds.length === 0
        ? []
        : rule(id, kindsSelector(kinds), 'mask', {
            channels: ['input'],
            scope: 'self',
            origin: 'built-in',
            kinds,
          }),
  };
}

const effectOf: Partial<Record<RuleAction, Effect>> = {
  [RuleAction.exclude]: 'exclude',
  [RuleAction.mask]: 'mask',
  [RuleAction.unmask]: 'unmask',
};

/** Each part must stand by itself: an exception that is not closed would take the rest of a list into itself. */
function isValid(rule: Rule, { syntax }: SourceConfiguration, notes: TranslationNotes): boolean {
  for (const selector of [rule.selector, ...rule.exceptions]) {
    const detail = syntax(selector);
    if (detail === undefined) continue;
    notes.refused(rule, 'invalid', {
      params: { detail },
      leaves: { part: 'rules', selector: rule.selector },
    });
    return false;
  }
  return true;
}

function nameOf(ruleSet: RuleSet, id: string): string {
  return ruleSet.rules.find((rule) => rule.id === id)?.name ?? id;
}

/** Text that stands in fields and goes with their values: the options of a drop-down, what a text area begins with. */
export function fieldText(reader: RuleReader, kinds: readonly FieldKind[]): readonly ModelRule[] {
  const held: readonly FieldKind[] = kinds.filter((kind) => kind === 'textarea' || kind === 'select');
  if (held.length === 0) return [];
  const selector = held.map((kind) => (kind === 'select' ? 'option' : kind)).join(', ');
  return reader.rule('part:field-text', selector, 'mask', {
    name: 'translate.part.field-text',
    channels: ['text'],
    origin: 'built-in',
    kinds: held,
  });
}
