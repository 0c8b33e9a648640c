import type { AnyNode } from 'domhandler';
import type { CaptureScan } from '../capture/captureScan.ts';
import { simulateCapture } from '../capture/simulateCapture.ts';
import type { Profile } from '../profiles/profile.ts';
import type { RuleSet } from '../rules/rule.ts';
import { rulesNotInspected } from '../rules/rulesNotInspected.ts';
import { createSavedMatcher } from './matchSavedPage.ts';
import type { ResolveAddress } from './savedAdapter.ts';
import { parseSavedPage, type SavedPage } from './savedPage.ts';
import { savedSyntaxError } from './savedSelector.ts';
import type { SelectSaved } from './selectSaved.ts';
import { simulationOfSaved } from './simulationOfSaved.ts';

export interface SavedPageScan extends SavedRules {
  readonly html: string;
  readonly url: string;
  /** Attribute whose value each field's facts carry as their `key`. */
  readonly fieldKey?: string;
  /** Absent: addresses stay as they are written. */
  readonly resolveAddress?: ResolveAddress;
}

/** With what a saved page is simulated. */
export interface SavedRules {
  readonly profile: Profile;
  /** The recorder's own options, as given. */
  readonly options: unknown;
  readonly ruleSet: RuleSet;
}

/**
 * The same simulation as on a live page, over the page as it was saved: no script runs, nothing is loaded.
 *
 * @throws OptionsError when the options do not have the recorder's shape
 */
export function scanSavedPage(input: SavedPageScan): CaptureScan {
  const { html, url, fieldKey, resolveAddress, ...rules } = input;
  return scanParsedPage(parseSavedPage(html, url), rules, {
    ...(fieldKey === undefined ? undefined : { fieldKey }),
    ...(resolveAddress === undefined ? undefined : { resolveAddress }),
  });
}

/** What is asked of one page once, or kept from one scan of it to the next. */
export interface ParsedPageOptions {
  readonly fieldKey?: string;
  readonly resolveAddress?: ResolveAddress;
  /** Runs selectors there; absent: a new one. */
  readonly select?: SelectSaved;
}

/**
 * A page that was parsed already.
 *
 * @throws OptionsError when the options do not have the recorder's shape
 */
export function scanParsedPage(
  page: SavedPage,
  { profile, options: given, ruleSet }: SavedRules,
  { select, ...options }: ParsedPageOptions = {},
): CaptureScan {
  const playback = profile.play(ruleSet, profile.parseOptions(given), savedSyntaxError);
  const { rules } = playback;
  const matcher = createSavedMatcher(rules, page, select);
  const { matchRoot, hitsOf } = matcher;
  const output = drain(
    simulateCapture<AnyNode>({ ...simulationOfSaved(page, options), playback, matchRoot, hitsOf }),
  );
  return {
    profile: profile.id,
    url: page.url,
    lang: languageOf(page.document),
    rules,
    ...output,
    uninspected: [...output.uninspected, ...rulesNotInspected(ruleSet, matcher.problems)],
    problems: [...playback.problems, ...matcher.problems],
    matchCounts: matcher.matchCounts,
  };
}

function drain<T>(work: Generator<number, T>): T {
  let step = work.next();
  while (!step.done) step = work.next();
  return step.value;
}

function languageOf(document: AnyNode): string {
  const html = 'children' in document ? document.children.find((child) => child.type === 'tag') : undefined;
  return html?.type === 'tag' ? (html.attribs.lang ?? '').toLowerCase() : '';
}
