import { isInterfaceWord, wordsOf } from './holdsPageData.ts';
import { moduleName } from './moduleName.ts';
import { wordLikeness } from './wordLikeness.ts';

/** Shapes that one tool leaves behind. The next build or the next visit gives another name. */
const toolShapes: readonly RegExp[] = [
  /^css-(?=[a-z]*\d)[a-z0-9]{4,}/i, // emotion
  /^sc-[a-f0-9]{1,10}-\d{1,3}$|-sc-[a-z0-9]{5,10}-\d{1,3}$/, // styled-components
  /^(svelte|astro)-[a-z0-9]{5,}$/,
  /^jss\d{1,9}$|^(makeStyles|withStyles)-[\w-]*\d$|^(private)?Mui\w*-\d+$/, // JSS
  /-\d{1,4}-\d{1,4}-\d{1,4}$/, // JSS without a prefix
  /^_?_?ng(content|host)-|^ng-(tns|c)-?\w*\d/, // Angular view encapsulation
  /^(data-)?v-[0-9a-f]{6,8}$/, // Vue scoped styles
  /^_[\w-]+_[a-z0-9]{5,6}_\d+$/i, // CSS modules, Vite
  /[:«][rR][0-9a-zA-Z]*[:»]/, // React useId
  /^_[rR]_\w+_$/,
  /^(radix|headlessui|react-aria|react-select|rc|downshift|mui|mat|mdc|cdk|ext|gwt-uid|yui|ui-id|select2|tippy|popper|floating-ui|chakra|mantine|el-id|reach|rbd|uid|auto|gen|tmp|__BVID_|dijit|igc|dx|k)[-_][\w-]*\d/i,
  /^(ember|ext-gen|yui_)\d/,
  /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-/i, // GUID
  /\d{4,}/,
];

/** Random parts are at least this long in every tool above. */
const shortestHash = 5;

/** `wordLikeness` below which letters are no word: all of one case, with capitals inside, beside digits. */
const leastLikely = { plain: -4.25, mixed: -3, beforeDigits: -3.4, amongDigits: -2.75 };

/** Further runs of letters between digits are no version or size (`html5`, `mp3player`). */
const mostRuns = 2;

/**
 * Was this name made by a tool? CSS modules, CSS-in-JS, framework scopes, counters, hashes, GUIDs.
 *
 * @param name a class, an id, a test id, or an attribute name such as `data-v-7ba5bd90`
 */
export function looksGenerated(name: string): boolean {
  if (toolShapes.some((shape) => shape.test(name))) return true;
  return isModuleHash(moduleName(name)?.hash) || name.split(/[^A-Za-z0-9]+/).some(isHash);
}

/** Is this what css-loader adds to a name: some characters of base64, and no word? */
function isModuleHash(hash: string | undefined): boolean {
  if (hash === undefined || areWords(hash.replace(/\d{1,5}$/, ''))) return false;
  return /[A-Z\d_-]/.test(hash.slice(1)) || wordLikeness(hash) < leastLikely.mixed;
}

/** A run of letters and digits that no person would type: unlike words, or letters and digits in turn. */
function isHash(segment: string): boolean {
  if (segment.length < shortestHash || areWords(segment)) return false;
  const letters = segment.match(/[a-z]+/gi) ?? [];
  if (/\d[a-z]/i.test(segment)) {
    const isOdd = (run: string) => !areWords(run) && wordLikeness(run) < leastLikely.amongDigits;
    return letters.length > mostRuns || /^[0-9a-f]{8,}$/i.test(segment) || letters.some(isOdd);
  }
  const likeness = wordLikeness(segment);
  if (/\d/.test(segment)) return likeness < leastLikely.beforeDigits;
  const isMixed = /[a-z][A-Z]|[A-Z]{2}[a-z]/.test(segment);
  return likeness < (isMixed ? leastLikely.mixed : leastLikely.plain);
}

function areWords(segment: string): boolean {
  const words = wordsOf(segment).filter((word) => word.length > 1);
  return words.length > 0 && words.every(isInterfaceWord);
}
