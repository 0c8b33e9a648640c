import type { ElementFacts } from '../selectors/elementFacts.ts';
import { holdsPageData, type WordOnPage } from '../selectors/holdsPageData.ts';
import { nameKind } from '../selectors/nameKind.ts';
import { tagText } from '../selectors/selectorParts.ts';
import { isStableAttribute } from '../selectors/stableAttributes.ts';

/** A start tag as a developer would recognise it in the source. */
export interface OutlinedTag {
  /** '*' where the tag itself might hold data. */
  readonly tag: string;
  readonly attributes: readonly (readonly [name: string, value: string])[];
}

/** Enough to find the place; more is layout. */
const mostAround = 3;
const mostClasses = 4;

/**
 * Outlines one element as its source might look: what is around it from the outside in, the element last. It holds
 * what may stand in a selector and nothing else: no text, no value, no name that holds data of the page.
 *
 * @param chain the element first, then its ancestors, nearest first
 */
export function outlineOf(chain: readonly ElementFacts[], wordOnPage: WordOnPage): readonly OutlinedTag[] {
  const [element, ...ancestors] = chain.map((facts) => outlined(facts, wordOnPage));
  if (!element) return [];
  const around = ancestors.filter(({ attributes }) => attributes.length > 0).slice(0, mostAround);
  return [...around.reverse(), element];
}

function outlined(facts: ElementFacts, wordOnPage: WordOnPage): OutlinedTag {
  const isSafe = (name: string) => nameKind(name) === 'stable' && !holdsPageData(name, wordOnPage);
  const classes = facts.classes.filter(isSafe).slice(0, mostClasses);
  return {
    tag: tagText(facts, wordOnPage),
    attributes: [
      ...facts.attributes.filter(([name, value]) => isStableAttribute(name, value, wordOnPage)),
      ...(isSafe(facts.elementId) ? ([['id', facts.elementId]] as const) : []),
      ...(classes.length > 0 ? ([['class', classes.join(' ')]] as const) : []),
    ],
  };
}

/**
 * The same outline again, without whatever may not stand in one. For outlines that come from a page, which may have
 * taken its script over: what is left can go into a ticket.
 */
export function checkedOutline(outline: readonly OutlinedTag[]): readonly OutlinedTag[] {
  const unseen = () => false;
  return outline.slice(-mostAround - 1).map(({ tag, attributes }) => {
    const attribute = (wanted: string) => attributes.find(([name]) => name === wanted)?.[1] ?? '';
    const facts: ElementFacts = {
      tag,
      elementId: attribute('id'),
      classes: attribute('class')
        .split(' ')
        .filter((name) => name !== ''),
      attributes: attributes.filter(([name]) => name !== 'id' && name !== 'class'),
      position: 1,
      ofType: 1,
    };
    return outlined(facts, unseen);
  });
}
