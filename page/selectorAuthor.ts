// What only the writing of rules needs of a page, apart from what every scan needs: with its word lists it is a third
// of all code. In the extension it is a file of its own, put into a page when somebody first writes a rule there.

import { outlineElement } from './outlineElement.ts';
import { pageNames } from './pageNames.ts';
import { suggestForElement } from './picker/suggestForElement.ts';
import { suggestForElements } from './picker/suggestForElements.ts';
import { createRotTools } from './rot/createRotTools.ts';

export const selectorAuthor = {
  suggestForElement,
  suggestForElements,
  pageNames,
  outlineElement,
  createRotTools,
} as const;

export type SelectorAuthor = typeof selectorAuthor;
