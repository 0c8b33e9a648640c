import { hasWord, wordsOf } from './holdsPageData.ts';
import { interfaceWords } from './interfaceWords.ts';

/** Shapes that one tool leaves behind. The next build or the next visit gives another name. */
const toolShapes: readonly RegExp[] = [
  /^css-(?=[a-z]*\d)[a-z0-9]{4,}/i, // emotion
  /^sc-([a-z]+[A-Z]\w*|[a-f0-9]+-\d+|[a-zA-Z]{5,7})$/, // styled-components
  /^(svelte|astro)-[a-z0-9]{5,}$/,
  /^jss\d+$|^makeStyles-|^(private)?Mui\w*-\d+$/, // JSS
  /^_?_?ng(content|host)-|^ng-(tns|c)-?\w*\d/, // Angular view encapsulation
  /^(data-)?v-[0-9a-f]{6,8}$/, // Vue scoped styles
  /^_\w+_[a-z0-9]{5,6}_\d+$/i, // CSS modules, Vite
  /^\w[^\W_]*_\w+__(?=[\w-]{5}$)(?![a-z]{5}$)[\w-]{5}$/, // CSS modules, Next.js
  /[:«»]/, // React useId
  /^_[rR]_\w+_$/,
  /^(radix|headlessui|react-aria|react-select|rc|downshift|mui|mat|cdk|ember|ext|gwt-uid|yui|ui-id|select2|tippy|popper|floating-ui|chakra|mantine|el-id|reach|rbd|uid|auto|gen|tmp|__BVID__|dijit|igc|dx|k)[-_]?[\w-]*\d/i,
  /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-/i, // GUID
  /\d{4,}/,
];

/** Random parts are at least this long in every tool above. */
const shortestHash = 5;

/**
 * Was this name made by a tool? CSS modules, CSS-in-JS, framework scopes, counters, hashes, GUIDs.
 *
 * @param name a class, an id, a test id, or an attribute name such as `data-v-7ba5bd90`
 */
export function looksGenerated(name: string): boolean {
  if (toolShapes.some((shape) => shape.test(name))) return true;
  return name.split(/[-_]+/).some(isHash);
}

/** A run of letters and digits that no person would type: digits inside, no vowels, or capitals at random. */
function isHash(segment: string): boolean {
  if (segment.length < shortestHash) return false;
  const words = wordsOf(segment).filter((word) => word.length > 1);
  if (words.length > 0 && words.every((word) => hasWord(interfaceWords, word))) return false;
  if (/\d[a-z]/i.test(segment) && /[a-z]/i.test(segment)) return true;
  if (/^[0-9a-f]{8,}$/i.test(segment) && /\d/.test(segment)) return true;
  const letters = segment.replace(/\d/g, '');
  if (letters.length >= shortestHash && !/[aeiouy]/i.test(letters)) return true;
  const pieces = letters.match(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])/g) ?? [];
  return pieces.length >= 3 && letters.length / pieces.length < 2.5;
}
