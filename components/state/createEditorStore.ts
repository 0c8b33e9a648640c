import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { PageToPanel } from '../../core/protocol.ts';
import type { Rule, RuleContent } from '../../core/rules/rule.ts';
import type { RankedSelector } from '../../core/selectors/rankedSelector.ts';
import type { DraftChange, DraftOperation } from '../../core/settings/draft.ts';
import type { PageClient } from '../client.ts';

/** A rule being written. Nothing of it is stored before it is saved to the draft. */
export interface RuleEdit {
  /** Rule id, or the draft id of a rule that does not exist yet. */
  readonly id: string;
  /** The rule as the org has it; absent for a new rule. */
  readonly base?: Rule;
  readonly content: RuleContent;
  readonly candidates: readonly RankedSelector[];
  /** Suggestions were asked for and did not come yet. */
  readonly awaitsCandidates: boolean;
  /** The name was typed by a person and no longer follows the selector. */
  readonly ownName: boolean;
}

export type LiveMatch = Omit<PageToPanel['preview/result'], 'requestId'>;

export interface EditorStore {
  readonly edit: ReadonlySignal<RuleEdit | null>;
  /** What the selector hits right now; null while the page has not answered for the present text. */
  readonly live: ReadonlySignal<LiveMatch | null>;
  /** Matches of a rule or of the edit are outlined on the page. */
  readonly shown: Signal<string | null>;
  open(edit: RuleEdit): void;
  change(content: Partial<RuleContent>, own?: { readonly ownName?: boolean }): void;
  suggestFor(node: number): void;
  offer(candidates: readonly RankedSelector[]): void;
  showMatches(rule: Rule): void;
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
  let matchId = -1;
  let suggestId = -1;

  function match(content: Pick<RuleContent, 'selector' | 'exceptions'>): void {
    live.value = null;
    matchId = deps.nextId();
    const { selector, exceptions } = content;
    if (selector.trim() === '') {
      page.send({ type: 'preview/clear', body: {} });
      return;
    }
    page.send({ type: 'preview/match', body: { requestId: matchId, selector, exceptions } });
  }

  function open(next: RuleEdit): void {
    shown.value = null;
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
    if ('selector' in part || 'exceptions' in part) match(content);
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
    live,
    shown,
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
  if (edit.base) return { kind: 'update', ruleId: edit.id, base: change?.base ?? edit.base, content };
  return { kind: 'create', draftId: edit.id, content };
}
