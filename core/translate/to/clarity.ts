import { codeOf } from '../codeText.ts';
import { kindsSelector } from '../fieldKinds.ts';
import { clarityShown } from '../from/clarity.ts';
import {
  covers,
  framesUnderMasks,
  hasEffect,
  hiddenMedia,
  isMask,
  isRegion,
  maskedKinds,
} from '../modelRules.ts';
import type { ModelRule, PrivacyModel } from '../privacyModel.ts';
import { fitsInHas, narrowed, ownSelector, parentsOf } from '../selectorAlgebra.ts';
import type { TargetWriter } from '../targetWriter.ts';
import type { TranslationNotes } from '../translationNote.ts';

const neverReadTag = 'noscript';
const shownFields = kindsSelector(clarityShown);

/** `clarity.start({...})` (clarity-js@0.8.70); the same selectors go into the project's masking settings. */
export const toClarity: TargetWriter = {
  id: 'clarity',
  write(model, notes) {
    const masked = masks(model, notes);
    const shown = unmasks(model, masked, notes);
    const isBalanced = model.from === 'clarity' ? model.native?.content === true : model.text !== 'mask';
    const options = {
      content: isBalanced,
      ...(masked.length > 0 && { mask: [...new Set(masked)].map(withoutMark) }),
      ...(shown.length > 0 && { unmask: [...new Set(shown)].map(withoutMark) }),
    };
    noteParts(model, notes);
    const mode = isBalanced ? 'Balanced' : 'Strict';
    return {
      options,
      patches: [],
      code: `clarity.start(${codeOf({ projectId: '<project id>', ...options })});

// In a project that is set up in Clarity's dashboard: Settings > Masking > ${mode},
// and each selector above under "Mask by element" or "Unmask by element".
`,
      language: 'javascript',
    };
  },
};

function masks(model: PrivacyModel, notes: TranslationNotes): string[] {
  const found: string[] = [];
  const fields: ModelRule[] = [];
  for (const rule of model.rules) {
    if (rule.effect === 'ignore-input') notes.approximate(rule, 'typing-masked');
    if (rule.selector === neverReadTag) continue;
    if (rule.effect === 'exclude') noteExclusion(rule, notes);
    if (rule.effect !== 'exclude' && rule.effect !== 'mask') continue;
    // Fields are masked in every mode, and no selector changes that.
    if (rule.kinds) {
      if (covers(rule, 'text') && rule.kinds.includes('select')) found.push('datalist');
      continue;
    }
    if (covers(rule, 'text') || covers(rule, 'media')) found.push(ownSelector(rule));
    if (covers(rule, 'input')) fields.push(rule);
  }
  found.push(...parentsOfShown(fields, notes));
  // Selectors are looked for in the page, not in the pages of its frames (layout/dom.ts `parse`).
  const shows = model.text !== 'mask' || hasEffect(model, 'unmask');
  const reaches = framesUnderMasks(model).length > 0 || (model.reach.inFrames && found.length > 0);
  if (shows && reaches) {
    found.push('iframe');
    notes.approximate('frames', 'frames-masked');
  }
  return [...found, ...(model.media === 'recorded' ? [] : hiddenMedia(model))];
}

function noteExclusion(rule: ModelRule, notes: TranslationNotes): void {
  if (rule.kinds && rule.origin === 'built-in') notes.approximate(rule, 'field-masked');
  else notes.refused(rule, 'no-exclude', { leaves: { part: 'attributes', selector: rule.selector } });
}

/** A rule does not reach a check box or a button itself, only what it stands in; a shadow root is no element. */
function parentsOfShown(rules: readonly ModelRule[], notes: TranslationNotes): string[] {
  for (const rule of rules) {
    if (!fitsInHas(rule))
      notes.refused(rule, 'field-itself', {
        leaves: { part: 'fields', selector: shownOf(fieldsSelectors(rule)) },
      });
  }
  const fitting = rules.filter(fitsInHas).flatMap(fieldsSelectors);
  if (fitting.length === 0) return [];
  notes.refused('shadow-roots', 'clarity-root-fields', {
    leaves: { part: 'shadow-roots', selector: shownOf(fitting) },
  });
  return [parentsOf(fitting, shownFields)];
}

/** A rule that masks text takes along what is below; one for fields alone is no mask here. */
function fieldsSelectors(rule: ModelRule): readonly string[] {
  const own = ownSelector(rule);
  return isRegion(rule) && !covers(rule, 'text') ? [own, `:is(${own}) *`] : [own];
}

function shownOf(selectors: readonly string[]): string {
  return `:is(${shownFields}):is(${selectors.join(', ')})`;
}

/** On one element Clarity's unmask wins over its mask, and nothing is final: both are left out of the selector. */
function unmasks(model: PrivacyModel, masked: readonly string[], notes: TranslationNotes): string[] {
  const sealed = model.rules
    .filter((rule) => rule.effect === 'exclude' || (model.resolve === 'mask-wins' && isMask(rule, 'text')))
    .map(ownSelector);
  return model.rules
    .filter(({ effect }) => effect === 'unmask')
    .map((rule) => {
      if (covers(rule, 'input')) notes.approximate(rule, 'fields-stay-masked');
      return narrowed(ownSelector(rule), masked, sealed);
    });
}

const neverRead = new Set(['title', 'alt', 'aria-label']);

function noteParts(model: PrivacyModel, notes: TranslationNotes): void {
  const isWhole = model.text === 'mask' && !hasEffect(model, 'unmask');
  const kinds = maskedKinds(model);
  const hidden = clarityShown.filter(
    (kind) =>
      kinds.has(kind) ||
      model.rules.some(({ effect, kinds: named }) => effect === 'exclude' && named?.includes(kind)),
  );
  if (hidden.length > 0 && !isWhole)
    notes.refused('choices', 'clarity-choices', {
      leaves: { part: 'fields', selector: kindsSelector(hidden) },
    });
  if (model.reach.shadowRoots && hasEffect(model, 'unmask') && hasEffect(model, 'exclude'))
    notes.refused('shadow-roots', 'clarity-shadow', { leaves: { part: 'shadow-roots' } });
  if (model.reach.title) notes.refused('title', 'title-sent', { leaves: { part: 'title' } });
  const also = isWhole ? ['placeholder', 'data-*'] : [];
  if (
    model.attributes.some((name) => !neverRead.has(name) && !also.includes(name)) &&
    model.from !== 'clarity'
  )
    notes.refused('attributes', 'attributes-some', { leaves: { part: 'attributes' } });
  if (model.media === 'all') notes.refused('media', 'clarity-media', { leaves: { part: 'media' } });
  if (model.text !== 'mask') notes.approximate('text', 'clarity-balanced');
}

/** An exclamation mark makes an entry of `unmask` an override; in CSS it stands in strings and escapes only. */
function withoutMark(selector: string): string {
  return selector.replace(/\\?!/g, '\\21 ');
}
