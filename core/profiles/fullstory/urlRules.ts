import { createPattern, type Pattern } from '../../patterns/matchPattern.ts';
import { PatternError } from '../../patterns/patternProgram.ts';
import type { RuleProblem } from '../../rules/activeRule.ts';
import { OptionsError } from '../profile.ts';
import { type OptionsObject, objectAt, stringAt, stringsAt } from '../readOptions.ts';

/** A part of an address; the query and the hash without their mark. */
export type UrlPart = 'host' | 'path' | 'query' | 'hash';

/**
 * One of the org's URL rules: in addresses for which all conditions hold, what the exclusions name is cut
 * (https://help.fullstory.com/hc/en-us/articles/14314063803671-URL-Component-Privacy-Rules).
 */
export interface UrlRule {
  readonly when: readonly { readonly part: UrlPart; readonly pattern: Pattern | null }[];
  readonly exclude: readonly UrlExclusion[];
}

/** A pattern that is null cannot be run: what it would do is not known. */
export type UrlExclusion =
  | { readonly part: UrlPart; readonly pattern: Pattern | null }
  | { readonly part: 'query' | 'hash'; readonly params: ReadonlySet<string> };

/** FullStory's own rule: keys stay, values go. Every org has it. */
const defaultRule: UrlRule = {
  when: [],
  exclude: [
    { part: 'query', params: new Set(['password', 'token', 'jwt', 'code']) },
    { part: 'hash', params: new Set(['access_token']) },
  ],
};

export const defaultUrlRules: readonly UrlRule[] = [defaultRule];

const maxRules = 200;
const maxEntries = 50;
const maxPattern = 500;

export interface ReadUrlRules {
  readonly rules: readonly UrlRule[];
  /** Patterns that cannot be run. */
  readonly problems: readonly RuleProblem[];
}

/**
 * @param given `[{ "name"?, "when"?: [{ "part", "matches" }], "exclude": [{ "part", "matches" } | { "part"?, "params" }] }]`
 * @throws OptionsError for another shape
 */
export function readUrlRules(given: unknown, path: string): ReadUrlRules {
  const problems: RuleProblem[] = [];
  const rules = listAt(given, path, maxRules).map((entry, index) => {
    const at = `${path}[${index}]`;
    const rule = objectAt(entry, at);
    const id = stringAt(rule, 'name', at) ?? `urlRules[${index}]`;
    const pattern = (source: string) => readPattern(source, id, problems);
    return {
      when: listAt(rule.when, `${at}.when`, maxEntries).map((condition, place) => {
        const from = `${at}.when[${place}]`;
        const { part, matches } = partAt(objectAt(condition, from), from);
        return { part, pattern: pattern(matches) };
      }),
      exclude: listAt(rule.exclude, `${at}.exclude`, maxEntries).map((exclusion, place) =>
        readExclusion(objectAt(exclusion, `${at}.exclude[${place}]`), `${at}.exclude[${place}]`, pattern),
      ),
    };
  });
  return { rules: [...defaultUrlRules, ...rules], problems };
}

function readExclusion(
  given: OptionsObject,
  at: string,
  pattern: (source: string) => Pattern | null,
): UrlExclusion {
  const params = stringsAt(given, 'params', at);
  if (params === undefined) {
    const { part, matches } = partAt(given, at);
    return { part, pattern: pattern(matches) };
  }
  const part = given.part ?? 'query';
  if (part !== 'query' && part !== 'hash') throw new OptionsError(`${at}.part: must be "query" or "hash"`);
  return { part, params: new Set(params) };
}

function partAt(given: OptionsObject, at: string): { readonly part: UrlPart; readonly matches: string } {
  const { part } = given;
  if (part !== 'host' && part !== 'path' && part !== 'query' && part !== 'hash')
    throw new OptionsError(`${at}.part: must be "host", "path", "query" or "hash"`);
  const matches = stringAt(given, 'matches', at);
  if (matches === undefined) throw new OptionsError(`${at}.matches: must be a pattern`);
  return { part, matches };
}

function listAt(given: unknown, at: string, most: number): readonly unknown[] {
  if (given === undefined || given === null) return [];
  if (!Array.isArray(given) || given.length > most)
    throw new OptionsError(`${at}: must be a list of at most ${most}`);
  return given;
}

function readPattern(source: string, ruleId: string, problems: RuleProblem[]): Pattern | null {
  const problem = (kind: RuleProblem['kind'], detail: string): null => {
    problems.push({ rule: -1, ruleId, kind, selector: source.slice(0, maxPattern), detail });
    return null;
  };
  if (source.length > maxPattern) return problem('pattern-not-run', 'too long');
  try {
    return createPattern(source);
  } catch (error) {
    if (!(error instanceof PatternError)) throw error;
    return problem(error.reason === 'invalid' ? 'invalid-pattern' : 'pattern-not-run', error.message);
  }
}
