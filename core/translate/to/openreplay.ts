import type { Rule, RuleAction } from '../../rules/rule.ts';
import { codeOf, quoted } from '../codeText.ts';
import { buttonKinds, choiceKinds, kindsSelector } from '../fieldKinds.ts';
import {
  covers,
  framesUnderMasks,
  hasEffect,
  hiddenMedia,
  hidesText,
  isRegion,
  maskedKinds,
} from '../modelRules.ts';
import type { ModelRule, PrivacyModel } from '../privacyModel.ts';
import { fitsInHas, ownSelector, parentsOf, reachedBy } from '../selectorAlgebra.ts';
import type { PagePatch, TargetWriter } from '../targetWriter.ts';
import type { TranslationNotes } from '../translationNote.ts';

/** Their value is sent as an attribute, also of a hidden element: only a hidden parent takes it along. */
const keptKinds = [...choiceKinds, ...buttonKinds];
const keptFields = kindsSelector(keptKinds);

/** `new Tracker({ domSanitizer })` (@openreplay/tracker@19.0.1), and marks in the page for what is to be shown. */
export const toOpenreplay: TargetWriter = {
  id: 'openreplay',
  write(model, notes) {
    const isSame = model.from === 'openreplay';
    const isPrivate = isSame ? model.native?.privateMode === true : model.text === 'mask';
    const hidden = hiddenSelectors(model, notes);
    const obscured = obscuredSelectors(model, notes);
    const patches = isPrivate ? unmaskPatches(model) : refuseUnmasks(model, notes);
    const masksFields = [...maskedKinds(model)].some((kind) => kind !== 'password');
    const options = {
      ...(isPrivate && { privateMode: true }),
      defaultInputMode: masksFields || hasEffect(model, 'ignore-input') ? 1 : 0,
      ...(isSame && model.native),
      ...(reachesFrames(model) && { captureIFrames: false }),
    };
    noteParts(model, notes, 'captureIFrames' in options);
    return {
      options,
      ruleSet: { rules: rulesOf({ exclude: hidden, mask: obscured }), groups: [], gaps: [] },
      patches,
      code: codeText(options, hidden, obscured) + patchText(patches),
      language: 'javascript',
    };
  },
};

/** What is in a frame is recorded whatever is around it, hidden or not. */
function reachesFrames(model: PrivacyModel): boolean {
  if (model.from === 'openreplay') return model.frames === 'never';
  return hasEffect(model, 'exclude') || (model.text !== 'mask' && framesUnderMasks(model).length > 0);
}

function hiddenSelectors(model: PrivacyModel, notes: TranslationNotes): string[] {
  const found = [...hiddenMedia(model)];
  if (found.length > 0) notes.approximate('media', 'media-blocked');
  const hiding = model.rules.filter(
    (rule) => !isOwn(rule) && (rule.effect === 'exclude' || rule.effect === 'mask'),
  );
  const withFields = hiding.filter((rule) => covers(rule, 'input') && !rule.kinds);
  const regions = withFields.filter(isRegion);
  found.push(...hiding.filter(({ effect }) => effect === 'exclude').map(ownSelector));
  found.push(...parentsOfKept(withFields, regions, notes));
  if (model.reach.options && regions.length > 0) found.push(reachedBy(regions, 'select, datalist'));
  if (model.reach.options && maskedKinds(model).has('select')) {
    found.push('select', 'datalist');
    notes.approximate('options', 'options-hidden');
  }
  return found;
}

function parentsOfKept(
  rules: readonly ModelRule[],
  regions: readonly ModelRule[],
  notes: TranslationNotes,
): string[] {
  for (const rule of rules) {
    if (!fitsInHas(rule))
      notes.refused(rule, 'field-itself', {
        leaves: { part: 'fields', selector: reachedBy([rule], keptFields) },
      });
    else if (regions.includes(rule)) notes.approximate(rule, 'choices-hidden');
  }
  const direct = rules.filter(fitsInHas);
  const around = regions.filter(fitsInHas);
  return [
    ...(direct.length > 0 ? [parentsOf(direct.map(ownSelector), keptFields)] : []),
    ...(around.length > 0 ? [reachedBy(around, `:has(> :is(${keptFields}))`)] : []),
  ];
}

function obscuredSelectors(model: PrivacyModel, notes: TranslationNotes): string[] {
  return model.rules.flatMap((rule) => {
    if (rule.effect === 'ignore-input') notes.approximate(rule, 'typing-masked');
    if (rule.effect !== 'mask' || isOwn(rule)) return [];
    // Values of whole kinds are masked by the input mode; what stands in them is text.
    if (rule.kinds && !covers(rule, 'text')) return [];
    return [ownSelector(rule)];
  });
}

function isOwn({ selector, origin }: ModelRule): boolean {
  return (
    origin === 'built-in' && /^(?:noscript|svg title|(?:iframe)?\[data-openreplay-[a-z]+\])$/.test(selector)
  );
}

/** An unmask lifts the mask of everything and no other. */
function unmaskPatches(model: PrivacyModel): PagePatch[] {
  return model.rules
    .filter((rule) => rule.effect === 'unmask' && !isOwn(rule))
    .map((rule) => ({ selector: ownSelector(rule), attribute: 'data-openreplay-unmask', value: '' }));
}

function refuseUnmasks(model: PrivacyModel, notes: TranslationNotes): PagePatch[] {
  for (const rule of model.rules) {
    if (rule.effect !== 'unmask') continue;
    if (rule.origin === 'built-in') notes.approximate(rule, 'unmask-convention');
    else notes.refused(rule, 'no-unmask');
  }
  return [];
}

function noteParts(model: PrivacyModel, notes: TranslationNotes, losesFrames: boolean): void {
  const isPrivate = model.text === 'mask';
  const kinds = maskedKinds(model);
  const sent = keptKinds.filter(
    (kind) =>
      kinds.has(kind) || model.rules.some((rule) => rule.effect === 'exclude' && rule.kinds?.includes(kind)),
  );
  if (sent.length > 0)
    notes.refused('choices', 'openreplay-choices', {
      leaves: { part: 'fields', selector: kindsSelector(sent) },
    });
  if (model.reach.shadowRoots && hidesText(model) && model.rules.length > 0)
    notes.refused('shadow-roots', 'openreplay-shadow', { leaves: { part: 'shadow-roots' } });
  if (model.reach.title && !isPrivate) notes.refused('title', 'title-sent', { leaves: { part: 'title' } });
  if (model.attributes.some((name) => !isPrivate || (name !== 'alt' && name !== 'placeholder')))
    notes.refused('attributes', 'attributes-some', { leaves: { part: 'attributes' } });
  if (losesFrames) notes.approximate('frames', 'frames-never');
  if (isPrivate && model.resolve === 'nearest' && hasEffect(model, 'unmask'))
    notes.approximate('tie', 'mask-anywhere');
  if (isPrivate && hasEffect(model, 'unmask')) notes.approximate('marks', 'openreplay-marks');
  if (!isPrivate) notes.approximate('text', 'openreplay-stars');
}

function rulesOf(lists: Readonly<Record<'exclude' | 'mask', readonly string[]>>): Rule[] {
  const of = (action: RuleAction, selectors: readonly string[]) =>
    [...new Set(selectors)].map(
      (selector, at): Rule => ({
        id: `${action}-${at + 1}`,
        name: selector,
        selector,
        exceptions: [],
        action,
        consent: false,
        scope: 'all',
        platforms: ['web'],
        groupId: '0',
        editable: 'any',
      }),
    );
  return [...of('exclude', lists.exclude), ...of('mask', lists.mask)];
}

function codeText(
  options: Readonly<Record<string, boolean | number>>,
  hidden: readonly string[],
  obscured: readonly string[],
): string {
  const code = `(node) => {
  if (hidden.some((selector) => node.matches(selector))) return SanitizeLevel.Hidden;
  if (obscured.some((selector) => node.matches(selector))) return SanitizeLevel.Obscured;
  return SanitizeLevel.Plain;
}`;
  return `import Tracker, { SanitizeLevel } from '@openreplay/tracker';

const hidden = ${codeOf([...new Set(hidden)])};
const obscured = ${codeOf([...new Set(obscured)])};

const tracker = new Tracker(${codeOf({ projectKey: '<project key>', ...options, domSanitizer: { code } })});
`;
}

function patchText(patches: readonly PagePatch[]): string {
  if (patches.length === 0) return '';
  const lines = patches.map(({ selector, attribute }) => `// add ${attribute} to ${quoted(selector)}\n`);
  return `\n// What is to be shown is marked in the page itself.\n${lines.join('')}`;
}
