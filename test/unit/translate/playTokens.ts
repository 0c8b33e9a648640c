import type { Element } from 'domhandler';
import { type AnyNode, isTag, type ParentNode } from 'domhandler';
import { serialize } from 'parse5';
import { adapter } from 'parse5-htmlparser2-tree-adapter';
import { expandRecords } from '../../../cli/expandRecords.ts';
import { profileById } from '../../../core/profiles/registry.ts';
import type { ActiveRule } from '../../../core/rules/activeRule.ts';
import type { RuleSet } from '../../../core/rules/rule.ts';
import { withBuiltIns } from '../../../core/rules/withBuiltIns.ts';
import { createSavedMatcher } from '../../../core/saved/matchSavedPage.ts';
import { declaredShadow, parseSavedPage } from '../../../core/saved/savedPage.ts';
import { scanSavedPage } from '../../../core/saved/scanSavedPage.ts';
import type { PagePatch } from '../../../core/translate/targetWriter.ts';
import type { Translation } from '../../../core/translate/translateRules.ts';

const url = 'https://shop.example/';
const noRules: RuleSet = { rules: [], groups: [], gaps: [] };

/** All that leaves of texts and values, as one string. Unknown content counts as sent. */
export function sentBy(html: string, id: string, options: unknown, ruleSet: RuleSet): string {
  const profile = profileById(id);
  if (!profile) throw new Error(`no profile "${id}"`);
  return expandRecords(scanSavedPage({ html, url, profile, options, ruleSet }))
    .filter(({ channel, name, treatment }) => {
      const isContent = channel === 'text' || channel === 'title' || channel === 'value';
      const isValue = channel === 'attribute' && name === 'value';
      return (isContent || isValue) && (treatment === 'captured' || treatment === 'unknown');
    })
    .map(({ output }) => output ?? '')
    .join('\n');
}

/** What leaves of the page under a translated configuration: marks written into it, rules as the recorder takes them. */
export function sentByTranslation(html: string, translation: Translation, given: unknown): string {
  const { from, to, ruleSet = noRules, patches } = translation;
  const offline = profileById(to)?.offlineRules() ?? noRules;
  const marked = patches.length === 0 ? html : withPatches(html, patches);
  // FullStory has no options of its own: those it is played with say which visitor is meant.
  const options = from === to && to === 'fullstory' ? given : translation.options;
  return sentBy(marked, to, options, withBuiltIns(ruleSet, offline));
}

function withPatches(html: string, patches: readonly PagePatch[]): string {
  const page = parseSavedPage(html, url);
  const matcher = createSavedMatcher(patches.map(asRule), page);
  patch(page.document);
  return serialize(page.document, { treeAdapter: adapter });

  function patch(root: ParentNode): void {
    for (const _step of matcher.matchRoot(root));
    const shadows: ParentNode[] = [];
    walk(root, (element) => {
      for (const { rule } of matcher.hitsOf(element) ?? []) {
        const named = patches[rule];
        if (named) element.attribs[named.attribute] = named.value;
      }
      const shadow = declaredShadow(element);
      if (shadow) shadows.push(shadow.root);
    });
    for (const shadow of shadows) patch(shadow);
  }
}

function walk(parent: ParentNode, visit: (element: Element) => void): void {
  for (const child of parent.children as AnyNode[]) {
    if (!isTag(child) || child.name === 'template') continue;
    visit(child);
    walk(child, visit);
  }
}

function asRule({ selector }: PagePatch, at: number): ActiveRule {
  return {
    id: `p${at}`,
    name: '',
    selector,
    exceptions: [],
    action: 'mask',
    origin: 'custom',
    certain: true,
  };
}

/** Values of elements that match: what a note about fields is about. */
export function valuesOf(html: string, selector: string): readonly string[] {
  const found: string[] = [];
  eachMatch(html, selector, ({ attribs }) => found.push(attribs.value ?? ''));
  return found;
}

/** The pages in frames that match and stand directly in a shadow root: what a note about frames is about. */
export function pagesOfRootFrames(html: string, selector: string): readonly string[] {
  const found: string[] = [];
  eachMatch(html, selector, ({ attribs, parent }) => {
    if (attribs.srcdoc !== undefined && parent && !isTag(parent)) found.push(attribs.srcdoc);
  });
  return found;
}

/** Elements that match, in shadow roots and frames too. */
function eachMatch(html: string, selector: string, visit: (element: Element) => void): void {
  const page = parseSavedPage(html, url);
  const matcher = createSavedMatcher([asRule({ selector, attribute: '', value: '' }, 0)], page);
  look(page.document);

  function look(root: ParentNode): void {
    for (const _step of matcher.matchRoot(root));
    walk(root, (element) => {
      if (matcher.hitsOf(element)) visit(element);
      const shadow = declaredShadow(element);
      if (shadow) look(shadow.root);
      const { srcdoc } = element.attribs;
      if (srcdoc !== undefined) eachMatch(srcdoc, selector, visit);
    });
  }
}
