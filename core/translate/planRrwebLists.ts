import { type FieldKind, inputKinds, kindsSelector } from './fieldKinds.ts';
import { covers, hiddenMedia, isRegion, maskedKinds } from './modelRules.ts';
import type { ModelRule, PrivacyModel } from './privacyModel.ts';
import { emptyHosts, ownSelector, reachedBy } from './selectorAlgebra.ts';
import type { TranslationNotes } from './translationNote.ts';

/** What the rrweb family takes: two lists, the kinds of field, and whose typing is ignored. */
export interface RrwebLists {
  readonly block: readonly string[];
  readonly maskText: readonly string[];
  readonly maskInputs: readonly FieldKind[];
  readonly ignore: readonly ModelRule[];
}

/** Sent as an attribute, which no option but a block reaches (rrweb-snapshot@2.2.2 `serializeElementNode`). */
const unmaskable: readonly FieldKind[] = ['radio', 'checkbox', 'submit', 'button'];

/**
 * The lists that hide at least what the model hides: text masks hold for everything below and nothing lifts them;
 * fields go by their kind, wherever they are; blocks are final.
 */
export function planRrwebLists(model: PrivacyModel, notes: TranslationNotes): RrwebLists {
  const block: string[] = [];
  const maskText: string[] = [];
  const kinds = new Set(maskedKinds(model));

  if (model.text === 'mask') maskText.push('*');
  for (const rule of model.rules) {
    if (rule.effect === 'exclude') block.push(ownSelector(rule));
    else if (rule.effect === 'unmask') refuseUnmask(rule, notes);
    else if (rule.effect === 'mask') mask(rule);
  }
  for (const rule of model.rules) if (rule.effect === 'mask' && covers(rule, 'input')) maskFields(rule);
  blockEmptyHosts();
  blockWithin();
  blockWhatStays();
  return {
    block,
    maskText,
    maskInputs: [...kinds].filter((kind) => !unmaskable.includes(kind)),
    ignore: model.rules.filter((rule) => rule.effect === 'ignore-input'),
  };

  function mask(rule: ModelRule): void {
    if (!covers(rule, 'text') || model.text === 'mask') return;
    maskText.push(ownSelector(rule));
  }

  /** It does not ask an element without content, whose shadow root or frame is then not masked. */
  function blockEmptyHosts(): void {
    const regions = model.rules.filter((rule) => isRegion(rule) && covers(rule, 'text'));
    if (!model.reach.hosts || model.text === 'mask' || regions.length === 0) return;
    block.push(emptyHosts(regions));
    notes.approximate('hosts', 'empty-hosts');
  }

  /** A text mask does not cover fields (rrweb#874): they are masked by kind, and what has no kind is blocked. */
  function maskFields(rule: ModelRule): void {
    if (rule.kinds) {
      if (rule.origin === 'site') notes.approximate(rule, 'fields-by-kind');
    } else if (isRegion(rule)) {
      for (const kind of [...inputKinds, 'textarea', 'select'] as const)
        if (!unmaskable.includes(kind)) kinds.add(kind);
      notes.approximate(rule, 'fields-everywhere');
    } else {
      block.push(ownSelector(rule));
      notes.approximate(rule, 'field-blocked');
    }
  }

  /** What no option masks and is not blocked everywhere; a selector does not get into a shadow root. */
  function blockWithin(): void {
    const all = maskedKinds(model);
    const left = unmaskable.filter((kind) => !all.has(kind) && !model.reach.unmasked.includes(kind));
    const held = [
      ...(left.length > 0 ? [kindsSelector(left)] : []),
      ...(model.reach.options && !all.has('select') ? ['option'] : []),
    ];
    const regions = model.rules.filter((rule) => isRegion(rule) && covers(rule, 'input'));
    if (held.length === 0 || regions.length === 0) return;
    block.push(reachedBy(regions, held.join(', ')));
    if (model.reach.shadowRoots)
      notes.refused('shadow-roots', 'rrweb-shadow-fields', { leaves: { part: 'shadow-roots' } });
  }

  function blockWhatStays(): void {
    const named = unmaskable.filter((kind) => kinds.has(kind));
    if (named.length > 0) {
      block.push(kindsSelector(named));
      notes.approximate('choices', 'choices-blocked');
    }
    if (model.reach.options && maskedKinds(model).has('select')) {
      block.push('option');
      notes.approximate('options', 'options-blocked');
    }
    const media = hiddenMedia(model);
    if (media.length > 0) notes.approximate('media', 'media-blocked');
    block.push(...media);
    if (model.frames === 'never') {
      block.push('iframe, frame');
      notes.approximate('frames', 'frames-blocked');
    }
    const isInherited = model.reach.hosts && model.text !== 'mask';
    if (isInherited && model.rules.some((rule) => isRegion(rule) && covers(rule, 'text')))
      notes.refused('later', 'late-closest', { leaves: { part: 'later' } });
  }
}

/** A person's own rule is refused; a convention of the source that nobody needs to use stays without effect. */
export function refuseUnmask(rule: ModelRule, notes: TranslationNotes): void {
  if (rule.origin === 'built-in') notes.approximate(rule, 'unmask-convention');
  else notes.refused(rule, 'no-unmask');
}

/** `maskInputOptions`: a tag's name stands for all kinds of it. */
export function maskInputOptions(kinds: readonly FieldKind[]): Record<string, boolean> {
  const isWhole = inputKinds.every((kind) => kinds.includes(kind) || unmaskable.includes(kind));
  const others = kinds.filter((kind) => !isWhole || kind === 'textarea' || kind === 'select');
  return Object.fromEntries([...(isWhole ? ['input'] : []), ...others].map((kind) => [kind, true]));
}

/** One list of selectors for `matches`; each was checked by itself. */
export function joined(selectors: readonly string[]): string {
  return [...new Set(selectors)].join(', ');
}
