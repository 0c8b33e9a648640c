import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { CaptureScan } from '../../core/capture/captureScan.ts';
import { createSelectorComparer } from '../../core/lint/compareSelectors.ts';
import { lintRule } from '../../core/lint/lintRule.ts';
import { createPageRules, type PageRules } from '../../core/lint/pageRules.ts';
import { type Mend, type RuleLint, selectorMend } from '../../core/lint/ruleLint.ts';
import { similarName } from '../../core/lint/similarName.ts';
import type { SelectorDifference } from '../../core/protocol.ts';
import { isBuiltIn, type Rule, type RuleContent, type RuleSet } from '../../core/rules/rule.ts';
import { lintSelector } from '../../core/selectors/lintSelector.ts';
import { applyDraft } from '../../core/settings/applyDraft.ts';
import type { DraftState } from '../../core/settings/draft.ts';
import { mayBeRuledByGroup } from '../../core/settings/scopesInForce.ts';
import type { PageClient } from '../client.ts';
import { type AskedSelector, askOtherNames, compareMends, keyOfSelector } from './askAboutMends.ts';
import type { EditorStore } from './createEditorStore.ts';
import type { NamesStore } from './createNamesStore.ts';
import type { ScanStore } from './createScanStore.ts';
import type { SessionStore } from './createSessionStore.ts';

/** What a mend would match beside what is written now. `unknown`: nobody could compare it. */
export type MendEffect = SelectorDifference | 'unknown' | 'none';

export interface ShownMend {
  readonly mend: Mend;
  readonly effect: MendEffect;
  /** Less would be hidden, or more shown, than by the rule as it is written. */
  readonly weakens: boolean;
}

export interface ShownLint extends Omit<RuleLint, 'mends'> {
  readonly mends: readonly ShownMend[];
  /** What would mend it stands at a remark before it. */
  readonly isMendedAbove: boolean;
}

export interface LintStore {
  /** About the rule in the editor. */
  readonly lints: ReadonlySignal<readonly ShownLint[]>;
  /** About each of the org's own rules, by id, as far as it is known without asking the page. */
  readonly ofRules: ReadonlySignal<ReadonlyMap<string, readonly RuleLint[]>>;
  /** A scan, to be asked about its rules and elements. */
  factsOf(scan: CaptureScan): PageRules;
}

export interface LintStoreDeps {
  readonly page: PageClient;
  readonly editor: EditorStore;
  readonly names: NamesStore;
  readonly session: SessionStore;
  readonly ruleSet: ReadonlySignal<RuleSet | null>;
  readonly draft: ReadonlySignal<DraftState>;
  readonly current: ScanStore;
  readonly draftScan: ScanStore;
  readonly nextId: () => number;
  readonly signal: AbortSignal;
}

/** Rules are compared with each other in the list up to this many: each with each. */
const mostCompared = 200;
/** Ways to mend one thing: more are a choice for nobody. */
const mostMends = 2;
/** Rules of a list that are linted; nobody reads on. */
const mostLinted = 1000;

/** What is doubtful about rules. Mends are shown once the page has said what they would match. */
export function createLintStore(deps: LintStoreDeps): LintStore {
  const { editor, names, session, draft, current, draftScan } = deps;
  const comparer = createSelectorComparer();
  const known = new WeakMap<CaptureScan, PageRules>();
  const differences = signal<ReadonlyMap<string, SelectorDifference | null>>(new Map());
  const otherNames = signal<{ readonly selector: string; readonly found: readonly string[] } | null>(null);

  function factsOf(scan: CaptureScan): PageRules {
    const facts = known.get(scan) ?? createPageRules(scan);
    known.set(scan, facts);
    return facts;
  }

  const applied = computed(() => {
    const ruleSet = deps.ruleSet.value;
    return ruleSet ? applyDraft(ruleSet, draft.value) : null;
  });
  /** Of a rule whose group may set its scope it is not known where it is in force. */
  const others = computed(() => {
    const ruleSet = applied.value;
    return ruleSet?.rules.filter((rule) => !mayBeRuledByGroup(rule, ruleSet)) ?? [];
  });

  const found = computed(() => {
    const edit = editor.edit.value;
    if (!edit || (edit.base && isBuiltIn(edit.base))) return [];
    const live = editor.live.value;
    const rule = { ...edit.content, id: edit.id };
    const scan = [draftScan.scan.value, current.scan.value].find((one) => one && holdsRule(one, rule));
    return lintRule(
      {
        rule,
        others: others.value,
        recorder: session.profile.value,
        live: live && !live.problem ? live : null,
        onPage: scan ? factsOf(scan) : null,
        ...(live?.problem ? { problem: live.problem } : undefined),
      },
      comparer,
    );
  });

  const proposed = computed(() => {
    const edit = editor.edit.value;
    if (!edit) return [];
    const { selector } = edit.content;
    const renamed = otherNames.value?.selector === selector ? otherNames.value.found : [];
    return found.value.map((lint) => withNames(lint, selector, renamed, names));
  });

  const lints = computed(() => {
    const edit = editor.edit.value;
    if (!edit) return [];
    const offered = new Set<string>();
    return proposed.value.map((lint) => shown(lint, edit.content, differences.value, offered));
  });

  const ofRules = computed(() => {
    const rules = applied.value?.rules.filter((rule) => !isBuiltIn(rule)) ?? [];
    const scan = draft.value.changes.length > 0 ? draftScan.scan.value : current.scan.value;
    const beside = others.value.length <= mostCompared ? others.value : [];
    const request = { others: beside, recorder: session.profile.value, live: null };
    return new Map(
      rules.slice(0, mostLinted).map((rule): [string, RuleLint[]] => {
        const onPage = scan && holdsRule(scan, rule) ? factsOf(scan) : null;
        return [rule.id, lintRule({ ...request, rule, onPage }, comparer)];
      }),
    );
  });

  const asking = { page: deps.page, nextId: deps.nextId, signal: deps.signal };
  const answered = (asked: AskedSelector, results: readonly (SelectorDifference | null)[]) => {
    differences.value = new Map(
      asked.after.map((one, index) => [keyOfSelector(asked.before, one), results[index] ?? null]),
    );
  };
  compareMends({ ...asking, proposed, edit: editor.edit, live: editor.live, answered });
  askOtherNames({
    ...asking,
    wanted: computed(() => found.value.some(({ wantsOtherName }) => wantsOtherName === true)),
    edit: editor.edit,
    live: editor.live,
    answered: (selector, names) => {
      otherNames.value = { selector, found: names };
    },
  });
  const forget = effect(() => {
    if (editor.editId.value === null) differences.value = new Map();
  });
  deps.signal.addEventListener('abort', forget, { once: true });

  return { lints, ofRules, factsOf };
}

/** A scan that was made with this rule exactly as it is written. Recorders with lists write exceptions as `:not()`. */
function holdsRule(
  scan: CaptureScan,
  rule: Pick<Rule, 'id' | 'selector' | 'exceptions' | 'action'>,
): boolean {
  return scan.rules.some(
    ({ id, selector, exceptions, action }) =>
      id === rule.id &&
      action === rule.action &&
      selector === rule.selector &&
      exceptions.length === rule.exceptions.length &&
      exceptions.every((exception, index) => exception === rule.exceptions[index]),
  );
}

/** Mends that need the page's own names go first: they say what was meant. */
function withNames(
  lint: RuleLint,
  selector: string,
  renamed: readonly string[],
  names: NamesStore,
): RuleLint {
  if (lint.wantsOtherName) {
    return { ...lint, mends: [...renamed.map((name) => selectorMend('other-name', name)), ...lint.mends] };
  }
  if (lint.key !== 'matches-nothing' || !names.isComplete.value) return lint;
  const near = similarName(selector, names.names.value);
  return near === undefined ? lint : { ...lint, mends: [selectorMend('similar', near), ...lint.mends] };
}

/**
 * A mend that the browser refuses is none, and one that is offered already is not offered again. What reaches less goes
 * last and says so; what leaves another doubt behind goes after what does not.
 */
function shown(
  lint: RuleLint,
  content: RuleContent,
  differences: ReadonlyMap<string, SelectorDifference | null>,
  offered: Set<string>,
): ShownLint {
  const isNew = ({ mend }: ShownMend) => {
    const { kind, key } = mend;
    const name = kind === 'content' ? JSON.stringify(mend.change) : `${kind} ${key}`;
    const isFirst = !offered.has(name);
    offered.add(name);
    return isFirst;
  };
  const mends = lint.mends.flatMap((mend): ShownMend[] => {
    if (mend.kind !== 'content') return [{ mend, effect: 'none', weakens: mend.kind === 'other-rule' }];
    if (mend.change.selector === undefined && mend.change.exceptions === undefined)
      return [{ mend, effect: 'none', weakens: false }];
    const effect = differences.get(keyOfSelector(content, { ...content, ...mend.change }));
    if (effect === null) return [];
    if (effect === undefined) return [{ mend, effect: 'unknown', weakens: false }];
    const isUnmask = content.action === 'unmask';
    return [{ mend, effect, weakens: (isUnmask ? effect.gained : effect.lost) > 0 }];
  });
  const fresh = mends
    .sort((a, b) => Number(a.weakens) - Number(b.weakens) || doubtsOf(a.mend) - doubtsOf(b.mend))
    .slice(0, mostMends)
    .filter(isNew);
  return { ...lint, mends: fresh, isMendedAbove: mends.length > 0 && fresh.length === 0 };
}

function doubtsOf(mend: Mend): number {
  const selector = mend.kind === 'content' ? mend.change.selector : undefined;
  return selector === undefined || selector === '' ? 0 : lintSelector(selector).length;
}
