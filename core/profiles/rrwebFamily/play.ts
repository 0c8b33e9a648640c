import type { RuleProblem } from '../../rules/activeRule.ts';
import { RuleAction, type RuleSet } from '../../rules/rule.ts';
import type { Decision } from '../../treatment/decision.ts';
import { Possible } from '../../treatment/treatment.ts';
import type {
  BoundarySite,
  LateChain,
  LateResolver,
  Playback,
  SelectorSyntax,
  ValueCause,
} from '../profile.ts';
import { builtInRule, type ListedSelector, listRules, rulesInForce } from '../ruleLists.ts';
import { withIgnoredRules } from '../withIgnoredRules.ts';
import { createRrwebDecisions } from './decide.ts';
import { createMarkedDecisions } from './markedDecisions.ts';
import { createRrwebRecorder } from './recordContent.ts';
import type { RrwebSettings } from './settings.ts';

/** Plays a recorder of the rrweb family. */
export function playRrweb(
  settings: RrwebSettings,
  ruleSet: RuleSet,
  syntax: SelectorSyntax,
  notSimulated: readonly RuleProblem[],
): Playback {
  const masks = settings.elementMasks;
  const given = listRules(ruleSet, masks?.ruleLists ?? plainLists, 'refused');
  const listed = [...optionLists(settings), ...(masks?.listed ?? []), ...given.listed];
  const broken = masks ? (list: string) => masks.broken(list) : ('disables-list' as const);
  const force = rulesInForce(classRules(settings), listed, syntax, broken);
  // The function that throws is called for the first text of the page.
  const isDead = masks !== null && [...force.lost].some((list) => masks.broken(list) === 'ends-recording');
  const decisions = masks
    ? createMarkedDecisions(force, settings, masks)
    : createRrwebDecisions(force.rules, settings);
  return {
    rules: force.rules,
    problems: [...notSimulated, ...given.problems, ...force.problems],
    root: rootState(),
    maxDepth: settings.maxDepth,
    decidesAll: decisions.decidesAll,
    decide: decisions.decide,
    hitInShadow: (hit) => hit,
    shadowState,
    frameState,
    templateState: () => null,
    closedRoots: 'never',
    record: createRrwebRecorder(settings, decisions),
    late: lateResolver(),
  };

  function rootState(): Pick<Decision, 'possible' | 'doubts'> {
    if (isDead) return { possible: Possible.excluded, doubts: [] };
    if (!settings.hasEventFilter) return { possible: Possible.captured, doubts: [] };
    return { possible: capturedOrExcluded, doubts: [filterDoubt] };
  }

  /** What a function of the site may still drop. */
  function filtered(decision: Decision | null): Decision | null {
    if (decision === null || !settings.hasEventFilter) return decision;
    const doubts = [...decision.doubts, filterDoubt];
    return { ...decision, possible: decision.possible | Possible.excluded, doubts };
  }

  function lateResolver(): LateResolver {
    // `isBlocked` throws on the broken list at every mutation, and the whole batch is lost with it.
    const isSilent = isDead || (settings.losesChangesWhenBroken && force.lost.has('blockSelector'));
    const unlessSilent = (state: () => Decision | null): Decision | null =>
      isSilent ? null : filtered(state());
    return {
      reads: 'at-once',
      added: (parents) => unlessSilent(() => addedState(parents)),
      text: (parents) => unlessSilent(() => textState(parents)),
      attribute: (chain) => unlessSilent(() => selfState(chain)),
      value: (chain, cause) => unlessSilent(() => (isHeard(chain, cause) ? valueState(chain) : null)),
    };
  }

  function addedState(parents: LateChain): Decision | null {
    return isTitle(parents) || isHidden(parents) ? null : decisions.closest(parents);
  }

  /** The page's later titles can be left out by themselves: rrweb@2.2.2 `isIgnored`. */
  function isTitle([parent]: LateChain): boolean {
    return settings.slim.headTitleMutations === true && parent?.element.tag === 'title';
  }

  /** Blocked somewhere above, in this tree or that of a shadow host. */
  function isHidden(chain: LateChain): boolean {
    if (!settings.blocksThroughHosts) return false;
    const end = chain.findIndex((link) => link.above === 'frame' || link.above === 'none');
    return chain.slice(0, end + 1).some((link) => decisions.blocks(link) === true);
  }

  /** Blocked only if the text's own parent is; masked if any ancestor in the same tree is. */
  function textState(parents: LateChain): Decision | null {
    const [parent] = parents;
    if (!parent || decisions.blocks(parent) === true || isHidden(parents)) return null;
    const masks = parents.map((link) => ({ ...link, hits: link.hits.filter((hit) => !isBlock(hit.rule)) }));
    const ignored = parents.flatMap(({ hits }) => hits.filter((hit) => hit.certain && isBlock(hit.rule)));
    return withIgnoredRules(
      decisions.closest(masks),
      ignored.map((hit) => hit.rule),
    );
  }

  function selfState(chain: LateChain): Decision | null {
    const [self] = chain;
    const blocks = self && decisions.blocks(self);
    if (!self || blocks === true || isHidden(chain)) return null;
    const possible = blocks === 'maybe' ? Possible.captured | Possible.excluded : Possible.captured;
    return {
      possible,
      winner: -1,
      losers: [],
      node: self.node,
      doubts: blocks === 'maybe' ? ['doubt.rule'] : [],
      ...levelIn(chain),
    };
  }

  function levelIn(chain: LateChain): { readonly level?: number } {
    const level = decisions.level(chain);
    return level === undefined ? {} : { level };
  }

  function valueState(chain: LateChain): Decision | null {
    const [self] = chain;
    if (!self) return null;
    const names = self.element.attribute('class')?.split(/\s+/) ?? [];
    if (names.includes(settings.ignoreClass)) return null;
    if (self.hits.some((hit) => force.rules[hit.rule]?.list === 'ignoreSelector')) return null;
    return decisions.closest(chain);
  }

  /** Listeners are on documents: what does not leave a shadow root is not heard, but setters are hooked everywhere. */
  function isHeard(chain: LateChain, { kind, composed }: ValueCause): boolean {
    if (settings.inputOnChange && kind === 'input') return false;
    const boundary = chain.find((link) => link.above !== 'parent');
    return kind === 'set' || composed || boundary?.above !== 'shadow-host';
  }

  function isBlock(rule: number): boolean {
    return force.rules[rule]?.action === RuleAction.exclude;
  }

  /** Handed down at the first look; a late node asks `closest`, which does not get out of its shadow root. */
  function shadowState(host: Decision, root: Decision, { moment }: BoundarySite): Decision {
    return moment === 'snapshot' || host.possible === Possible.excluded ? decisions.enterTree(host) : root;
  }

  function frameState(frame: Decision, root: Decision, { moment, element, node }: BoundarySite): Decision {
    if (settings.recordsBlockedFrames && frame.possible === Possible.excluded && frame.node === node)
      return moment === 'snapshot' ? decisions.insideBlocked(frame, root) : root;
    const isKept = moment === 'snapshot' || frame.possible === Possible.excluded || element.hasChildren();
    return isKept ? decisions.enterTree(frame) : root;
  }
}

const capturedOrExcluded = Possible.captured | Possible.excluded;
const filterDoubt = 'doubt.event-filter';

const plainLists = { exclude: ['blockSelector'], mask: ['maskTextSelector'] } as const;

function classRules({ blockClass, maskTextClass }: RrwebSettings) {
  return [
    ...(typeof blockClass === 'string' && blockClass !== ''
      ? [builtInRule(`.${escapeClass(blockClass)}`, RuleAction.exclude, 'blockClass')]
      : []),
    ...(typeof maskTextClass === 'string' && maskTextClass !== ''
      ? [builtInRule(`.${escapeClass(maskTextClass)}`, RuleAction.mask, 'maskTextClass')]
      : []),
  ];
}

/** A class may hold what a selector would read as syntax. https://drafts.csswg.org/cssom/#serialize-an-identifier */
function escapeClass(name: string): string {
  return name.replace(/^-?\d|[^\w-\u0080-\uffff]/g, (found) =>
    [...found].map((char) => (char === '-' ? char : `\\${char.codePointAt(0)?.toString(16)} `)).join(''),
  );
}

function optionLists({ blockSelector, maskTextSelector, ignoreSelector }: RrwebSettings): ListedSelector[] {
  const listed = (list: string, selector: string | null, action: RuleAction): ListedSelector[] =>
    selector !== null ? [{ list, id: list, name: list, selector, action }] : [];
  return [
    ...listed('blockSelector', blockSelector, RuleAction.exclude),
    ...listed('maskTextSelector', maskTextSelector, RuleAction.mask),
    ...listed('ignoreSelector', ignoreSelector, RuleAction.unspecified),
  ];
}
