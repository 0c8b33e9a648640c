import { parse } from 'css-what';
import { type AnyNode, isTag } from 'domhandler';
import type { LeakSettings } from '../leakSettings/leakSettings.ts';
import { holdsOddArgument } from '../matching/oddArgument.ts';
import type { SelectorSyntax } from '../profiles/profile.ts';
import { isBuiltIn, RuleAction, type RuleSet } from '../rules/rule.ts';
import { createSavedMatcher } from '../saved/matchSavedPage.ts';
import { parseSavedPage } from '../saved/savedPage.ts';
import { fieldKinds } from './fieldKinds.ts';
import { isMask } from './modelRules.ts';
import type { ModelRule, PrivacyModel } from './privacyModel.ts';
import { sourceReaders, targetWriters } from './registry.ts';
import { ruleFileCode } from './ruleFileCode.ts';
import { ownSelector } from './selectorAlgebra.ts';
import type { WrittenTarget } from './targetWriter.ts';
import { createTranslationNotes, type TranslationNote } from './translationNote.ts';

export interface TranslationInput {
  /** Profile ids. */
  readonly from: string;
  readonly to: string;
  /** The source recorder's own configuration object. */
  readonly options: unknown;
  /** Rules in force beside it, the source's built-in ones included. */
  readonly ruleSet: RuleSet;
  readonly syntax: SelectorSyntax;
  /** What stands in the rule file beside the rules: no recorder knows it, a rule file keeps it. */
  readonly leakSettings?: LeakSettings;
}

export interface Translation extends WrittenTarget {
  readonly from: string;
  readonly to: string;
  /** At least one for each rule; refused first, then what differs, then what is the same. */
  readonly notes: readonly TranslationNote[];
}

/**
 * One recorder's rules as another recorder's configuration. What the source hides in texts and values the target
 * hides too, or a refused note says where it does not; what it hides beyond that is noted.
 *
 * @throws OptionsError when the options do not have the source's shape
 * @throws Error for a recorder that cannot be read or written: ask the registry first
 */
export function translateRules(input: TranslationInput): Translation {
  const translation = translated(input);
  const { ruleSet } = translation;
  const { leakSettings } = input;
  return ruleSet && leakSettings
    ? { ...translation, code: ruleFileCode(ruleSet, leakSettings) }
    : translation;
}

function translated(given: TranslationInput): Translation {
  const { from, to } = given;
  const input = { ...given, syntax: standingAlone(given.syntax) };
  if (from === 'fullstory' && to === 'fullstory') return asTheyAre(input.ruleSet);
  const reader = sourceReaders.find(({ id }) => id === from);
  const writer = targetWriters.find(({ id }) => id === to);
  if (!reader || !writer) throw new Error(`no translation from "${from}" to "${to}"`);
  const notes = createTranslationNotes();
  const model = withWholePage(reader.read(input, notes));
  for (const rule of model.rules)
    if (rule.untilConsent && to !== 'fullstory') notes.approximate(rule, 'consent');
  notes.approximate('other', 'other-content');
  const mark = ownUnmaskMarks[to];
  if (mark !== undefined && from !== to) notes.approximate('marks', 'own-marks', { recorder: mark });
  if (!model.reach.excludedFrames && from !== to) notes.approximate('frames', 'frames-hidden');
  if (model.words && from !== to) notes.approximate('text', `${from}-words`);
  const written = writer.write(model, notes);
  return { from, to, ...written, notes: inOrder(withExact(model.rules, notes.all)) };
}

/**
 * Selectors are joined into lists, and into one another. An argument with an open comment or quote is whole where it
 * ends with its rule; in a list it would take the other rules into itself.
 */
function standingAlone(syntax: SelectorSyntax): SelectorSyntax {
  return (selector) => syntax(selector) ?? (holdsOddArgument(parse(selector)) ? oddArgument : undefined);
}

const oddArgument = 'a comment, a quote or an escape in an argument';

/** Marks by which a page tells a recorder to show something; one may be left from an earlier recorder. */
const ownUnmaskMarks: Readonly<Record<string, string>> = {
  fullstory: '.fs-unmask',
  datadog: 'data-dd-privacy',
  clarity: 'data-clarity-unmask',
  openreplay: 'data-openreplay-unmask',
};

/** The org's own rules for another org: nothing to translate. */
function asTheyAre({ groups: _groups, ...given }: RuleSet): Translation {
  const ruleSet = { ...given, groups: [], rules: given.rules.filter((rule) => !isBuiltIn(rule)) };
  const notes = ruleSet.rules.map(
    ({ id, name }) => ({ kind: 'exact', rule: id, name, why: 'exact' }) as const,
  );
  const gaps = given.gaps.map((gap): TranslationNote => {
    const leaves = { part: 'rules' } as const;
    return {
      kind: 'refused',
      rule: 'part:rules',
      name: 'translate.part.rules',
      why: 'gap',
      params: { gap },
      leaves,
    };
  });
  const code = ruleFileCode(ruleSet);
  const both = { from: 'fullstory', to: 'fullstory', options: {}, patches: [] };
  return { ...both, ruleSet, code, language: 'json', notes: [...gaps, ...notes] };
}

/** A mask of the root element is a mask of everything, the page's title among it. */
function withWholePage(model: PrivacyModel): PrivacyModel {
  const hiding = model.rules.filter(({ effect }) => effect === 'exclude' || effect === 'mask');
  const whole = hiding.filter((rule) => rule.scope === 'subtree' && matchesOneOf(rule, ['html']));
  const text = whole.some((rule) => isMask(rule, 'text')) ? 'mask' : model.text;
  const fields = whole.some((rule) => isMask(rule, 'input')) ? fieldKinds : model.fields;
  const title =
    model.reach.title &&
    (text === 'mask' || hiding.some((rule) => matchesOneOf(rule, ['html', 'head', 'title'])));
  return { ...model, text, fields, reach: { ...model.reach, title } };
}

/** Whether a rule may hit one of these elements of a bare page; what depends on the page's own names is not seen. */
function matchesOneOf(rule: ModelRule, tags: readonly string[]): boolean {
  const page = parseSavedPage('<!doctype html><title>-</title>', '');
  const selector = ownSelector(rule);
  const active = { ...rule, selector, exceptions: [], action: RuleAction.mask, certain: true } as const;
  const origin = rule.origin === 'site' ? 'custom' : 'built-in';
  const matcher = createSavedMatcher([{ ...active, origin }], page);
  for (const _step of matcher.matchRoot(page.document));
  const hits = (node: AnyNode): boolean =>
    isTag(node) &&
    ((tags.includes(node.name) && (matcher.hitsOf(node)?.length ?? 0) > 0) || node.children.some(hits));
  return page.document.children.some(hits);
}

/** A rule that nothing was said about came through as it is. */
function withExact(rules: readonly ModelRule[], notes: readonly TranslationNote[]): TranslationNote[] {
  const noted = new Set(notes.map((note) => note.rule));
  const exact = new Map(
    rules
      .filter(({ id }) => !noted.has(id))
      .map(({ id, name }) => [id, { kind: 'exact', rule: id, name, why: 'exact' } as const]),
  );
  return [...notes, ...exact.values()];
}

const order = ['refused', 'approximate', 'exact'] as const;

function inOrder(notes: readonly TranslationNote[]): TranslationNote[] {
  return order.flatMap((kind) => notes.filter((note) => note.kind === kind));
}
