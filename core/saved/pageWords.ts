import type { WordOnPage } from '../selectors/holdsPageData.ts';
import { attributeRule } from './attributeRules.ts';
import type { RawNode } from './rawSnapshot.ts';

/** Their text is code: a class that is named in a style sheet is not page data by that. */
const codeTags = new Set(['script', 'style', 'noscript', 'template']);

/** Whether a word stands in what the page shows or holds: its texts, values, labels and addresses. */
export function createPageWords(nodes: readonly RawNode[]): WordOnPage {
  const pieces: string[] = [];
  for (const node of nodes) {
    if ('text' in node) {
      const above = nodes[node.in];
      if (!(above && 'tag' in above && codeTags.has(above.tag))) pieces.push(node.text);
    } else if ('tag' in node) {
      for (const value of (node.control ?? []).slice(1)) pieces.push(value ?? '');
      for (const [name, value] of node.attributes ?? [])
        if (attributeRule(name) === 'content' && !isCode(name)) pieces.push(value);
    }
  }
  const text = pieces.join('\n').toLowerCase();
  const answers = new Map<string, boolean>();
  return (word) => {
    const known = answers.get(word);
    if (known !== undefined) return known;
    const answer = text.includes(word);
    answers.set(word, answer);
    return answer;
  };
}

/** Written for programs; a page's own names stand in it. */
function isCode(name: string): boolean {
  return name === 'style' || name.startsWith('on') || name === 'd' || name === 'points';
}
