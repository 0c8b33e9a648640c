import type { RuleProblem } from '../../rules/activeRule.ts';
import { booleanAt, classAt, type OptionsObject, objectAt, oneOrMoreAt, selectorAt } from '../readOptions.ts';

/** What `mixpanel.init()` is told that decides what is recorded. */
export interface MixpanelOptions {
  readonly blockClass: string | RegExp;
  readonly blockSelector: string | null;
  readonly text: MixpanelMasking;
  readonly input: MixpanelMasking;
  /** An older option: classes that mask whatever else is said. */
  readonly textClass: RegExp | null;
  readonly canvas: boolean;
  readonly console: boolean;
  readonly notSimulated: readonly RuleProblem[];
}

export interface MixpanelMasking {
  readonly all: boolean;
  readonly mask: readonly string[];
  readonly unmask: readonly string[];
}

const at = 'options';

/** @throws OptionsError for the wrong shape of a key that decides what is recorded */
export function parseMixpanelOptions(input: unknown): MixpanelOptions {
  const given = objectAt(input, at);
  const list = (key: string): readonly string[] => oneOrMoreAt(given, key, at) ?? [];
  const textClass = classAt(given, 'record_mask_text_class', at);
  const named = typeof textClass === 'string' && textClass !== '' ? [`.${textClass}`] : [];
  return {
    blockClass:
      classAt(given, 'record_block_class', at) ??
      /^(?:mp-block|fs-exclude|amp-block|rr-block|ph-no-capture)$/,
    blockSelector: blockSelectorOf(given),
    text: {
      // An older configuration names what is masked and nothing else: then the rest is not.
      all: switchAt(given, 'record_mask_all_text') ?? given.record_mask_text_selector === undefined,
      mask: [...list('record_mask_text_selector'), ...named],
      unmask: list('record_unmask_text_selector'),
    },
    input: {
      all: switchAt(given, 'record_mask_all_inputs') ?? true,
      mask: list('record_mask_input_selector'),
      unmask: list('record_unmask_input_selector'),
    },
    textClass: textClass instanceof RegExp ? textClass : null,
    canvas: booleanAt(given, 'record_canvas', at) ?? false,
    console: booleanAt(given, 'record_console', at) ?? true,
    notSimulated: [],
  };
}

/** Null is as good as false; only what is not there has a default. */
function switchAt(given: OptionsObject, key: string): boolean | undefined {
  return given[key] === null ? false : booleanAt(given, key, at);
}

/** Null and nothing between quotes switch it off; left out, media are blocked. */
function blockSelectorOf(given: OptionsObject): string | null {
  const key = 'record_block_selector';
  return given[key] === undefined ? 'img, video, audio' : selectorAt(given, key, at);
}
