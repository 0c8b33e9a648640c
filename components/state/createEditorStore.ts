import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { PageToPanel } from '../../core/protocol.ts';
import type { Rule, RuleContent } from '../../core/rules/rule.ts';
import type { RankedSelector } from '../../core/selectors/rankedSelector.ts';
import type { DraftChange, DraftOperation } from '../../core/settings/draft.ts';
import { ruleLimits } from '../../core/settings/ruleLimits.ts';
import type { PageClient } from '../client.ts';

/** A rule being written. Nothing of it is stored before it is saved to the draft. */
export interface RuleEdit {
  /** Rule id, or the draft id of a rule that does not exist yet. */
  readonly id: string;
  /** The rule as the org has it; absent for a new rule. */
  readonly base?: Rule;
  /** The edit is one of `base` even where the draft holds an older edit of the rule: somebody merged the two. */
  readonly onBase?: boolean;
  readonly content: RuleContent;
  readonly candidates: readonly RankedSelector[];
  /** Suggestions were asked for and did not come yet. */
  readonly awaitsCandidates: boolean;
  /** The name was typed by a person and no longer follows the selector. */
  readonly ownName: boolean;
}

export type LiveMatch = Omit<PageToPanel['preview/result'], 'requestId' | 'problem'> & {
  /** `over-limit`: too long to be asked about at all. */
  readonly problem?: {
    readonly kind: NonNullable<PageToPanel['preview/result']['problem']>['kind'] | 'over-limit';
    readonly detail: string;
    readonly exception?: number;
  };
};

/** A mend that was applied, for as long as nothing else is written. */
export interface AppliedMend {
  readonly before: RuleContent;
  readonly after: RuleContent;
}

export interface EditorStore {
  readonly edit: ReadonlySignal<RuleEdit | null>;
  /** Changes only when another rule is opened, or none. */
  readonly editId: ReadonlySignal<string | null>;
  /** What the selector hits right now; null while the page has not answered for the present text. */
  readonly live: ReadonlySignal<LiveMatch | null>;
  /** Matches of a rule or of the edit are outlined on the page. */
  readonly shown: Signal<string | null>;
  /** Which of the matches is walked to, from 0; -1: none yet. */
  readonly at: ReadonlySignal<number>;
  /** The last mend, while it can be taken back. */
  readonly mended: ReadonlySignal<AppliedMend | null>;
  open(edit: RuleEdit): void;
  change(content: Partial<RuleContent>, own?: { readonly ownName?: boolean }): void;
  suggestFor(node: number): void;
  offer(candidates: readonly RankedSelector[]): void;
  showMatches(rule: Rule): void;
  /** Goes to a match by number, or to the next or previous one, round and round; it flashes on the page. */
  walk(to: 'next' | 'previous' | number): void;
  /** Changes the rule in one step that can be taken back. `write` may write the text itself: the browser can undo it. */
  mend(content: Partial<RuleContent>, write?: () => void): void;
  undoMend(): void;
  /** The next element that is picked is what this rule is about. */
  repick(): void;
  /** @returns whether the picked element was for the open rule */
  takePick(candidates: readonly RankedSelector[]): boolean;
  close(): void;
}

export interface EditorDeps {
  readonly page: PageClient;
  readonly nextId: () => number;
  /** Name of a rule nobody has named yet. */
  readonly nameFor: (content: RuleContent) => string;
  readonly signal: AbortSignal;
}

/** One rule at a time is edited; its matches are outlined on the page while it is written. */
export function createEditorStore(deps: EditorDeps): EditorStore {
  const { page } = deps;
  const edit = signal<RuleEdit | null>(null);
  const live = signal<LiveMatch | null>(null);
  const shown = signal<string | null>(null);
  const at = signal(-1);
  const mended = signal<AppliedMend | null>(null);
  let matchId = -1;
  let suggestId = -1;
  let repicks = false;

  function match(content: Pick<RuleContent, 'selector' | 'exceptions'>): void {
    live.value = null;
    at.value = -1;
    matchId = deps.nextId();
    const { selector, exceptions } = content;
    if (selector.trim() === '') {
      page.send({ type: 'preview/clear', body: {} });
      return;
    }
    const longest = Math.max(selector.length, ...exceptions.map(({ length }) => length));
    if (longest > ruleLimits.runSelector) {
      page.send({ type: 'preview/clear', body: {} });
      const detail = `${longest} > ${ruleLimits.runSelector}`;
      live.value = {
        count: 0,
        nodes: [],
        spared: [],
        milliseconds: 0,
        problem: { kind: 'over-limit', detail },
      };
      return;
    }
    page.send({ type: 'preview/match', body: { requestId: matchId, selector, exceptions } });
  }

  function open(next: RuleEdit): void {
    shown.value = null;
    mended.value = null;
    repicks = false;
    edit.value = next;
    match(next.content);
  }

  function change(part: Partial<RuleContent>, own: { readonly ownName?: boolean } = {}): void {
    const present = edit.peek();
    if (!present) return;
    const ownName = present.ownName || own.ownName === true;
    const written = { ...present.content, ...part };
    const content = ownName ? written : { ...written, name: deps.nameFor(written) };
    edit.value = { ...present, content, ownName };
    if (!matchesAlike(content, present.content)) match(content);
  }

  function walk(to: 'next' | 'previous' | number): void {
    const { nodes } = live.peek() ?? { nodes: [] };
    if (nodes.length === 0) return;
    const step = to === 'next' ? 1 : -1;
    const next =
      typeof to === 'number' ? to : at.peek() < 0 && step < 0 ? nodes.length - 1 : at.peek() + step;
    at.value = (next + nodes.length) % nodes.length;
    const node = nodes[at.peek()];
    if (node !== undefined) page.send({ type: 'overlay/flash', body: { node } });
  }

  function mend(part: Partial<RuleContent>, write?: () => void): void {
    const before = edit.peek()?.content;
    if (!before) return;
    write?.();
    change(part);
    const after = edit.peek()?.content;
    if (after) mended.value = { before, after };
  }

  function takePick(candidates: readonly RankedSelector[]): boolean {
    const best = mostStable(candidates);
    if (!repicks || !edit.peek() || !best) return false;
    repicks = false;
    mend({ selector: best.selector });
    offer(candidates);
    return true;
  }

  function offer(candidates: readonly RankedSelector[]): void {
    const present = edit.peek();
    if (!present) return;
    edit.value = { ...present, candidates, awaitsCandidates: false };
    const best = mostStable(candidates);
    if (best && present.content.selector === '') change({ selector: best.selector });
  }

  page.onMessage((message) => {
    if (message.type === 'preview/result' && message.body.requestId === matchId) live.value = message.body;
    if (message.type === 'selectors/suggested' && message.body.requestId === suggestId)
      offer(message.body.candidates);
  }, deps.signal);

  return {
    edit,
    editId: computed(() => edit.value?.id ?? null),
    live,
    shown,
    at,
    mended: computed(() => (mended.value?.after === edit.value?.content ? mended.value : null)),
    walk,
    mend,
    undoMend() {
      const last = mended.peek();
      if (last && last.after === edit.peek()?.content) change(last.before);
      mended.value = null;
    },
    repick() {
      repicks = true;
    },
    takePick,
    open,
    change,
    offer,
    suggestFor(node) {
      suggestId = deps.nextId();
      page.send({ type: 'selectors/suggest', body: { requestId: suggestId, node } });
    },
    showMatches(rule) {
      const off = shown.peek() === rule.id;
      shown.value = off ? null : rule.id;
      match(off ? { selector: '', exceptions: [] } : rule);
    },
    close() {
      edit.value = null;
      live.value = null;
      shown.value = null;
      page.send({ type: 'preview/clear', body: {} });
    },
  };
}

/** Nothing that the page is asked about differs. */
function matchesAlike(a: RuleContent, b: RuleContent): boolean {
  return (
    a.selector === b.selector &&
    a.exceptions.length === b.exceptions.length &&
    a.exceptions.every((exception, index) => exception === b.exceptions[index])
  );
}

/** The first of the most stable ones: candidates come narrowest first. */
function mostStable(candidates: readonly RankedSelector[]): RankedSelector | undefined {
  return candidates.reduce<RankedSelector | undefined>(
    (best, candidate) => (best && best.stability >= candidate.stability ? best : candidate),
    undefined,
  );
}

/** The journal operation that saves an edit; `change` is what the draft already holds for this rule. */
export function operationOf(edit: RuleEdit, change: DraftChange | undefined): DraftOperation {
  const content = { ...edit.content, name: edit.content.name.trim(), selector: edit.content.selector.trim() };
  if (edit.base) {
    const base = edit.onBase ? edit.base : (change?.base ?? edit.base);
    return { kind: 'update', ruleId: edit.id, base, content };
  }
  return { kind: 'create', draftId: edit.id, content };
}
