import type { RuleProblem } from '../../rules/activeRule.ts';
import { OptionsError } from '../profile.ts';
import { booleanAt, objectAt, stringAt, stringsAt } from '../readOptions.ts';
import { readUrlRules, type UrlRule } from './urlRules.ts';

/** The visitor's session the simulation plays, and the org's settings that no element rule says. */
export interface FullstoryOptions {
  /** Live visitors, or a preview session (https://help.fullstory.com/hc/en-us/articles/360043159034-Preview-Mode). */
  readonly session: 'live' | 'preview';
  /** Has the visitor consented (`FS('setIdentity', { consent: true })`)? */
  readonly consent: boolean;
  /** Private by Default; undefined: as the settings source says, off where it says nothing. */
  readonly privateByDefault?: boolean;
  /** FullStory's own rule first. */
  readonly urlRules: readonly UrlRule[];
  /** On unless the org switched it off (https://help.fullstory.com/hc/en-us/articles/4408819704215-Privacy-Setup-Checklist). */
  readonly captureConsole: boolean;
  /** Network Data Capture; off unless the org switched it on (same source). Null: off. */
  readonly network: readonly AjaxWatch[] | null;
  readonly problems: readonly RuleProblem[];
}

/** An entry of the network allowlist, as `GET /settings/recording/v1/privacy` answers it in `ajaxWatches`. */
export interface AjaxWatch {
  readonly urlRegex: string;
  /** What of the body of a request, and of an answer, is recorded. */
  readonly recordReq: BodyMode;
  readonly recordRsp: BodyMode;
}

/** Nothing, all of it, or named fields. */
export type BodyMode = 'ELIDE' | 'RECORD' | 'WHITELIST';

const known = ['session', 'consent', 'privateByDefault', 'urlRules', 'captureConsole', 'network'];
const at = 'options';

/**
 * @param input every part optional: `{"session":"live|preview","consent":bool,"privateByDefault":bool,
 *   "captureConsole":bool,"network":bool|{"ajaxWatches":[...]},"urlRules":[...]}`
 * @throws OptionsError naming the part that is wrong
 */
export function parseFullstoryOptions(input: unknown): FullstoryOptions {
  const given = objectAt(input, at);
  for (const key of Object.keys(given)) {
    if (!known.includes(key))
      throw new OptionsError(`options.${key}: not known; known are ${known.join(', ')}`);
  }
  const session = given.session ?? 'live';
  if (session !== 'live' && session !== 'preview') {
    throw new OptionsError('options.session: must be "live" or "preview"');
  }
  const privateByDefault = booleanAt(given, 'privateByDefault', at);
  const { rules: urlRules, problems } = readUrlRules(given.urlRules, `${at}.urlRules`);
  const network = networkOf(given.network);
  return {
    session,
    consent: booleanAt(given, 'consent', at) ?? false,
    urlRules,
    captureConsole: booleanAt(given, 'captureConsole', at) ?? true,
    network,
    problems: [...problems, ...(network ?? []).flatMap(bodyProblem)],
    ...(privateByDefault === undefined ? {} : { privateByDefault }),
  };
}

/** The whole answer of the v1 read may stand there: only its allowlist is read. */
function networkOf(given: unknown): readonly AjaxWatch[] | null {
  if (given === undefined || given === null || given === false) return null;
  if (given === true) return [];
  const { ajaxWatches } = objectAt(given, `${at}.network`);
  if (ajaxWatches === undefined || ajaxWatches === null) return [];
  if (!Array.isArray(ajaxWatches)) throw new OptionsError(`${at}.network.ajaxWatches: must be a list`);
  return ajaxWatches.map((entry: unknown, index) => readWatch(entry, `${at}.network.ajaxWatches[${index}]`));
}

function readWatch(entry: unknown, path: string): AjaxWatch {
  const given = objectAt(entry, path);
  for (const key of ['whitelistReq', 'whitelistRsp'])
    if (typeof given[key] !== 'string') stringsAt(given, key, path);
  return {
    urlRegex: stringAt(given, 'urlRegex', path) ?? '',
    recordReq: modeAt(given.recordReq, `${path}.recordReq`),
    recordRsp: modeAt(given.recordRsp, `${path}.recordRsp`),
  };
}

function modeAt(value: unknown, path: string): BodyMode {
  const mode = value ?? 'ELIDE';
  if (mode === 'ELIDE' || mode === 'RECORD' || mode === 'WHITELIST') return mode;
  throw new OptionsError(`${path}: must be "ELIDE", "RECORD" or "WHITELIST"`);
}

/** What is recorded of bodies never comes by where a simulation looks. */
function bodyProblem({ urlRegex, recordReq, recordRsp }: AjaxWatch): RuleProblem[] {
  if (recordReq === 'ELIDE' && recordRsp === 'ELIDE') return [];
  return [
    { rule: -1, ruleId: 'ajaxWatches', kind: 'bodies-not-seen', selector: urlRegex, detail: 'ajaxWatches' },
  ];
}
