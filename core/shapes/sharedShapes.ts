// Shapes that cross in both directions between panel and page.
import { textAmounts } from '../rot/elementSketch.ts';
import { isNumber, isString, listOf, oneOf, optional, shape } from './messageShapes.ts';

export const purpose = oneOf('current', 'draft', 'compare', 'history');
export const treatment = oneOf('captured', 'masked', 'excluded', 'unknown');
export const empty = shape({});

const sketchedNames = { tag: isString, marks: listOf(isString), words: listOf(isString) };
export const sketch = shape({
  ...sketchedNames,
  around: listOf(shape(sketchedNames)),
  inside: listOf(isString),
  before: optional(shape(sketchedNames)),
  after: optional(shape(sketchedNames)),
  position: isNumber,
  text: oneOf(...textAmounts),
});
