import { type Element, isTag, isText, type ParentNode } from 'domhandler';
import type { ElementSketch } from '../../../core/rot/elementSketch.ts';
import { mostPositions, sketchElement } from '../../../core/rot/sketchElement.ts';
import type { ElementNames } from '../../../core/selectors/elementFacts.ts';
import type { WordOnPage } from '../../../core/selectors/holdsPageData.ts';
import { stableAttributes } from '../../../core/selectors/stableAttributes.ts';

const namesOf = ({ name, attribs }: Element): ElementNames => ({
  tag: name,
  elementId: attribs.id ?? '',
  classes: (attribs.class ?? '').split(/\s+/).filter((one) => one !== ''),
  attributes: [...stableAttributes.keys()].flatMap((key): [string, string][] =>
    attribs[key] === undefined ? [] : [[key, attribs[key]]],
  ),
});

function beside(element: Element, step: 'prev' | 'next'): ElementNames | undefined {
  for (let at = element[step]; at; at = at[step]) if (isTag(at)) return namesOf(at);
  return undefined;
}

/** The sketch of an element of a parsed page, as the page side makes it of a live one. */
export function sketchSaved(element: Element, wordOnPage: WordOnPage = () => false): ElementSketch {
  const ancestors: ElementNames[] = [];
  for (let at = element.parent; at && isTag(at); at = at.parent) ancestors.push(namesOf(at));
  const alike = (element.parent?.children ?? []).filter((one) => isTag(one) && one.name === element.name);
  const children = element.children.filter(isTag);
  const text = element.children.map((child) => (isText(child) ? child.data : '')).join('');
  return sketchElement(
    {
      element: namesOf(element),
      position: Math.min(mostPositions, alike.indexOf(element) + 1),
      ancestors,
      childTags: children.map(({ name }) => name),
      before: beside(element, 'prev'),
      after: beside(element, 'next'),
      textLength: text.trim().length,
    },
    wordOnPage,
  );
}

export function elementsIn(root: ParentNode): Element[] {
  return root.children.flatMap((child) => (isTag(child) ? [child, ...elementsIn(child)] : []));
}
