import { profileById } from '../../core/profiles/registry.ts';
import type { RuleSet } from '../../core/rules/rule.ts';
import { createKeptPage, type KeptPage } from '../../core/saved/createKeptPage.ts';
import { noImpact, pageImpact } from '../../core/saved/pageImpact.ts';
import type { PageSnapshot } from '../../core/saved/pageSnapshot.ts';
import type { SavedPageStorage } from '../../core/saved/savedPageStorage.ts';
import { createScanSummariser, type ScanSummary } from '../../core/saved/scanSummary.ts';
import { changedSelectors } from './changedSelectors.ts';
import type {
  ImpactRequest,
  PageImpactEntry,
  SavedCounts,
  SavedImpact,
  SavedRulesRequest,
} from './savedQuestions.ts';

/** A saved page that is laid open. */
interface OpenPage {
  readonly page: KeptPage;
  readonly summarise: ReturnType<typeof createScanSummariser>;
  readonly nodes: number;
  /** With the rules in force; made anew when they are others. */
  before?: { readonly key: string; readonly summary: ScanSummary };
}

/** Lets messages in and says that the work goes on; false: it was stopped. */
export type GoOn = () => Promise<boolean>;

/** Nodes of the pages that are laid open at once, about half a kilobyte each; further pages are read anew each time. */
const maxOpenNodes = 600_000;

/** Lays saved pages open, once, and plays rules on them one page after the other. */
export function createSavedDesk(storage: SavedPageStorage) {
  const open = new Map<string, OpenPage>();
  let openNodes = 0;

  async function openPage(id: string): Promise<OpenPage | undefined> {
    const known = open.get(id);
    if (known) return known;
    const snapshot: PageSnapshot | undefined = await storage.read(id);
    if (!snapshot) return undefined;
    const opened: OpenPage = {
      page: createKeptPage(snapshot),
      summarise: createScanSummariser(snapshot),
      nodes: snapshot.nodes.length,
    };
    if (openNodes + opened.nodes <= maxOpenNodes) {
      open.set(id, opened);
      openNodes += opened.nodes;
    }
    return opened;
  }

  function beforeOf(opened: OpenPage, rules: SavedRulesRequest, key: string): ScanSummary {
    if (opened.before?.key === key) return opened.before.summary;
    const summary = opened.summarise(opened.page.scan(played(rules)));
    opened.before = { key, summary };
    return summary;
  }

  async function warm(rules: SavedRulesRequest, goOn: GoOn): Promise<null> {
    const key = keyOf(rules);
    for (const { id } of await storage.list()) {
      if (!(await goOn())) break;
      const opened = await openPage(id);
      if (opened) beforeOf(opened, rules, key);
    }
    return null;
  }

  async function impact(request: ImpactRequest, goOn: GoOn): Promise<SavedImpact> {
    const { before, after, selector, exceptions, ...who } = request;
    const rules = { ...who, ruleSet: before };
    const key = keyOf(rules);
    const changed = changedSelectors(before, after);
    const pages: PageImpactEntry[] = [];
    let unread = 0;
    for (const { id, name } of await storage.list()) {
      if (!(await goOn())) break;
      const opened = await openPage(id);
      const matched = opened?.page.count(selector, exceptions);
      if (!opened || !matched) {
        unread += 1;
        continue;
      }
      const summary = beforeOf(opened, rules, key);
      const isUntouched = changed.every((one) => isNowhere(opened.page, one));
      const impactHere = isUntouched
        ? noImpact(summary)
        : pageImpact(summary, opened.summarise(opened.page.scan(played({ ...who, ruleSet: after }))));
      pages.push({ id, name, matched, impact: impactHere });
    }
    return { pages, unread };
  }

  async function count(selectors: readonly string[], goOn: GoOn): Promise<SavedCounts> {
    const counts = selectors.map(() => ({ sure: 0, maybe: 0, pages: 0 }));
    const invalid = new Set<number>();
    let pages = 0;
    for (const { id } of await storage.list()) {
      if (!(await goOn())) break;
      const opened = await openPage(id);
      if (!opened) continue;
      pages += 1;
      for (const [index, selector] of selectors.entries()) {
        const here = opened.page.count(selector);
        const sum = counts[index];
        if (!here || !sum) invalid.add(index);
        else {
          sum.sure += here.sure;
          sum.maybe += here.maybe;
          sum.pages += here.sure + here.maybe > 0 ? 1 : 0;
        }
      }
    }
    return { counts: counts.map((sum, index) => (invalid.has(index) ? undefined : sum)), pages };
  }

  /** @param id absent: all of them */
  function forget(id?: string): void {
    if (id === undefined) open.clear();
    else open.delete(id);
    openNodes = [...open.values()].reduce((sum, { nodes }) => sum + nodes, 0);
  }

  return { warm, impact, count, forget };
}

function isNowhere(page: KeptPage, selector: string): boolean {
  const here = page.count(selector);
  return here !== undefined && here.sure + here.maybe === 0;
}

function keyOf({ profile, options, ruleSet }: SavedRulesRequest): string {
  return JSON.stringify([profile, options, ruleSet]);
}

function played({ profile: id, options, ruleSet }: SavedRulesRequest) {
  const profile = profileById(id);
  if (!profile) throw new Error(`unknown profile ${id}`);
  return { profile, options, ruleSet: ruleSet satisfies RuleSet };
}
