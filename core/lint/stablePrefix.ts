import { wordsOf } from '../selectors/holdsPageData.ts';
import { nameKind } from '../selectors/nameKind.ts';

/** What tools put in front; it says nothing about the element. */
const toolPrefixes =
  /^(css|sc|jss|svelte|astro|ng|emotion|mui|makestyles|radix|headlessui|ember|ext|data|v|app|id|el)$/i;

/** A shorter beginning is on half the page. */
const shortest = 4;

/**
 * The part of a generated name that somebody chose: `Card_title__x9Yz1` -> `Card_title__`. The build tool changes
 * what follows it.
 *
 * @returns undefined when nothing of it was chosen (`css-1q2w3e`)
 */
export function stablePrefix(name: string): string | undefined {
  const pieces = name.match(/[^-_]+[-_]*/g) ?? [];
  for (let count = pieces.length - 1; count > 0; count -= 1) {
    const prefix = pieces.slice(0, count).join('');
    const bare = withoutJoint(prefix);
    const says = wordsOf(bare).some((word) => word.length > 2 && !toolPrefixes.test(word));
    if (bare.length >= shortest && says && nameKind(bare) === 'stable' && !/\d/.test(bare)) return prefix;
  }
  return undefined;
}

/** `Card_title__` -> `Card_title`. */
function withoutJoint(prefix: string): string {
  let end = prefix.length;
  while (end > 0 && '-_'.includes(prefix.charAt(end - 1))) end -= 1;
  return prefix.slice(0, end);
}
