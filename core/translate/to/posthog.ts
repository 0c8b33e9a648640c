import { type CodeValue, codeOf, quoted } from '../codeText.ts';
import { excludedFrames, frameTags } from '../excludedFrames.ts';
import { joined, maskInputOptions, planRrwebLists } from '../planRrwebLists.ts';
import type { ModelRule, PrivacyModel } from '../privacyModel.ts';
import { ownSelector, parentsOf } from '../selectorAlgebra.ts';
import type { TargetWriter } from '../targetWriter.ts';
import type { TranslationNotes } from '../translationNote.ts';

/** `posthog.init()` with its `session_recording` (posthog-js@1.449.2). What the page says wins over the project. */
export const toPosthog: TargetWriter = {
  id: 'posthog',
  write(model, notes) {
    const { block, maskText, maskInputs, ignore } = planRrwebLists(model, notes);
    const ignored = ignoredByClass(ignore, notes);
    const ignoreClass = ignored && classOf(ignored);
    const typing = ignore.filter((rule) => rule !== ignored).map(ownSelector);
    const blocked = [...block, ...typing, ...aroundFrames(model, notes)];
    const lists = {
      maskAllInputs: false,
      maskInputOptions: maskInputOptions(maskInputs),
      ...(blocked.length > 0 && { blockSelector: joined(blocked) }),
      ...(maskText.length > 0 && { maskTextSelector: joined(maskText) }),
      ...(ignoreClass !== undefined && { ignoreClass }),
    };
    const attributes = attributeMask(model.attributes);
    const written = { ...lists, ...attributes.code };
    return {
      options: { session_recording: { ...lists, ...attributes.options } },
      patches: [],
      code: `posthog.init(${quoted('<project key>')}, ${codeOf({ session_recording: written })});\n`,
      language: 'javascript',
    };
  },
};

/**
 * It records what is in a frame that is itself blocked, but not below a blocked element: what holds such a frame is
 * blocked (posthog-js@1.449.2 `serializeNodeWithId`). A shadow root is no element, and its host is not found from within.
 */
function aroundFrames(model: PrivacyModel, notes: TranslationNotes): readonly string[] {
  if (!model.reach.excludedFrames) return [];
  const { rules, others } = excludedFrames(model);
  const selectors = [...new Set([...rules.map(({ selector }) => selector), ...others])];
  if (selectors.length === 0) return [];
  for (const { rule } of rules) notes.approximate(rule, 'frames-held');
  if (others.length > 0) notes.approximate('frames', 'frames-held');
  const selector = `:is(${frameTags}):is(${selectors.join(', ')})`;
  notes.refused('frames', 'frames-in-roots', { leaves: { part: 'frames', selector } });
  return [parentsOf(selectors, frameTags)];
}

interface AttributeMask {
  readonly options: Readonly<Record<string, unknown>>;
  readonly code: Readonly<Record<string, CodeValue>>;
}

function attributeMask(names: readonly string[]): AttributeMask {
  if (names.length === 0) return { options: {}, code: {} };
  if (names.includes('*'))
    return { options: { maskAllElementAttributes: true }, code: { maskAllElementAttributes: true } };
  const tests = names.map((name) =>
    name.endsWith('*') ? `name.startsWith(${quoted(name.slice(0, -1))})` : `name === ${quoted(name)}`,
  );
  const code = `(name, value) => (${tests.join(' || ')} ? '*'.repeat(value.length) : value)`;
  return { options: { maskAttributeFn: { $scrim: 'function' } }, code: { maskAttributeFn: { code } } };
}

/** It takes one class; whatever else is to be ignored is blocked. */
function ignoredByClass(rules: readonly ModelRule[], notes: TranslationNotes): ModelRule | undefined {
  const first = rules.find((rule) => classOf(rule) !== undefined);
  for (const rule of rules) if (rule !== first) notes.approximate(rule, 'typing-blocked');
  return first;
}

function classOf({ selector, exceptions }: ModelRule): string | undefined {
  return exceptions.length === 0 ? /^\.([A-Za-z_][\w-]*)$/.exec(selector)?.[1] : undefined;
}
