import { contactWords } from './contactWords.ts';
import { identityWords } from './identityWords.ts';
import { otherWords } from './otherWords.ts';
import { paymentWords } from './paymentWords.ts';
import { regionalWords } from './regionalWords.ts';
import type { WordList } from './wordList.ts';

/** All lists. Where one phrase is in two of them, the first list keeps it. */
export const wordLists: readonly WordList[] = [
  ...paymentWords,
  ...identityWords,
  ...otherWords,
  ...regionalWords,
  ...contactWords,
];
