import type { Rule, RuleAction } from '../../rules/rule.ts';
import { ruleLimits } from '../../settings/ruleLimits.ts';
import { kindsSelector } from '../fieldKinds.ts';
import {
  covers,
  fieldsUnder,
  framesUnderMasks,
  hiddenMedia,
  maskedKinds,
  unmaskSelector,
} from '../modelRules.ts';
import type { ModelRule, PrivacyModel } from '../privacyModel.ts';
import { ruleFileCode } from '../ruleFileCode.ts';
import { ownSelector, reachedBy } from '../selectorAlgebra.ts';
import type { TargetWriter } from '../targetWriter.ts';
import type { TranslationNotes } from '../translationNote.ts';

/** What a mask does to the text or value in them is not documented: they are excluded (core/profiles/fullstory). */
const undocumented = "svg text, svg title, svg desc, datalist, noscript, input[type='file' i]";

function undocumentedFor({ reach }: PrivacyModel): string {
  return reach.options ? `${undocumented}, option` : undocumented;
}

/** A rule file for FullStory. The org's own built-in rules are not counted on: they can be switched off. */
export const toFullstory: TargetWriter = {
  id: 'fullstory',
  write(model, notes) {
    const rules = [
      ...model.rules.flatMap((rule) => rulesFor(rule, model, notes)),
      ...defaults(model, notes),
    ].filter((rule) => isShort(rule, notes));
    const ruleSet = { rules, groups: [], gaps: [], privateByDefault: model.text === 'mask' };
    noteParts(model, notes);
    return {
      options: {},
      ruleSet,
      patches: [],
      code: ruleFileCode(ruleSet),
      language: 'json',
    };
  },
};

function rulesFor(rule: ModelRule, model: PrivacyModel, notes: TranslationNotes): Rule[] {
  switch (rule.effect) {
    case 'exclude':
      return [written(rule, 'exclude', rule)];
    case 'ignore-input':
      notes.approximate(rule, 'typing-excluded');
      return [written(rule, 'exclude', rule)];
    case 'unmask': {
      const selector = unmaskSelector(model, rule);
      const shown = selector === ownSelector(rule) ? rule : { selector, exceptions: [] };
      return [
        written(rule, 'unmask', shown),
        ...(covers(rule, 'input') ? [] : [companion(rule, 'mask', fieldsUnder(rule), 'fields')]),
      ];
    }
    default:
      if (rule.scope === 'subtree' && !covers(rule, 'input')) notes.approximate(rule, 'covers-fields');
      if (!rule.kinds) notes.approximate(rule, 'undocumented-excluded');
      return [
        written(rule, 'mask', rule),
        companion(rule, 'exclude', reachedBy([rule], undocumentedFor(model)), 'undocumented'),
      ];
  }
}

function defaults(model: PrivacyModel, notes: TranslationNotes): Rule[] {
  const about = (part: string) => ({ id: `scrim:${part}`, name: `Scrim: ${part}`, untilConsent: false });
  const rule = (part: string, action: RuleAction, selectors: readonly string[]) =>
    selectors.map((selector) => written(about(part), action, { selector, exceptions: [] }));
  const kinds = maskedKinds(model);
  const media = hiddenMedia(model);
  const frames = [...framesUnderMasks(model), ...framesUnderUnmasks(model)];
  if (media.length > 0) notes.approximate('media', 'media-blocked');
  if (frames.length > 0) notes.approximate('frames', 'frames-blocked');
  return [
    ...(model.fields.length > 0 ? rule('fields', 'mask', [kindsSelector(model.fields)]) : []),
    ...(kinds.has('select') && model.reach.options ? rule('options', 'exclude', ['option']) : []),
    ...(kinds.has('file') ? rule('files', 'exclude', [kindsSelector(['file'])]) : []),
    ...(model.text === 'mask' ? rule('undocumented', 'exclude', [undocumentedFor(model)]) : []),
    ...rule('media', 'exclude', media),
    ...rule('frames', 'exclude', frames),
  ].map((one, at) => ({ ...one, id: `${one.id}:${at + 1}` }));
}

function noteParts(model: PrivacyModel, notes: TranslationNotes): void {
  if (model.text === 'mask') notes.approximate('text', 'fullstory-private');
  if (model.reach.title) notes.refused('title', 'title-sent', { leaves: { part: 'title' } });
  if (model.rules.length > 0)
    notes.refused('shadow-roots', 'fullstory-shadow', { leaves: { part: 'shadow-roots' } });
  if (model.attributes.length > 0)
    notes.refused('attributes', 'fullstory-attributes', { leaves: { part: 'attributes' } });
}

/** Whether showing an element shows the page of a frame in it is not documented; in the source it does not. */
function framesUnderUnmasks({ text, reach, rules }: PrivacyModel): string[] {
  if (text !== 'mask' || reach.frames) return [];
  return rules.filter(({ effect }) => effect === 'unmask').map((rule) => reachedBy([rule], 'iframe, frame'));
}

type Origin = Pick<ModelRule, 'id' | 'name' | 'untilConsent'>;

function written(
  { id, name, untilConsent }: Origin,
  action: RuleAction,
  { selector, exceptions }: Pick<Rule, 'selector' | 'exceptions'>,
): Rule {
  return {
    id,
    name: name.startsWith('translate.part.')
      ? id.replace('part:', 'Scrim: ')
      : name.slice(0, ruleLimits.name),
    selector,
    exceptions,
    action,
    consent: untilConsent,
    scope: 'all',
    platforms: ['web'],
    groupId: '0',
    editable: 'any',
  };
}

/** A further rule that one rule needs. */
function companion(rule: ModelRule, action: RuleAction, selector: string, part: string): Rule {
  const name = `${rule.id} (${part})`;
  return { ...written({ ...rule, name }, action, { selector, exceptions: [] }), id: `${rule.id}:${part}` };
}

/** Longer ones are never written: nobody can say whether the recorder takes them. */
function isShort(rule: Rule, notes: TranslationNotes): boolean {
  if (rule.selector.length <= ruleLimits.selector) return true;
  notes.refused(rule, 'too-long', {
    ...(rule.action !== 'unmask' && { leaves: { part: 'rules', selector: rule.selector } }),
  });
  return false;
}
