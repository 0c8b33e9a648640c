import type { AnyNode } from 'domhandler';
import type { CaptureScan } from '../capture/captureScan.ts';
import { simulateCapture } from '../capture/simulateCapture.ts';
import { createFieldReader } from '../fields/createFieldReader.ts';
import type { FieldFacts } from '../fields/fieldFacts.ts';
import type { Profile } from '../profiles/profile.ts';
import type { RuleSet } from '../rules/rule.ts';
import { rulesNotInspected } from '../rules/rulesNotInspected.ts';
import { createSavedMatcher } from './matchSavedPage.ts';
import { createSavedAdapter, type ResolveAddress } from './savedAdapter.ts';
import { createSavedFieldTree } from './savedFieldTree.ts';
import { parseSavedPage } from './savedPage.ts';
import { savedSyntaxError } from './savedSelector.ts';
import { titleOf } from './titleOf.ts';

export interface SavedPageScan {
  readonly html: string;
  readonly url: string;
  readonly profile: Profile;
  readonly options: unknown;
  readonly ruleSet: RuleSet;
  /** Attribute whose value each field's facts carry as their `key`. */
  readonly fieldKey?: string;
  /** Absent: addresses stay as they are written. */
  readonly resolveAddress?: ResolveAddress;
}

/**
 * The same simulation as on a live page, over the page as it was saved: no script runs, nothing is loaded.
 *
 * @throws OptionsError when the options do not have the recorder's shape
 */
export function scanSavedPage(input: SavedPageScan): CaptureScan {
  const { html, url, profile, options: given, ruleSet, resolveAddress } = input;
  const page = parseSavedPage(html, url);
  const options = profile.parseOptions(given);
  const playback = profile.play(ruleSet, options, savedSyntaxError);
  const { rules } = playback;
  const matcher = createSavedMatcher(rules, page);
  const fields = createFieldReader<AnyNode>(createSavedFieldTree());
  const ids = new Map<AnyNode, number>();
  const output = drain(
    simulateCapture<AnyNode>({
      tree: createSavedAdapter(page, resolveAddress),
      root: page.document,
      page: () => ({ url, title: titleOf(page.document), referrer: '', resources: [] }),
      playback,
      matchRoot: matcher.matchRoot,
      hitsOf: matcher.hitsOf,
      idOf(node) {
        const id = ids.get(node) ?? ids.size + 1;
        ids.set(node, id);
        return id;
      },
      fieldOf: (node, id) => withKey(fields.read(node, id), node, input.fieldKey),
      isOurs: () => false,
    }),
  );
  return {
    profile: profile.id,
    url,
    lang: languageOf(page.document),
    rules,
    ...output,
    uninspected: [...output.uninspected, ...rulesNotInspected(ruleSet, matcher.problems)],
    problems: [...playback.problems, ...matcher.problems],
    matchCounts: matcher.matchCounts,
  };
}

function withKey(facts: FieldFacts | null, node: AnyNode, name: string | undefined): FieldFacts | null {
  const key = name !== undefined && node.type === 'tag' ? node.attribs[name.toLowerCase()] : undefined;
  return facts && key !== undefined ? { ...facts, key } : facts;
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
