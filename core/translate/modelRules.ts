import type { FieldKind } from './fieldKinds.ts';
import type { ModelRule, PrivacyModel, RuleChannel } from './privacyModel.ts';
import { narrowed, ownSelector, reachedBy } from './selectorAlgebra.ts';

/** What several writers ask of a model. */

const images = 'img, picture, image, video, audio';
/** @sentry/replay@11.12.0 `getPrivacyOptions`, `blockAllMedia`. */
const allMedia = `${images}, svg, object, embed, map, link[rel="icon"], link[rel="apple-touch-icon"]`;

export function covers(rule: ModelRule, channel: RuleChannel): boolean {
  return rule.channels.includes(channel);
}

export function isMask(rule: ModelRule, channel: RuleChannel): boolean {
  return rule.effect === 'mask' && covers(rule, channel);
}

/** A mask of all that is below an element, as against one of single fields. */
export function isRegion(rule: ModelRule): boolean {
  return rule.effect === 'mask' && rule.scope === 'subtree' && rule.kinds === undefined;
}

export function hasEffect(model: PrivacyModel, effect: ModelRule['effect']): boolean {
  return model.rules.some((rule) => rule.effect === effect);
}

export function hidesText(model: PrivacyModel): boolean {
  return (
    model.text === 'mask' || model.rules.some((rule) => isMask(rule, 'text') || rule.effect === 'exclude')
  );
}

/** Kinds of field that are masked everywhere: by default, or by a rule that names them. */
export function maskedKinds(model: PrivacyModel): ReadonlySet<FieldKind> {
  const named = model.rules.filter((rule) => isMask(rule, 'input')).flatMap((rule) => rule.kinds ?? []);
  return new Set([...model.fields, ...named]);
}

/** Kinds that no unmask shows. */
export function alwaysMaskedKinds(model: PrivacyModel): ReadonlySet<FieldKind> {
  return new Set(model.rules.filter((rule) => isMask(rule, 'input')).flatMap((rule) => rule.kinds ?? []));
}

/** Media that the source hides, for targets whose masks leave it: by default, and under rules. */
export function hiddenMedia(model: PrivacyModel): readonly string[] {
  const regions = model.rules.filter((rule) => isMask(rule, 'media'));
  return [
    ...(model.media === 'all' ? [allMedia] : []),
    ...(model.media === 'images' ? [images] : []),
    ...(model.media === 'recorded' && regions.length > 0 ? [reachedBy(regions, images)] : []),
  ];
}

/** Frames whose page the source hides although the target's masks end at their border. */
export function framesUnderMasks(model: PrivacyModel): readonly string[] {
  if (model.frames === 'never') return ['iframe, frame'];
  // What the source does not show in there would be shown.
  if (!model.reach.inFrames && hasEffect(model, 'unmask')) return ['iframe, frame'];
  if (!model.reach.frames) return [];
  const regions = model.rules.filter((rule) => isRegion(rule) && covers(rule, 'text'));
  return regions.length > 0 ? [reachedBy(regions, 'iframe, frame')] : [];
}

/** An unmask as a target sees it where the nearest decides, from a model where any mask may win. */
export function unmaskSelector(model: PrivacyModel, rule: ModelRule): string {
  if (model.resolve === 'nearest') return ownSelector(rule);
  const masks = model.rules.filter((other) => isMask(other, 'text')).map(ownSelector);
  return narrowed(ownSelector(rule), [], masks);
}

/** Fields that an unmask of text alone leaves masked. */
export function fieldsUnder(rule: ModelRule): string {
  return reachedBy([rule], 'input, textarea, select');
}
