import type { CaptureScan } from '../core/capture/captureScan.ts';
import { simulateCapture } from '../core/capture/simulateCapture.ts';
import type { SimulationOutput } from '../core/capture/simulation.ts';
import type { PageSite, Profile } from '../core/profiles/profile.ts';
import type { RuleSet } from '../core/rules/rule.ts';
import { rulesNotInspected } from '../core/rules/rulesNotInspected.ts';
import { createDomAdapter, type DomAdapterOptions } from './domAdapter.ts';
import { createFieldReader } from './fieldFacts.ts';
import { createNativeMatcher, syntaxErrorOf } from './matchRules.ts';
import type { NodeIds } from './nodeIds.ts';

export interface ScanPageOptions extends DomAdapterOptions {
  readonly document: Document;
  readonly profile: Profile;
  /** The recorder's own options, as given; parsed by the profile. */
  readonly options: unknown;
  readonly ruleSet: RuleSet;
  readonly ids: NodeIds;
  readonly isOurs: (node: Node) => boolean;
}

/**
 * Simulates the capture of one page: match, decide, record. Yields the number of elements done whenever the
 * host may take a breath; see `runSliced`.
 *
 * @throws OptionsError when the options do not have the recorder's shape
 */
export function* scanPage(input: ScanPageOptions): Generator<number, CaptureScan> {
  const { document, profile, ruleSet, ids } = input;
  ids.forgetDetached();
  const options = profile.parseOptions(input.options);
  const playback = profile.play(ruleSet, options, syntaxErrorOf);
  const { rules } = playback;
  const matcher = createNativeMatcher(rules);
  const fields = createFieldReader();
  const url = document.location.href;
  const output: SimulationOutput = yield* simulateCapture<Node>({
    tree: createDomAdapter(input),
    root: document,
    page: pageSite(document),
    playback,
    matchRoot: matcher.matchRoot,
    hitsOf: matcher.hitsOf,
    idOf: ids.idOf,
    fieldOf: (node, id) => fields.read(node as Element, id),
    isOurs: input.isOurs,
  });
  return {
    profile: profile.id,
    url,
    lang: (document.documentElement?.getAttribute('lang') ?? '').toLowerCase(),
    rules,
    nodes: output.nodes,
    decisions: output.decisions,
    records: output.records,
    fields: output.fields,
    uninspected: [...output.uninspected, ...rulesNotInspected(ruleSet, matcher.problems)],
    problems: [...playback.problems, ...matcher.problems],
    matchCounts: matcher.matchCounts,
  };
}

function pageSite(document: Document): Omit<PageSite, 'isTop'> {
  const view = document.defaultView;
  const resources = view?.performance.getEntriesByType('resource').map((entry) => entry.name) ?? [];
  return { url: document.location.href, title: document.title, referrer: document.referrer, resources };
}
