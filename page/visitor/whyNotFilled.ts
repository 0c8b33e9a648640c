import { domAccess } from '../domAccess.ts';

const { checkVisibility } = Element.prototype;
const labelsOf = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'labels')?.get;

/** Message key (`visitor.skipped.<why>`) of what keeps a visitor from filling a field; undefined: nothing does. */
export function whyNotFilled(element: Element): string | undefined {
  const type = typeOf(element);
  if (type === 'file') return 'file';
  if (type === 'hidden') return 'hidden';
  if (domAccess.matches(element, ':disabled')) return 'disabled';
  if (domAccess.getAttribute(element, 'readonly') !== null || isAria(element, 'aria-readonly'))
    return 'read-only';
  if (!isShown(element, type)) return 'hidden';
  return undefined;
}

/** In lower case; `select`, `textarea` and editable elements by their tag. */
export function typeOf(element: Element): string {
  const tag = domAccess.localName(element);
  if (tag !== 'input') return tag;
  return (domAccess.getAttribute(element, 'type') ?? 'text').trim().toLowerCase() || 'text';
}

/** Traps for robots are invisible, too small or taken out of every order; people do not fill them either. */
function isShown(element: Element, type: string): boolean {
  if (type === 'checkbox' || type === 'radio')
    return [element, ...labels(element)].some((one) => isVisible(one));
  const isOut = isAria(element, 'aria-hidden') && domAccess.getAttribute(element, 'tabindex') === '-1';
  return isVisible(element) && !isOut;
}

function labels(element: Element): Iterable<Element> {
  return (labelsOf?.call(element) as Iterable<Element> | null) ?? [];
}

export function isVisible(element: Element): boolean {
  if (!checkVisibility.call(element, { opacityProperty: true, visibilityProperty: true })) return false;
  const { width, height, right, bottom } = domAccess.rect(element);
  const { scrollX = 0, scrollY = 0 } = domAccess.ownerDocument(element)?.defaultView ?? {};
  return width > 1 && height > 1 && right + scrollX > 0 && bottom + scrollY > 0;
}

function isAria(element: Element, name: string): boolean {
  return domAccess.getAttribute(element, name) === 'true';
}
