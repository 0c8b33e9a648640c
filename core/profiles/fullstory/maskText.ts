import { maskCharacters } from '../documented/maskCharacters.ts';
import { placeholder } from '../documented/placeholder.ts';

/**
 * FullStory's mask keeps length: one placeholder for each non-space UTF-16 unit, white space kept.
 * The length is documented (https://help.fullstory.com/hc/en-us/articles/360044363513), the glyph is not.
 */
export function maskText(text: string): string {
  return maskCharacters(text, placeholder);
}
