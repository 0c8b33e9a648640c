import { domAccess } from '../domAccess.ts';

const pictured = [
  'backgroundImage',
  'borderImageSource',
  'maskImage',
  'listStyleImage',
  'filter',
  'content',
] as const;
/** Functions of CSS that bring something from outside. */
const fromFile = /url\(|image-set\(|element\(|paint\(|cross-fade\(/;

/**
 * What an element still shows though the sheet that makes pages unreadable is in force: the page's own sheet beats it.
 *
 * @returns the property; undefined: nothing
 */
export function restOf(element: Element): string | undefined {
  const style = getComputedStyle(element);
  if (style.display === 'none') return undefined;
  const name = domAccess.localName(element);
  if (name === 'style' || name === 'script' || name === 'noscript') return 'display';
  for (const property of pictured) if (fromFile.test(style[property])) return property;
  for (const pseudo of ['::before', '::after']) {
    const generated = getComputedStyle(element, pseudo);
    if (generated.content !== 'none' && generated.content !== 'normal' && generated.visibility !== 'hidden')
      return pseudo;
  }
  if (style.display === 'list-item' && getComputedStyle(element, '::marker').content !== '""')
    return '::marker';
  return undefined;
}
