import type { RrwebSettings } from '../profiles/rrwebFamily/settings.ts';
import type { RuleProblem } from '../rules/activeRule.ts';
import { type FieldKind, fieldKinds, isFieldKind } from './fieldKinds.ts';
import type { ModelRule, PrivacyModel } from './privacyModel.ts';
import { createRuleReader, fieldText, type RuleReader } from './ruleReader.ts';
import type { SourceConfiguration } from './sourceReader.ts';
import type { TranslationNotes } from './translationNote.ts';

interface RrwebFamilyOptions {
  readonly settings: RrwebSettings;
  readonly notSimulated: readonly RuleProblem[];
}

/** Their value leaves as an attribute, whatever is masked (rrweb-snapshot@2.2.2 `serializeElementNode`). */
const neverMasked: readonly FieldKind[] = ['radio', 'checkbox', 'submit', 'button'];

/** A recorder of the rrweb family: masks of text that nothing lifts, blocks, and fields by their kind. */
export function readRrwebSettings(
  from: string,
  { settings, notSimulated }: RrwebFamilyOptions,
  source: SourceConfiguration,
  notes: TranslationNotes,
): PrivacyModel {
  const reader = createRuleReader(source, notes);
  // A function of the site may show what would be starred: stars hide as much or more.
  for (const { ruleId } of notSimulated) notes.approximate({ id: ruleId, name: ruleId }, 'function');
  const fields = kindsOf(settings);
  return {
    from,
    rules: [
      ...ofClass(reader, notes, 'blockClass', settings.blockClass),
      ...ofSelector(reader, 'blockSelector', settings.blockSelector),
      ...ofClass(reader, notes, 'maskTextClass', settings.maskTextClass),
      ...ofSelector(reader, 'maskTextSelector', settings.maskTextSelector),
      ...ofClass(reader, notes, 'ignoreClass', settings.ignoreClass),
      ...ofSelector(reader, 'ignoreSelector', settings.ignoreSelector),
      ...reader.given({ exclude: {}, mask: { channels: ['text'] } }, 'refused'),
      ...fieldText(
        reader,
        fields.filter((kind) => kind === 'textarea'),
      ),
    ],
    resolve: 'mask-wins',
    text: 'visible',
    fields,
    attributes: settings.maskAttribute === null ? [] : ['*'],
    media: 'recorded',
    frames: 'recorded',
    reach: {
      hosts: false,
      rootText: true,
      shadowRoots: true,
      frames: true,
      excludedFrames: !settings.recordsBlockedFrames,
      inFrames: true,
      title: true,
      options: false,
      unmasked: [],
    },
  };
}

const effects = {
  blockClass: 'exclude',
  blockSelector: 'exclude',
  maskTextClass: 'mask',
  maskTextSelector: 'mask',
  ignoreClass: 'ignore-input',
  ignoreSelector: 'ignore-input',
} as const;
type OptionName = keyof typeof effects;

function ofSelector(reader: RuleReader, option: OptionName, selector: string | null): readonly ModelRule[] {
  if (!selector) return [];
  return reader.rule(option, selector, effects[option], channelsOf(option));
}

function ofClass(
  reader: RuleReader,
  notes: TranslationNotes,
  option: OptionName,
  pattern: string | RegExp,
): readonly ModelRule[] {
  if (pattern === '') return [];
  if (typeof pattern !== 'string') {
    notes.refused({ id: option, name: option }, 'class-pattern', {
      params: { pattern: String(pattern) },
      leaves: { part: 'rules' },
    });
    return [];
  }
  const selector = `[class~=${JSON.stringify(pattern)}]`;
  const plain = /^-?[A-Za-z_][\w-]*$/.test(pattern);
  return reader.rule(option, plain ? `.${pattern}` : selector, effects[option], {
    ...channelsOf(option),
    origin: 'built-in',
  });
}

function channelsOf(option: OptionName): Pick<ModelRule, 'channels'> | undefined {
  return effects[option] === 'mask' ? { channels: ['text'] } : undefined;
}

function kindsOf({ maskInput }: RrwebSettings): readonly FieldKind[] {
  if (maskInput.has('input'))
    return fieldKinds.filter((kind) => !neverMasked.includes(kind) && (isInput(kind) || maskInput.has(kind)));
  return [...maskInput].filter(isFieldKind).filter((kind) => !neverMasked.includes(kind));
}

function isInput(kind: FieldKind): boolean {
  return kind !== 'textarea' && kind !== 'select';
}
