import { holdsPageData, type WordOnPage } from './holdsPageData.ts';
import { nameKind } from './nameKind.ts';
import type { PageName } from './pageName.ts';
import { tagText } from './selectorParts.ts';
import { isStableAttribute } from './stableAttributes.ts';

/**
 * May this name be offered to somebody who writes a selector? The same answer as for a suggested selector: nothing
 * that may be somebody's data, and in doubt no. Generated classes are offered all the same (they are marked, and come
 * last), when nothing but the tool's own characters is in them.
 */
export function offeredName(name: Omit<PageName, 'count'>, wordOnPage: WordOnPage): boolean {
  switch (name.kind) {
    case 'tag':
      return tagText({ ...nothing, tag: name.name }, wordOnPage) !== '*';
    case 'value':
      return isStableAttribute(name.of ?? '', name.name, wordOnPage);
    case 'attribute':
      return isNamed(name.name) && !holdsPageData(name.name, wordOnPage);
    case 'id':
      return nameKind(name.name) === 'stable' && !holdsPageData(name.name, wordOnPage);
    case 'class':
      if (nameKind(name.name) !== 'generated') return !holdsPageData(name.name, wordOnPage);
      return isToolMade(name.name) && !holdsPageData(name.name.replace(/\d/g, ''), wordOnPage);
  }
}

const nothing = { elementId: '', classes: [], attributes: [], position: 1, ofType: 1 };

/** `class` and `id` are written in another way, and handlers of the page say nothing about an element. */
function isNamed(name: string): boolean {
  return (
    name !== 'class' &&
    name !== 'id' &&
    name !== 'style' &&
    !name.startsWith('on') &&
    nameKind(name) === 'stable'
  );
}

/** A hash has a few digits between letters; a number of somebody's has them in a row. */
function isToolMade(name: string): boolean {
  const digits = name.match(/\d/g)?.length ?? 0;
  return /^[A-Za-z_][\w-]{2,}$/.test(name) && digits <= 6 && !/\d{4}/.test(name) && !/^\D*\d+$/.test(name);
}
