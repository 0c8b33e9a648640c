import { codeOf, quoted } from '../codeText.ts';
import { buttonKinds, type FieldKind, kindsSelector } from '../fieldKinds.ts';
import { datadogForced } from '../from/datadog.ts';
import {
  alwaysMaskedKinds,
  covers,
  hiddenMedia,
  isMask,
  isRegion,
  maskedKinds,
  unmaskSelector,
} from '../modelRules.ts';
import type { ModelRule, PrivacyModel } from '../privacyModel.ts';
import { ownSelector, reachedBy } from '../selectorAlgebra.ts';
import type { PagePatch, TargetWriter } from '../targetWriter.ts';
import type { TranslationNotes } from '../translationNote.ts';

/** Weakest first: on an element that several patches name the last one counts. */
const levels = ['allow', 'mask-user-input', 'mask', 'hidden'] as const;
type PatchLevel = (typeof levels)[number];

/** `datadogRum.init({...})` and marks in the page: it takes no selectors (@datadog/browser-rum@7.16.2). */
export const toDatadog: TargetWriter = {
  id: 'datadog',
  write(model, notes) {
    const options = { defaultPrivacyLevel: levelOf(model) };
    const found = [...rulePatches(model, notes), ...leftOver(model, notes)];
    const patches = levels.flatMap((level) => found.filter(({ value }) => value === level));
    noteParts(model, notes);
    return {
      options,
      patches,
      code: `datadogRum.init(${codeOf({ applicationId: '<application id>', clientToken: '<client token>', ...options })});\n${patchText(patches)}`,
      language: 'javascript',
    };
  },
};

function levelOf(model: PrivacyModel): 'mask' | 'mask-user-input' | 'allow' {
  if (model.text === 'mask') return 'mask';
  return needsInputMask(maskedKinds(model)) ? 'mask-user-input' : 'allow';
}

function needsInputMask(kinds: ReadonlySet<FieldKind>): boolean {
  return [...kinds].some((kind) => !datadogForced.includes(kind) && !buttonKinds.includes(kind));
}

function rulePatches(model: PrivacyModel, notes: TranslationNotes): PagePatch[] {
  const keepsFields = needsInputMask(alwaysMaskedKinds(model));
  return model.rules.flatMap((rule) => {
    if (isOwn(rule)) return [];
    switch (rule.effect) {
      case 'exclude':
        return [patch(ownSelector(rule), 'hidden')];
      case 'unmask':
        return [
          patch(
            unmaskSelector(model, rule),
            keepsFields || !covers(rule, 'input') ? 'mask-user-input' : 'allow',
          ),
        ];
      case 'ignore-input':
        notes.approximate(rule, 'typing-masked');
        return [patch(ownSelector(rule), 'mask')];
      default:
        return maskPatches(rule, model, notes);
    }
  });
}

/** Marks that Datadog honours by itself. */
function isOwn({ id, selector }: ModelRule): boolean {
  return /^(?:\[data-dd-privacy="[a-z-]+"\]|\.dd-privacy-[a-z-]+)$/.test(id) && selector.includes(id);
}

/** Whole kinds of field go by the level of the page. */
function maskPatches(rule: ModelRule, model: PrivacyModel, notes: TranslationNotes): PagePatch[] {
  const level = levelOf(model);
  if (rule.kinds && level !== 'allow') {
    if (rule.origin === 'site') notes.approximate(rule, 'by-level', { level });
    return [];
  }
  if (isRegion(rule) && !covers(rule, 'input')) notes.approximate(rule, 'covers-fields');
  return [patch(ownSelector(rule), 'mask')];
}

/** What no level hides: the captions of buttons, and colours where only input is masked. */
function leftOver(model: PrivacyModel, notes: TranslationNotes): PagePatch[] {
  const kinds = maskedKinds(model);
  const buttons = buttonKinds.filter((kind) => kinds.has(kind));
  const reached = buttonKinds.filter((kind) => !kinds.has(kind) && !model.reach.unmasked.includes(kind));
  const regions = model.rules.filter((rule) => isRegion(rule) && covers(rule, 'input'));
  const within =
    reached.length > 0 && regions.length > 0
      ? [patch(reachedBy(regions, kindsSelector(reached)), 'hidden')]
      : [];
  if (within.length > 0 && model.reach.shadowRoots)
    notes.refused('shadow-roots', 'datadog-shadow-buttons', {
      leaves: { part: 'shadow-roots', selector: kindsSelector(reached) },
    });
  const media = levelOf(model) === 'mask' && model.media === 'images' ? [] : hiddenMedia(model);
  if (buttons.length > 0 || within.length > 0) notes.approximate('buttons', 'buttons-blocked');
  if (media.length > 0) notes.approximate('media', 'media-blocked');
  const showsColours = levelOf(model) !== 'mask' || alwaysMaskedKinds(model).has('color');
  return [
    ...within,
    ...(buttons.length > 0 ? [patch(kindsSelector(buttons), 'hidden')] : []),
    ...(kinds.has('color') && showsColours ? [patch(kindsSelector(['color']), 'mask')] : []),
    ...media.map((selector) => patch(selector, 'hidden')),
  ];
}

/** Masked at the level `mask` (`shouldMaskAttribute`). */
const maskedAttributes = new Set(['title', 'alt', 'placeholder', 'aria-label', 'name', 'data-*', 'href']);

function noteParts(model: PrivacyModel, notes: TranslationNotes): void {
  if (model.frames === 'recorded') notes.approximate('frames', 'frames-never');
  const isWhole = model.text === 'mask' && !model.rules.some(({ effect }) => effect === 'unmask');
  if (model.attributes.some((name) => !isWhole || !maskedAttributes.has(name)) && model.from !== 'datadog')
    notes.refused('attributes', 'attributes-some', { leaves: { part: 'attributes' } });
  if (model.rules.some((rule) => isMask(rule, 'text') || rule.effect === 'exclude'))
    notes.approximate('marks', 'datadog-marks');
}

function patch(selector: string, value: PatchLevel): PagePatch {
  return { selector, attribute: 'data-dd-privacy', value };
}

function patchText(patches: readonly PagePatch[]): string {
  if (patches.length === 0) return '';
  const lines = patches.map(
    ({ selector, value }) => `// add data-dd-privacy="${value}" to ${quoted(selector)}\n`,
  );
  return `
// Datadog takes no selectors: each of these attributes must be written into the page.
// Where several lines name one element, the last of them counts.
${lines.join('')}`;
}
