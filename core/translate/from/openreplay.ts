import { type OpenreplayOptions, parseOpenreplayOptions } from '../../profiles/openreplay/options.ts';
import { kindsWithout } from '../fieldKinds.ts';
import type { ModelRule, PrivacyModel } from '../privacyModel.ts';
import { createRuleReader } from '../ruleReader.ts';
import type { SourceReader } from '../sourceReader.ts';

/** Their value is sent as an attribute, whatever is obscured (@openreplay/tracker@19.0.1 `sendNodeAttribute`). */
const sent = ['radio', 'checkbox', 'submit', 'button', 'reset'] as const;

function nativeOf(options: OpenreplayOptions): Readonly<Record<string, boolean | number>> {
  const { privateMode, obscureTextEmails, obscureTextNumbers, defaultInputMode } = options;
  return { privateMode, obscureTextEmails, obscureTextNumbers, defaultInputMode };
}

/** The object passed to OpenReplay's `new Tracker()`. */
export const fromOpenreplay: SourceReader = {
  id: 'openreplay',
  read(source, notes): PrivacyModel {
    const options = parseOpenreplayOptions(source.options);
    const reader = createRuleReader(source, notes);
    const fields = kindsWithout(...sent);
    const masksParts = options.obscureTextEmails || options.obscureTextNumbers;
    const masksText = options.privateMode || masksParts;
    if (options.hasSanitizer)
      notes.refused({ id: 'domSanitizer', name: 'domSanitizer' }, 'sanitizer', { leaves: { part: 'rules' } });
    if (options.defaultInputMode === 0) notes.approximate('fields', 'openreplay-values');
    const mark = (name: string, effect: ModelRule['effect'], channels?: ModelRule['channels']) => {
      const selector = `[data-openreplay-${name}]`;
      return reader.rule(selector, selector, effect, { origin: 'built-in', ...(channels && { channels }) });
    };
    // What is shown there still has its addresses starred: it stays masked.
    const unmaskMark = () => {
      if (options.privateMode && !masksParts) return mark('unmask', 'unmask', ['text']);
      if (options.privateMode) notes.approximate('unmask', 'openreplay-unmask');
      return [];
    };
    return {
      from: 'openreplay',
      rules: [
        ...mark('hidden', 'exclude'),
        ...mark('htmlmasked', 'exclude'),
        ...mark('obscured', 'mask', ['text', 'input', 'media']),
        ...mark('masked', 'mask', ['text', 'input', 'media']),
        ...unmaskMark(),
        ...reader.given({ exclude: {}, mask: { channels: ['text', 'input', 'media'] } }, 'as-not'),
        ...reader.never('noscript'),
        ...reader.never('svg title'),
        ...reader.never('iframe[data-openreplay-obscured]'),
        ...reader.always('part:forced-fields', fields),
      ],
      resolve: 'mask-wins',
      words: masksParts,
      native: nativeOf(options),
      text: masksText ? 'mask' : 'visible',
      fields,
      attributes: options.privateMode ? ['alt', 'placeholder'] : [],
      media: options.privateMode ? 'images' : 'recorded',
      frames: options.captureIFrames ? 'recorded' : 'never',
      reach: {
        hosts: false,
        rootText: masksText,
        shadowRoots: masksText,
        frames: false,
        excludedFrames: true,
        inFrames: true,
        title: options.privateMode,
        options: false,
        unmasked: sent,
      },
    };
  },
};
