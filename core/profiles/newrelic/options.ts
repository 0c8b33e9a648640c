import type { RuleProblem } from '../../rules/activeRule.ts';
import { booleanAt, objectAt, stringAt } from '../readOptions.ts';
import { allInputs } from '../rrwebFamily/settings.ts';

/** What the agent's `init.session_replay` says that decides what is recorded. */
export interface NewRelicOptions {
  /** Instead of everything; null: only what carries the vendor's own marks. */
  readonly maskText: string | null | undefined;
  /** Beside the vendor's own attribute. */
  readonly block: string | undefined;
  /** Input types and tags whose value is masked. */
  readonly maskInput: ReadonlySet<string>;
  readonly inlinesImages: boolean;
  readonly notSimulated: readonly RuleProblem[];
}

const at = 'options.session_replay';

/** @throws OptionsError for the wrong shape of a key that decides what is recorded */
export function parseNewRelicOptions(input: unknown): NewRelicOptions {
  const given = objectAt(objectAt(input, 'options').session_replay, at);
  const maskText = stringAt(given, 'mask_text_selector', at);
  const isNone = given.mask_text_selector === null || maskText === '';
  return {
    maskText: isNone ? null : maskText,
    block: stringAt(given, 'block_selector', at) || undefined,
    maskInput: maskInputOf(given),
    inlinesImages: booleanAt(given, 'inline_images', at) ?? false,
    notSimulated: [],
  };
}

/** Passwords are always among them; kinds that the agent does not know are not taken over. */
function maskInputOf(given: Readonly<Record<string, unknown>>): ReadonlySet<string> {
  const all = given.mask_all_inputs === null ? false : booleanAt(given, 'mask_all_inputs', at);
  if (all ?? true) return new Set(allInputs);
  const chosen = objectAt(given.mask_input_options, `${at}.mask_input_options`);
  return new Set(['password', ...allInputs.filter((kind) => Boolean(chosen[kind]))]);
}
