import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { selectAll } from 'css-select';
import type { AnyNode, ParentNode } from 'domhandler';
import { answerSavedQuestions } from '../../components/savedPages/answerSavedQuestions.ts';
import { createSavedPagesClient } from '../../components/savedPages/createSavedPagesClient.ts';
import type { SavedImpact } from '../../components/savedPages/savedQuestions.ts';
import { fullstory } from '../../core/profiles/fullstory.ts';
import type { Rule, RuleSet } from '../../core/rules/rule.ts';
import { isSavedElement, type PageSnapshot } from '../../core/saved/pageSnapshot.ts';
import { redactSnapshot } from '../../core/saved/redactSnapshot.ts';
import { createSavedAdapter } from '../../core/saved/savedAdapter.ts';
import { parseSavedPage, type SavedPage } from '../../core/saved/savedPage.ts';
import type { SavedPageStorage } from '../../core/saved/savedPageStorage.ts';
import { takeSnapshot } from '../../core/saved/takeSnapshot.ts';

export interface BlastCost {
  readonly selector: string;
  /** Milliseconds from the question to the answer, the best of some. */
  readonly ours: number;
  /** Milliseconds of css-select for every selector of the rules, one after the other, on the parsed pages. */
  readonly control: number;
  /** The longest that the worker heard nothing. */
  readonly longest: number;
  readonly changed: number;
}

const pageCount = 100;
const runs = 3;

/** A broad one that changes most pages, two that change some, one that is nowhere. */
const edits = ['div', 'form label', '.form-control', 'input[type=email]', '.newsletter-signup-teaser'];

const url = 'https://shop.example.com/checkout';

/** The saved pages are made of pages that are not in the project: null where they are not there. */
export async function measureBlast(data: string): Promise<readonly BlastCost[] | null> {
  const folder = join(data, 'forms-train');
  if (!existsSync(folder)) return null;
  const files = readdirSync(folder).filter((name) => name.endsWith('.html'));
  const every = Math.max(1, Math.floor(files.length / pageCount));
  const chosen = files.filter((_name, index) => index % every === 0).slice(0, pageCount);
  const parsed = chosen.map((name) => parseSavedPage(readFileSync(join(folder, name), 'utf8'), url));
  const snapshots: PageSnapshot[] = [];
  for (const page of parsed) snapshots.push(await keep(page));
  const before = orgRules();
  const control = measureControl(parsed, before);
  const ask = ownWorker(snapshots);
  await ask.warm(before);
  const costs: BlastCost[] = [];
  for (const selector of edits)
    costs.push({ selector, control, ...(await measureEdit(ask, before, selector)) });
  return costs;
}

function keep(page: SavedPage): Promise<PageSnapshot> {
  const nodes = takeSnapshot<AnyNode>({
    tree: createSavedAdapter(page),
    root: page.document,
    isOurs: () => false,
    isQuirks: (node) => node === page.document && page.quirks,
    maxNodes: 150_000,
  });
  const head = { url, lang: 'en' };
  return redactSnapshot({ nodes: [...nodes], head, name: 'Page', savedAt: '2026-01-01T00:00:00Z' });
}

/** The published built-in rules and twenty of an org. */
function orgRules(): RuleSet {
  const offline = fullstory.offlineRules();
  const words = ['.customer', '[data-testid=email]', 'form input[type=text]', '.summary td', '#address'];
  const own = Array.from({ length: 20 }, (_, index) =>
    maskRule(
      `own-${index}`,
      `${words[index % words.length]}${index < words.length ? '' : `.variant-${index}`}`,
    ),
  );
  return { ...offline, rules: [...offline.rules, ...own] };
}

function maskRule(id: string, selector: string): Rule {
  const content = {
    name: id,
    selector,
    exceptions: [],
    action: 'mask',
    consent: false,
    scope: 'all',
  } as const;
  return { ...content, id, platforms: ['web'], groupId: '0', editable: 'any' };
}

function measureControl(pages: readonly SavedPage[], { rules }: RuleSet): number {
  const started = performance.now();
  for (const { document } of pages)
    for (const { selector } of rules)
      selectAll(selector, (document as ParentNode).children as AnyNode[] as never);
  return performance.now() - started;
}

type Asked = ReturnType<typeof ownWorker>;

async function measureEdit(ask: Asked, before: RuleSet, selector: string) {
  let ours = Number.POSITIVE_INFINITY;
  let longest = 0;
  let changed = 0;
  for (let run = 0; run < runs; run += 1) {
    // Another id each time: a rule that was played before is not what a person types next.
    const after = { ...before, rules: [...before.rules, maskRule(`edit-${run}`, selector)] };
    const found = await ask.impact(before, after, selector);
    if (found.milliseconds >= ours) continue;
    ours = found.milliseconds;
    longest = found.longest;
    changed = found.impact.pages.filter(
      ({ impact }) => impact.hidden + impact.unknown + impact.visible > 0,
    ).length;
  }
  return { ours, longest, changed };
}

/** The worker's whole code, with the pages in memory; its messages are copied as a worker's are. */
function ownWorker(snapshots: readonly PageSnapshot[]) {
  let heard = performance.now();
  let longest = 0;
  const storage = memory(snapshots);
  const client = createSavedPagesClient(() => {
    const listeners: ((event: MessageEvent) => void)[] = [];
    const answer = answerSavedQuestions({
      reply: (data) => {
        for (const listener of listeners) listener({ data: structuredClone(data) } as MessageEvent);
      },
      async breathe() {
        longest = Math.max(longest, performance.now() - heard);
        await new Promise((resolve) => setImmediate(resolve));
        heard = performance.now();
      },
      storage,
    });
    return {
      postMessage: (question) => answer(structuredClone(question)),
      addEventListener: (type: string, listener: never) =>
        void (type === 'message' && listeners.push(listener)),
      terminate: () => undefined,
    };
  }, new AbortController().signal);
  const who = { profile: fullstory.id, options: undefined };
  return {
    warm: (ruleSet: RuleSet) => client.ask('warm', { ...who, ruleSet }),
    async impact(before: RuleSet, after: RuleSet, selector: string) {
      const started = performance.now();
      heard = started;
      longest = 0;
      const request = { ...who, before, after, selector, exceptions: [] };
      const impact: SavedImpact = await client.ask('impact', request);
      return { impact, milliseconds: performance.now() - started, longest };
    },
  };
}

function memory(snapshots: readonly PageSnapshot[]): SavedPageStorage {
  const nothing = () => Promise.reject(new Error('not in a benchmark'));
  const entries = snapshots.map(({ name, url: from, savedAt, nodes }, index) => ({
    ...{ id: String(index), name, url: from, savedAt, length: 0 },
    elements: nodes.filter(isSavedElement).length,
  }));
  return {
    list: async () => entries,
    read: async (id) => snapshots[Number(id)],
    add: nothing,
    rename: nothing,
    remove: nothing,
    clear: nothing,
  };
}
