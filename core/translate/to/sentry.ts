import { codeOf } from '../codeText.ts';
import { type FieldKind, kindsSelector } from '../fieldKinds.ts';
import { sentryInputs } from '../from/sentry.ts';
import {
  covers,
  fieldsUnder,
  framesUnderMasks,
  hasEffect,
  hiddenMedia,
  hidesText,
  isMask,
  isRegion,
  unmaskSelector,
} from '../modelRules.ts';
import type { ModelRule, PrivacyModel } from '../privacyModel.ts';
import { ownSelector, reachedBy } from '../selectorAlgebra.ts';
import type { TargetWriter } from '../targetWriter.ts';
import type { TranslationNotes } from '../translationNote.ts';

/** Their caption is an attribute, masked only by default and never by a rule: `maskAttribute`. */
const captions: readonly FieldKind[] = ['submit', 'button'];
/** Marked by Sentry itself: no need to name them. */
const own = new Set([
  '.sentry-block',
  '[data-sentry-block]',
  'base',
  'iframe[srcdoc]:not([src])',
  '.rr-block',
  '.sentry-mask',
  '[data-sentry-mask]',
  '.rr-mask',
  '.sentry-ignore',
  '[data-sentry-ignore]',
]);

/** `Sentry.replayIntegration({...})` (@sentry/browser@11.12.0). */
export const toSentry: TargetWriter = {
  id: 'sentry',
  write(model, notes) {
    const rules = model.rules.filter((rule) => !own.has(rule.selector) || rule.exceptions.length > 0);
    const fields = defaultFields(model);
    const options = {
      maskAllText: model.text === 'mask',
      maskAllInputs: fields.all,
      blockAllMedia: model.media === 'all',
      ...attributesOf(model, notes),
      ...listed('block', blocks(model, rules, notes)),
      ...listed('mask', [...masks(rules, notes), ...fields.mask]),
      ...listed('unmask', unmasks(model, rules)),
      ...listed('ignore', rules.filter(({ effect }) => effect === 'ignore-input').map(ownSelector)),
    };
    if (model.reach.rootText && hidesText(model))
      notes.refused('shadow-roots', 'sentry-shadow-text', { leaves: { part: 'shadow-roots' } });
    const integration = `Sentry.replayIntegration(${codeOf(options, '    ')})`;
    return {
      options,
      patches: [],
      code: `Sentry.init({\n  dsn: "<your dsn>",\n  integrations: [\n    ${integration},\n  ],\n});\n`,
      language: 'javascript',
    };
  },
};

function listed(name: string, selectors: readonly string[]): Record<string, string[]> {
  return selectors.length === 0 ? {} : { [name]: [...new Set(selectors)] };
}

function defaultFields({ fields }: PrivacyModel): {
  readonly all: boolean;
  readonly mask: readonly string[];
} {
  const all = sentryInputs.every((kind) => fields.includes(kind));
  const rest = fields.filter(
    (kind) => kind !== 'password' && !captions.includes(kind) && !(all && sentryInputs.includes(kind)),
  );
  return { all, mask: rest.length > 0 ? [kindsSelector(rest)] : [] };
}

/** Where masks meet it is as in the model: the nearest decides, and on one element a mask. */
function masks(rules: readonly ModelRule[], notes: TranslationNotes): string[] {
  const found: string[] = [];
  for (const rule of rules) {
    if (rule.effect === 'unmask' && !covers(rule, 'input')) found.push(fieldsUnder(rule));
    if (rule.effect !== 'mask') continue;
    found.push(ownSelector(rule));
    if (isRegion(rule) && !covers(rule, 'input')) notes.approximate(rule, 'covers-fields');
  }
  return found;
}

function unmasks(model: PrivacyModel, rules: readonly ModelRule[]): string[] {
  return rules.filter(({ effect }) => effect === 'unmask').map((rule) => unmaskSelector(model, rule));
}

function blocks(model: PrivacyModel, rules: readonly ModelRule[], notes: TranslationNotes): string[] {
  const frames = framesUnderMasks(model);
  const media = model.media === 'all' ? [] : hiddenMedia(model);
  const buttons = model.from === 'sentry' ? [] : captionsOf(model);
  if (frames.length > 0) notes.approximate('frames', 'frames-blocked');
  if (media.length > 0) notes.approximate('media', 'media-blocked');
  if (buttons.length > 0) notes.approximate('buttons', 'buttons-blocked');
  return [
    ...rules.filter(({ effect }) => effect === 'exclude').map(ownSelector),
    ...frames,
    ...media,
    ...buttons,
  ];
}

/** Captions that the source hides, for every button or for those below a rule. */
function captionsOf(model: PrivacyModel): string[] {
  const named = captions.filter(
    (kind) =>
      model.rules.some((rule) => isMask(rule, 'input') && rule.kinds?.includes(kind)) ||
      (model.fields.includes(kind) && (model.text !== 'mask' || hasEffect(model, 'unmask'))),
  );
  const reached = captions.filter((kind) => !model.reach.unmasked.includes(kind) && !named.includes(kind));
  const regions =
    reached.length === 0 ? [] : model.rules.filter((rule) => isMask(rule, 'input') && !rule.kinds);
  return [
    ...(named.length > 0 ? [kindsSelector(named)] : []),
    ...(regions.length > 0 ? [reachedBy(regions, kindsSelector(reached))] : []),
  ];
}

const defaultAttributes = ['title', 'placeholder', 'aria-label'];

function attributesOf(model: PrivacyModel, notes: TranslationNotes): { readonly maskAttributes?: string[] } {
  const named = model.attributes.filter((name) => !name.includes('*') && name !== 'href');
  if (named.length < model.attributes.length)
    notes.refused('attributes', 'attributes-some', { leaves: { part: 'attributes' } });
  const more = named.filter((name) => !defaultAttributes.includes(name));
  return more.length === 0 ? {} : { maskAttributes: [...defaultAttributes, ...more] };
}
