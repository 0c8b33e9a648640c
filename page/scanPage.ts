import type { CaptureScan } from '../core/capture/captureScan.ts';
import { simulateCapture } from '../core/capture/simulateCapture.ts';
import type { SimulationInput, SimulationOutput } from '../core/capture/simulation.ts';
import { createFieldReader } from '../core/fields/createFieldReader.ts';
import type { FieldFacts } from '../core/fields/fieldFacts.ts';
import type { PageSite, Profile } from '../core/profiles/profile.ts';
import type { RuleSet } from '../core/rules/rule.ts';
import { rulesNotInspected } from '../core/rules/rulesNotInspected.ts';
import { domAccess } from './domAccess.ts';
import { createDomAdapter, type DomAdapterOptions } from './domAdapter.ts';
import { liveFieldTree } from './liveFieldTree.ts';
import { createNativeMatcher, type NativeMatcher } from './matchRules.ts';
import type { NodeIds } from './nodeIds.ts';
import { syntaxErrorOf } from './planRules.ts';
import type { SelectorCosts } from './selectorCosts.ts';

export interface ScanPageOptions extends DomAdapterOptions {
  readonly document: Document;
  readonly profile: Profile;
  /** The recorder's own options, as given; parsed by the profile. */
  readonly options: unknown;
  readonly ruleSet: RuleSet;
  readonly ids: NodeIds;
  readonly isOurs: (node: Node) => boolean;
  /** Attribute whose value each field's facts carry as their `key`. Only the command line asks for one. */
  readonly fieldKey?: string;
  /** What selectors have cost on this page so far; absent: nothing is known yet. */
  readonly costs?: SelectorCosts;
}

/**
 * Simulates the capture of one page: match, decide, record. Yields the number of elements done whenever the
 * host may take a breath; see `runSliced`.
 *
 * @throws OptionsError when the options do not have the recorder's shape
 */
export function* scanPage(options: ScanPageOptions): Generator<number, CaptureScan> {
  yield* options.ids.forgetDetached();
  const simulation = preparePage(options);
  return simulation.scanOf(yield* simulateCapture<Node>(simulation.input));
}

/** A configured recorder on this page: what the engine needs, and how its output becomes a scan. */
export interface PageSimulation {
  readonly input: SimulationInput<Node>;
  readonly matcher: NativeMatcher;
  scanOf(output: SimulationOutput): CaptureScan;
}

/** @throws OptionsError when the options do not have the recorder's shape */
export function preparePage(given: ScanPageOptions): PageSimulation {
  const { document, profile, ruleSet, ids, isOurs } = given;
  const playback = profile.play(ruleSet, profile.parseOptions(given.options), syntaxErrorOf);
  const matcher = createNativeMatcher(playback.rules, given.costs);
  const fields = createFieldReader<Node>(liveFieldTree);
  const url = document.location.href;

  function scanOf(output: SimulationOutput): CaptureScan {
    const problems = [...playback.problems, ...matcher.problems];
    return {
      profile: profile.id,
      url,
      lang: (document.documentElement?.getAttribute('lang') ?? '').toLowerCase(),
      rules: playback.rules,
      nodes: output.nodes,
      decisions: output.decisions,
      records: output.records,
      fields: output.fields,
      uninspected: [...output.uninspected, ...rulesNotInspected(ruleSet, problems)],
      problems,
      matchCounts: matcher.matchCounts,
    };
  }

  const input: SimulationInput<Node> = {
    tree: createDomAdapter(given),
    root: document,
    page: () => pageSite(document),
    playback,
    matchRoot: matcher.matchRoot,
    hitsOf: matcher.hitsOf,
    idOf: ids.idOf,
    fieldOf: (node, id) => withKey(fields.read(node, id), node as Element, given.fieldKey),
    isOurs,
  };
  return { input, matcher, scanOf };
}

function withKey(facts: FieldFacts | null, element: Element, name: string | undefined): FieldFacts | null {
  const key = facts && name !== undefined ? domAccess.getAttribute(element, name) : null;
  return facts && key !== null ? { ...facts, key } : facts;
}

function pageSite(document: Document): Omit<PageSite, 'isTop'> {
  const view = document.defaultView;
  const resources = view?.performance.getEntriesByType('resource').map((entry) => entry.name) ?? [];
  return { url: document.location.href, title: document.title, referrer: document.referrer, resources };
}
