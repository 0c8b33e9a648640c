import { isHiddenCharacter } from './selectorCharacters.ts';

/** As much of a selector as is read at a glance; the rest is in the editor. */
const longestShown = 500;

/**
 * Somebody else's selector as it may stand in a sentence or a list: what cannot be seen, or would turn round the text
 * beside it, is written as its number, and a megabyte of it is cut.
 */
export function visibleSelector(selector: string): string {
  const shown = selector.slice(0, longestShown);
  const visible = Array.from(shown, (char) => (isHiddenCharacter(char) ? codePoint(char) : char)).join('');
  return shown.length < selector.length ? `${visible}…` : visible;
}

function codePoint(char: string): string {
  return `⟨U+${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}⟩`;
}
