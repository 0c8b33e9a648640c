import type { RuleProblem } from '../../rules/activeRule.ts';
import { booleanAt, hasFunctionAt, objectAt, stringsAt } from '../readOptions.ts';

/** What `replayIntegration()` is told that decides what is recorded (@sentry/replay@11.12.0, class `Replay`). */
export interface SentryOptions {
  readonly maskAllText: boolean;
  readonly maskAllInputs: boolean;
  readonly blockAllMedia: boolean;
  readonly mask: readonly string[];
  readonly maskAttributes: ReadonlySet<string>;
  readonly unmask: readonly string[];
  readonly block: readonly string[];
  readonly unblock: readonly string[];
  readonly ignore: readonly string[];
  /** A function of the site masks: of an input only its length survives, of a text anything may. */
  readonly hasMaskFunction: boolean;
  /** `maskAttributes` is null: the first attribute ends the recording (`maskAttribute`). */
  readonly isBroken: boolean;
  readonly notSimulated: readonly RuleProblem[];
}

const at = 'options';

/** @throws OptionsError for the wrong shape of a key that decides what is recorded */
export function parseSentryOptions(input: unknown): SentryOptions {
  const given = objectAt(input, at);
  const notSimulated = ['maskFn', 'beforeAddRecordingEvent'].flatMap((key): RuleProblem[] =>
    hasFunctionAt(given, key, at)
      ? [{ rule: -1, ruleId: key, kind: 'not-simulated', selector: '', detail: key }]
      : [],
  );
  const list = (key: string): readonly string[] => stringsAt(given, key, at) ?? [];
  // Nothing stands beside these: an empty text is no list at all.
  const alone = (key: string): readonly string[] => (list(key).join(',') === '' ? [] : list(key));
  return {
    maskAllText: booleanAt(given, 'maskAllText', at) ?? true,
    maskAllInputs: booleanAt(given, 'maskAllInputs', at) ?? true,
    blockAllMedia: booleanAt(given, 'blockAllMedia', at) ?? true,
    mask: list('mask'),
    maskAttributes: new Set(stringsAt(given, 'maskAttributes', at) ?? ['title', 'placeholder', 'aria-label']),
    unmask: alone('unmask'),
    block: list('block'),
    unblock: alone('unblock'),
    ignore: list('ignore'),
    isBroken: given.maskAttributes === null,
    hasMaskFunction: given.maskFn !== undefined && given.maskFn !== null,
    notSimulated,
  };
}
