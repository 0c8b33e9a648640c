import { type ReadonlySignal, signal } from '@preact/signals';
import type { Finding } from '../../core/findings/finding.ts';
import { type MaskTarget, maskTargets } from '../../core/findings/maskTargets.ts';
import type { Message, PageToPanel } from '../../core/protocol.ts';
import type { RuleContent } from '../../core/rules/rule.ts';
import { chooseCovering } from '../../core/selectors/chooseCovering.ts';
import type { RankedSelector } from '../../core/selectors/rankedSelector.ts';
import type { PageClient } from '../client.ts';
import type { SettingsStore } from './createSettingsStore.ts';

/** One rule that is proposed, as it may have been edited. */
export interface MaskProposal {
  readonly id: string;
  readonly selector: string;
  readonly action: MaskTarget['action'];
  /** Elements it matches on this page; null while the page has not answered. */
  readonly count: number | null;
  /** Of the places that leak, those it hides. */
  readonly covers: readonly number[];
  /** The browser's words on a selector it does not take. */
  readonly problem?: string;
}

export interface MaskAll {
  /** Key of the group of findings it is about. */
  readonly key: string;
  readonly phase: 'asking' | 'ready' | 'saved';
  readonly targets: readonly MaskTarget[];
  readonly proposals: readonly MaskProposal[];
  /** Places that no element rule reaches. */
  readonly unreachable: number;
  /** Elements for which no selector was found, or which nobody asked about any more. */
  readonly missed: number;
  /** Rules that are in the draft now. */
  readonly saved: number;
}

export interface MaskAllStore {
  readonly present: ReadonlySignal<MaskAll | null>;
  open(key: string, findings: readonly Finding[]): void;
  edit(id: string, part: Partial<Pick<MaskProposal, 'selector' | 'action'>>): void;
  drop(id: string): void;
  /** Outlines on the page what a proposal matches. */
  show(id: string): void;
  save(): Promise<void>;
  undo(): Promise<void>;
  close(): void;
}

export interface MaskAllDeps {
  readonly page: PageClient;
  readonly settings: SettingsStore;
  readonly nextId: () => number;
  readonly newId: () => string;
  readonly nameFor: (content: RuleContent) => string;
  readonly signal: AbortSignal;
}

/** Each question takes the page up to 90 ms. */
const maxAsked = 60;

/** Proposes rules that hide every place of one kind of finding: few selectors, each counted, none saved unasked. */
export function createMaskAllStore(deps: MaskAllDeps): MaskAllStore {
  const { page, settings, nextId } = deps;
  const present = signal<MaskAll | null>(null);
  let question: { readonly id: number; readonly target: MaskTarget } | undefined;
  let asked = new Set<number>();
  /** Which proposal the page was last asked to match. */
  let matching: { readonly id: number; readonly proposal: string } | undefined;

  const update = (part: Partial<MaskAll>): void => {
    if (present.value) present.value = { ...present.value, ...part };
  };

  function askNext(): void {
    const now = present.peek();
    if (now?.phase !== 'asking') return;
    const open = uncovered(now).filter(({ node }) => !asked.has(node));
    const [target] = open;
    if (!target || asked.size >= maxAsked) {
      update({ phase: 'ready', missed: uncovered(now).length });
      return;
    }
    asked.add(target.node);
    question = { id: nextId(), target };
    page.send({ type: 'selectors/suggest', body: { requestId: question.id, node: target.node } });
  }

  function suggested(candidates: readonly RankedSelector[], { action }: MaskTarget): void {
    const now = present.peek();
    if (!now) return;
    const wanted = new Set(uncovered(now).flatMap((one) => (isHiddenBy(one, action) ? [one.node] : [])));
    const best = chooseCovering(candidates, wanted);
    if (best) {
      const { selector, count, nodes } = best;
      const covers = nodes.filter((node) => now.targets.some((one) => one.node === node));
      const proposal = { id: deps.newId(), selector, action, count, covers };
      update({ proposals: [...now.proposals, proposal] });
    }
    askNext();
  }

  function match(id: string): void {
    const proposal = present.peek()?.proposals.find((one) => one.id === id);
    if (!proposal || proposal.selector.trim() === '') return;
    matching = { id: nextId(), proposal: id };
    const { selector } = proposal;
    page.send({ type: 'preview/match', body: { requestId: matching.id, selector, exceptions: [] } });
  }

  function change(id: string, part: Partial<MaskProposal>): void {
    const proposals = present.peek()?.proposals ?? [];
    update({ proposals: proposals.map((one) => (one.id === id ? { ...one, ...part } : one)) });
    const now = present.peek();
    if (now && now.phase !== 'asking') update({ missed: uncovered(now).length });
  }

  function matched({ count, nodes, problem }: PageToPanel['preview/result'], id: string): void {
    const wanted = new Set(present.peek()?.targets.map(({ node }) => node));
    const proposals = present.peek()?.proposals ?? [];
    const { problem: _old, ...kept } = proposals.find((one) => one.id === id) ?? {};
    const covers = nodes.filter((node) => wanted.has(node));
    const fresh = { ...kept, count, covers, ...(problem ? { problem: problem.detail } : {}) };
    update({ proposals: proposals.map((one) => (one.id === id ? ({ ...fresh } as MaskProposal) : one)) });
    change(id, {});
  }

  function heard(message: Message<PageToPanel>): void {
    if (message.type === 'selectors/suggested' && message.body.requestId === question?.id)
      suggested(message.body.candidates, question.target);
    if (message.type === 'preview/result' && message.body.requestId === matching?.id)
      matched(message.body, matching.proposal);
  }
  page.onMessage(heard, deps.signal);

  function close(): void {
    present.value = null;
    question = undefined;
    matching = undefined;
    page.send({ type: 'preview/clear', body: {} });
  }

  // Another page, or the same one anew: its elements are others.
  page.onState(() => {
    if (present.peek()) close();
  }, deps.signal);

  return {
    present,
    open(key, findings) {
      asked = new Set();
      const nothing = { proposals: [], missed: 0, saved: 0 } as const;
      present.value = { key, phase: 'asking', ...maskTargets(findings), ...nothing };
      askNext();
    },
    edit(id, part) {
      const isOther = 'selector' in part;
      change(id, isOther ? { ...part, count: null, covers: [] } : part);
      if (isOther) match(id);
    },
    drop(id) {
      update({ proposals: present.peek()?.proposals.filter((one) => one.id !== id) ?? [] });
      change(id, {});
    },
    show: match,
    async save() {
      let saved = 0;
      for (const proposal of present.peek()?.proposals ?? []) {
        const content = contentOf(proposal, deps.nameFor);
        const operation = { kind: 'create', draftId: deps.newId(), content } as const;
        if (!(await settings.run('draft/apply', { operation }))) break;
        saved += 1;
      }
      page.send({ type: 'preview/clear', body: {} });
      update({ saved, phase: saved > 0 ? 'saved' : 'ready' });
    },
    async undo() {
      const { saved = 0 } = present.peek() ?? {};
      for (let step = 0; step < saved; step += 1) await settings.run('draft/undo', {});
      close();
    },
    close,
  };
}

/** An excluded element is gone with all that it shows. */
function isHiddenBy(target: MaskTarget, action: MaskTarget['action']): boolean {
  return action === 'exclude' || target.action === 'mask';
}

function uncovered({ targets, proposals }: MaskAll): readonly MaskTarget[] {
  return targets.filter(
    (target) =>
      !proposals.some(({ covers, action }) => covers.includes(target.node) && isHiddenBy(target, action)),
  );
}

function contentOf({ selector, action }: MaskProposal, nameFor: MaskAllDeps['nameFor']): RuleContent {
  const content: RuleContent = {
    name: '',
    selector: selector.trim(),
    exceptions: [],
    action,
    consent: false,
    scope: 'all',
    platforms: ['web'],
  };
  return { ...content, name: nameFor(content) };
}
