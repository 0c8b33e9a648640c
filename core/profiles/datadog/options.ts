import { OptionsError } from '../profile.ts';
import { objectAt, stringAt, stringsAt } from '../readOptions.ts';
import { type Level, type LevelName, levelNames } from './levels.ts';

/** What `datadogRum.init()` is told that decides what is recorded. */
export interface DatadogOptions {
  readonly level: Level;
  /** Its value names actions and is never masked. */
  readonly actionNameAttribute: string | undefined;
  /** `window.$DD_ALLOW`, lower-cased texts; undefined: not known. */
  readonly allowlist: ReadonlySet<string> | undefined;
  /** The list is the page's own as it was at `load`, and code that loads later may add to it. */
  readonly mayGrow: boolean;
}

/**
 * @param input the init object; beside it may stand the page's `$DD_ALLOW` as a list, which is no part of it
 * @throws OptionsError for a level that is none
 */
export function parseDatadogOptions(input: unknown): DatadogOptions {
  const given = objectAt(input, 'options');
  const name = stringAt(given, 'defaultPrivacyLevel', 'options') ?? 'mask-user-input';
  if (!(name in levelNames) || name === 'hidden')
    throw new OptionsError(
      'options.defaultPrivacyLevel: must be "allow", "mask", "mask-user-input" or "mask-unless-allowlisted"',
    );
  const allowlist = stringsAt(given, '$DD_ALLOW', 'options');
  return {
    level: levelNames[name as LevelName],
    actionNameAttribute: stringAt(given, 'actionNameAttribute', 'options'),
    allowlist: allowlist && new Set(allowlist),
    mayGrow: given.$fromPage === true && allowlist !== undefined && allowlist.length > 0,
  };
}
