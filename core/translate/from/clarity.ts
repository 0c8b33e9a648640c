import { parseClarityOptions } from '../../profiles/clarity/options.ts';
import { type FieldKind, fieldKinds, kindsWithout } from '../fieldKinds.ts';
import type { PrivacyModel } from '../privacyModel.ts';
import { createRuleReader, fieldText } from '../ruleReader.ts';
import type { SourceReader } from '../sourceReader.ts';

/** Kinds that go by what is around them; all others are masked in every mode (layout/dom.ts `privacy`). */
export const clarityShown: readonly FieldKind[] = ['radio', 'checkbox', 'range', 'button', 'reset', 'submit'];

/** The object passed to `clarity.start()`. */
export const fromClarity: SourceReader = {
  id: 'clarity',
  read(source, notes): PrivacyModel {
    const options = parseClarityOptions(source.options);
    const reader = createRuleReader(source, notes);
    const channels = { channels: ['text', 'input', 'attribute', 'media'] } as const;
    const textOnly = { channels: ['text'] } as const;
    const always = kindsWithout(...clarityShown);
    for (const [at, entry] of options.overrides.entries())
      notes.approximate({ id: `unmask:${at}`, name: `!${entry}` }, 'clarity-override');
    if (options.mask.length > 0 && options.unmask.length > 0) notes.approximate('tie', 'clarity-tie');
    return {
      from: 'clarity',
      rules: [
        ...reader.list('mask', options.mask, 'mask', channels),
        ...reader.rule('[data-clarity-mask]', '[data-clarity-mask]', 'mask', {
          ...channels,
          origin: 'built-in',
        }),
        ...reader.list('unmask', options.unmask, 'unmask', textOnly),
        ...reader.rule('[data-clarity-unmask]', '[data-clarity-unmask]', 'unmask', {
          ...textOnly,
          origin: 'built-in',
        }),
        ...reader.given({ mask: channels, unmask: textOnly }, 'refused'),
        ...reader.never('noscript'),
        ...reader.always('part:forced-fields', always),
        ...fieldText(reader, always),
      ],
      resolve: 'nearest',
      text: 'mask',
      words: options.content,
      native: { content: options.content },
      fields: fieldKinds,
      attributes: ['title', 'alt', 'aria-label', ...(options.content ? [] : ['placeholder', 'data-*'])],
      media: options.content ? 'recorded' : 'images',
      frames: 'recorded',
      reach: {
        hosts: true,
        rootText: true,
        shadowRoots: true,
        frames: true,
        excludedFrames: true,
        inFrames: false,
        title: false,
        options: true,
        unmasked: [],
      },
    };
  },
};
