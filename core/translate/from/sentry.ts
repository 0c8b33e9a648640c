import { parseSentryOptions, type SentryOptions } from '../../profiles/sentry/options.ts';
import type { FieldKind } from '../fieldKinds.ts';
import type { PrivacyModel } from '../privacyModel.ts';
import { createRuleReader, fieldText } from '../ruleReader.ts';
import type { SourceReader } from '../sourceReader.ts';

/** @sentry/replay@11.12.0, `maskAllInputs`: rrweb's kinds and these. */
export const sentryInputs: readonly FieldKind[] = [
  'color',
  'date',
  'datetime-local',
  'email',
  'month',
  'number',
  'range',
  'search',
  'tel',
  'text',
  'time',
  'url',
  'week',
  'hidden',
  'radio',
  'checkbox',
  'textarea',
  'select',
];

/** Masked even where a rule unmasks: `maskAttribute`, `FORCED_AUTOCOMPLETE`. */
const forced = 'current-password new-password cc-number cc-exp cc-exp-month cc-exp-year cc-csc'
  .split(' ')
  .map((value) => `input[autocomplete="${value}"]`)
  .join(', ');

/** What it brings along; an unblocked element is none of them. */
const blocked = ['.sentry-block', '[data-sentry-block]', 'base', 'iframe[srcdoc]:not([src])', '.rr-block'];

/** The object passed to Sentry's `replayIntegration()`. */
export const fromSentry: SourceReader = {
  id: 'sentry',
  read(source, notes): PrivacyModel {
    const options = parseSentryOptions(source.options);
    const reader = createRuleReader(source, notes);
    for (const { ruleId } of options.notSimulated)
      notes.approximate({ id: ruleId, name: ruleId }, 'function');
    const builtIn = { origin: 'built-in' } as const;
    const unblock = options.unblock.filter((selector) => source.syntax(selector) === undefined);
    const exceptions = { exceptions: unblock };
    const fields = fieldsOf(options);
    return {
      from: 'sentry',
      rules: [
        ...reader.list('block', options.block, 'exclude', exceptions),
        ...blocked.flatMap((selector) =>
          reader.rule(selector, selector, 'exclude', { ...builtIn, ...exceptions }),
        ),
        ...(options.blockAllMedia && unblock.length > 0 ? unblockedMedia() : []),
        ...reader.list('mask', options.mask, 'mask'),
        ...['.sentry-mask', '[data-sentry-mask]', '.rr-mask'].flatMap((selector) =>
          reader.rule(selector, selector, 'mask', builtIn),
        ),
        ...reader.list('unmask', options.unmask, 'unmask'),
        ...reader.list('ignore', options.ignore, 'ignore-input'),
        ...['.sentry-ignore', '[data-sentry-ignore]'].flatMap((selector) =>
          reader.rule(selector, selector, 'ignore-input', builtIn),
        ),
        ...reader.given({ exclude: {}, mask: {}, unmask: {} }, 'as-not'),
        ...reader.rule('part:forced-fields', forced, 'mask', {
          ...builtIn,
          name: 'translate.part.forced-fields',
          channels: ['input'],
          scope: 'self',
        }),
        ...fieldText(reader, fields),
      ],
      resolve: 'nearest',
      text: options.maskAllText ? 'mask' : 'visible',
      fields,
      attributes: [...options.maskAttributes],
      media: options.blockAllMedia ? 'all' : 'recorded',
      frames: 'recorded',
      reach: {
        hosts: true,
        rootText: false,
        shadowRoots: true,
        frames: false,
        excludedFrames: true,
        inFrames: true,
        title: true,
        options: true,
        unmasked: ['submit', 'button'],
      },
    };

    /** Media goes by the default; that some of it is shown is lost, which hides more. */
    function unblockedMedia(): readonly [] {
      for (const [at, selector] of options.unblock.entries())
        notes.approximate({ id: `unblock[${at}]`, name: `unblock[${at}]` }, 'unblock-media', { selector });
      return [];
    }
  },
};

/** Passwords are masked whatever the options say, buttons with the text. */
function fieldsOf({ maskAllInputs, maskAllText }: SentryOptions): readonly FieldKind[] {
  return [
    'password',
    ...(maskAllInputs ? sentryInputs : []),
    ...(maskAllText ? (['submit', 'button'] as const) : []),
  ];
}
