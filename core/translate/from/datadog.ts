import { Level, levelNames } from '../../profiles/datadog/levels.ts';
import { parseDatadogOptions } from '../../profiles/datadog/options.ts';
import { type FieldKind, kindsWithout } from '../fieldKinds.ts';
import type { ModelRule, PrivacyModel } from '../privacyModel.ts';
import { createRuleReader, fieldText, type RuleReader } from '../ruleReader.ts';
import type { SourceReader } from '../sourceReader.ts';

/** Masked at every level, also where the page says otherwise: `getNodeSelfPrivacyLevel`. */
export const datadogForced: readonly FieldKind[] = ['password', 'email', 'tel', 'hidden'];
const forcedAutocomplete = 'input[autocomplete^="cc-"], input[autocomplete$="-password"]';

/** Sent at every level. */
const buttons: readonly FieldKind[] = ['submit', 'button', 'reset'];

/** The object passed to `datadogRum.init()`, and the marks it honours in a page. */
export const fromDatadog: SourceReader = {
  id: 'datadog',
  read(source, notes): PrivacyModel {
    const { level } = parseDatadogOptions(source.options);
    const reader = createRuleReader(source, notes);
    if (level === Level.maskUnlessAllowlisted) notes.approximate('text', 'allowlist');
    const masksText = level === Level.mask || level === Level.maskUnlessAllowlisted;
    const masksFields = level !== Level.allow;
    const fields = fieldsOf(masksFields, level === Level.mask);
    return {
      from: 'datadog',
      rules: [
        ...Object.keys(levelNames).flatMap((name) => marks(reader, name)),
        ...reader.always('part:forced-fields', datadogForced),
        ...reader.rule('part:forced-autocomplete', forcedAutocomplete, 'mask', {
          name: 'translate.part.forced-fields',
          channels: ['input'],
          scope: 'self',
          origin: 'built-in',
        }),
        ...(masksFields ? [...fieldText(reader, fields), ...outputText(reader)] : []),
        // It takes no rules: those of a rule set are refused by name.
        ...reader.given({}, 'refused'),
      ],
      resolve: 'nearest',
      text: masksText ? 'mask' : 'visible',
      fields,
      attributes: masksText ? ['title', 'alt', 'placeholder', 'aria-label', 'name', 'data-*', 'href'] : [],
      media: masksText ? 'images' : 'recorded',
      frames: 'never',
      reach: {
        hosts: true,
        rootText: true,
        shadowRoots: true,
        frames: true,
        excludedFrames: true,
        inFrames: false,
        title: true,
        options: true,
        unmasked: buttons,
      },
    };
  },
};

function fieldsOf(masksFields: boolean, masksAll: boolean): readonly FieldKind[] {
  if (!masksFields) return datadogForced;
  return masksAll ? kindsWithout(...buttons) : kindsWithout(...buttons, 'color');
}

/** What a level does, as rules: masking what people enter shows the text around it. */
function marks(reader: RuleReader, name: string): readonly ModelRule[] {
  return [`[data-dd-privacy="${name}"]`, `.dd-privacy-${name}`].flatMap((selector) => {
    const mark = (effect: ModelRule['effect'], details: Partial<ModelRule> = {}) =>
      reader.rule(selector, selector, effect, { origin: 'built-in', ...details });
    switch (name) {
      case 'hidden':
        return mark('exclude');
      case 'allow':
        return mark('unmask');
      case 'mask-user-input':
        return [
          ...mark('unmask', { channels: ['text'] }),
          ...mark('mask', { channels: ['input'] }),
          ...reader.rule(selector, `:is(output, option, textarea):is(${selector}, ${selector} *)`, 'mask', {
            origin: 'built-in',
            channels: ['text'],
            scope: 'self',
          }),
        ];
      default:
        return mark('mask', { channels: ['text', 'input', 'attribute', 'media'] });
    }
  });
}

function outputText(reader: RuleReader): readonly ModelRule[] {
  return reader.rule('part:output-text', 'output', 'mask', {
    name: 'translate.part.output-text',
    channels: ['text'],
    scope: 'self',
    origin: 'built-in',
  });
}
