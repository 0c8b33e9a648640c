import type { ActiveRule } from '../../rules/activeRule.ts';
import { RuleAction } from '../../rules/rule.ts';
import type { Decision, Hit } from '../../treatment/decision.ts';
import { Possible } from '../../treatment/treatment.ts';
import type { DecideSite, ElementSite, LateChain } from '../profile.ts';
import { slimKeys } from '../rrwebFamily/settings.ts';
import { isSlimmedAway } from '../rrwebFamily/slimDom.ts';
import { builtInRule } from '../ruleLists.ts';
import {
  isFormElement,
  Level,
  type LevelName,
  type LevelSet,
  levelNames,
  levelsOf,
  oneLevel,
} from './levels.ts';

/** Of descriptions and keywords it asks for the exact names, where rrweb takes `news_keywords` too. */
const otherMeta = Object.fromEntries(slimKeys.map((key) => [key, key !== 'headMetaDescKeywords']));
const describing = new Set(['description', 'keywords']);
const forcedTypes = new Set(['password', 'email', 'tel', 'hidden']);

const actions: Readonly<Record<LevelName, RuleAction>> = {
  hidden: RuleAction.exclude,
  mask: RuleAction.mask,
  'mask-unless-allowlisted': RuleAction.mask,
  'mask-user-input': RuleAction.mask,
  allow: RuleAction.unmask,
};

/** Strongest first: the order in which `getNodeSelfPrivacyLevel` asks. */
const order = Object.keys(actions) as LevelName[];

/** Datadog takes no selectors: these marks in the page are all there is. */
export const datadogRules: readonly ActiveRule[] = order.flatMap((name) => [
  builtInRule(`[data-dd-privacy="${name}"]`, actions[name], name),
  builtInRule(`.dd-privacy-${name}`, actions[name], name),
]);

export function rootDecision(level: Level): Pick<Decision, 'possible' | 'level' | 'doubts'> {
  return { possible: textState(level, false), level: oneLevel(level), doubts: [] };
}

/** Nothing below an element of these comes back. */
const final = oneLevel(Level.hidden) | oneLevel(Level.ignore);

/** State of the text in an element of this level; in doubt where only an allow-list can tell. */
function textState(level: number, isForm: boolean): Possible {
  switch (level) {
    case Level.allow:
      return Possible.captured;
    case Level.maskUserInput:
      return isForm ? Possible.masked : Possible.captured;
    case Level.maskUnlessAllowlisted:
      return isForm ? Possible.masked : Possible.masked | Possible.captured;
    case Level.mask:
      return Possible.masked;
    default:
      return Possible.excluded;
  }
}

/** @datadog/browser-rum-core@7.16.2 `getNodeSelfPrivacyLevel`, `reducePrivacyLevel`: the nearest level decides. */
export function decideDatadog(inherited: Decision, { hits, node, element }: DecideSite): Decision {
  if (inherited.possible === Possible.excluded) return inherited;
  return withSelf(inherited, element, hits, node);
}

function withSelf(inherited: Decision, element: ElementSite, hits: readonly Hit[], node: number): Decision {
  const above = inherited.level ?? oneLevel(Level.mask);
  const own = selfLevels(element, hits, above);
  const levels = own?.levels ?? above;
  const type = element.tag === 'input' ? element.control()?.type : undefined;
  // Tags are compared in capitals: those of drawings and formulas are none of them.
  const isForm = element.namespace === 'html' && isFormElement(element.tag, type);
  let possible = 0;
  for (const level of levelsOf(levels)) possible |= textState(level, isForm);
  if (own === undefined && possible === inherited.possible) return inherited;
  const doubts = levels === oneLevel(Level.maskUnlessAllowlisted) ? ['doubt.allowlist'] : [];
  const isInDoubt = levelsOf(levels).length > 1;
  const others = isInDoubt ? [...new Set([...inherited.doubts, ...(own?.doubts ?? [])])] : [];
  const origin = own === undefined ? inherited : { winner: own.rule, node };
  const why = [...doubts, ...others];
  return { possible, level: levels, winner: origin.winner, losers: [], node: origin.node, doubts: why };
}

interface OwnLevels {
  readonly levels: LevelSet;
  readonly rule: number;
  readonly doubts?: readonly string[];
}

/** @param above levels that what is around it may have: with a mark that is in doubt, one of those may be its own */
function selfLevels(element: ElementSite, hits: readonly Hit[], above: LevelSet): OwnLevels | undefined {
  const { tag } = element;
  const isHtml = element.namespace === 'html';
  const kept = above & final;
  if (isHtml && tag === 'base') return { levels: oneLevel(Level.allow) | kept, rule: -1 };
  if (isHtml && tag === 'input' && isForced(element))
    return { levels: oneLevel(Level.mask) | kept, rule: -1 };
  const marked = hits.length > 0 ? markedLevels(hits) : undefined;
  if (marked?.isSure) return { ...marked, levels: marked.levels | kept };
  const unmarked = isHtml && isIgnored(element) ? oneLevel(Level.ignore) : undefined;
  if (marked) return { ...marked, levels: marked.levels | kept | (unmarked ?? above) };
  return unmarked === undefined ? undefined : { levels: unmarked | kept, rule: -1 };
}

/** The strongest mark decides; each that only may be there may decide before it. */
function markedLevels(hits: readonly Hit[]): (OwnLevels & { readonly isSure: boolean }) | undefined {
  let levels = 0;
  let first: Hit | undefined;
  const doubts: string[] = [];
  for (const name of order) {
    const named = hits.filter(({ rule }) => datadogRules[rule]?.list === name);
    const sure = named.find(({ certain }) => certain);
    const hit = sure ?? named[0];
    if (!hit) continue;
    first ??= hit;
    levels |= oneLevel(levelNames[name]);
    if (sure) return { levels, rule: sure.rule, doubts, isSure: true };
    doubts.push(hit.doubt ?? 'doubt.rule');
  }
  return first && { levels, rule: first.rule, doubts, isSure: false };
}

/** Masked whatever the page says. */
function isForced(input: ElementSite): boolean {
  if (forcedTypes.has(input.control()?.type ?? '')) return true;
  const autocomplete = input.attribute('autocomplete') ?? '';
  return autocomplete.startsWith('cc-') || autocomplete.endsWith('-password');
}

/** `shouldIgnoreElement`: code, icons, and most of what describes a page. */
function isIgnored(element: ElementSite): boolean {
  if (element.tag === 'script') return true;
  if (element.tag === 'meta') {
    const name = (element.attribute('name') ?? '').toLowerCase();
    return describing.has(name) || isSlimmedAway(element, otherMeta);
  }
  if (element.tag !== 'link') return false;
  const rel = (element.attribute('rel') ?? '').toLowerCase();
  if (rel === 'shortcut icon' || rel === 'icon') return true;
  return /preload|prefetch/.test(rel) && (element.attribute('as') ?? '').toLowerCase() === 'script';
}

/** `getNodePrivacyLevel`: found anew for every change, through all ancestors and shadow hosts. */
export function levelNow(chain: LateChain, level: Level): Decision {
  let decision: Decision = { ...rootDecision(level), winner: -1, losers: [], node: chain[0]?.node ?? -1 };
  for (let i = chain.length - 1; i >= 0; i -= 1) {
    const link = chain[i];
    if (!link || link.element.tag === '' || decision.possible === Possible.excluded) continue;
    decision = withSelf(decision, link.element, link.hits, link.node);
  }
  return decision;
}
