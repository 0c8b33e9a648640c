import { holdsPageData } from '../selectors/holdsPageData.ts';
import { nameKind } from '../selectors/nameKind.ts';
import { tagText } from '../selectors/selectorParts.ts';
import { isStableAttribute } from '../selectors/stableAttributes.ts';
import type { ElementSketch, SketchedNames } from './elementSketch.ts';
import { isSketchWord } from './sketchElement.ts';

/** What the page shows is not known here: a page's script has looked, and this is for one that was taken over. */
const unseen = () => false;

const attributeMark = /^([\w-]{1,64})="([^"]{0,128})"$/;

/**
 * A sketch from a page again, without whatever may not stand in one: it is kept on the disk, and a page may have taken
 * its script over.
 */
export function checkedSketch(sketch: ElementSketch): ElementSketch {
  const { around, inside, before, after, position, text } = sketch;
  return {
    ...checkedNames(sketch),
    around: around.map(checkedNames),
    inside: inside.map(checkedTag),
    ...(before ? { before: checkedNames(before) } : {}),
    ...(after ? { after: checkedNames(after) } : {}),
    position,
    text,
  };
}

function checkedNames({ tag, marks, words }: SketchedNames): SketchedNames {
  return { tag: checkedTag(tag), marks: marks.filter(isMark), words: words.filter(isSketchWord) };
}

const checkedTag = (tag: string) => tagText({ tag }, unseen);

function isMark(mark: string): boolean {
  if (mark.startsWith('#')) {
    const id = mark.slice(1);
    return nameKind(id) === 'stable' && !holdsPageData(id, unseen);
  }
  const [, name, value] = attributeMark.exec(mark) ?? [];
  return name !== undefined && value !== undefined && isStableAttribute(name, value, unseen);
}
