import type { LateChain, LateLink } from '../profile.ts';

const maxHeight = 5;
const maxLength = 200;
const separator = ' > ';
const named = ['aria-label', 'type', 'name', 'title', 'alt'];

type MaskAttribute = (link: LateLink, name: string, value: string) => string;

/** How a click is described: @sentry/browser-utils@11.12.0 `htmlTreeAsString`, with the recorder's attribute mask. */
export function htmlTree(chain: LateChain, mask: MaskAttribute): string {
  const parts: string[] = [];
  let length = 0;
  for (const link of chain.slice(0, maxHeight)) {
    const part = elementText(link, mask);
    if (part === 'html' || link.element.tag === '') break;
    if (parts.length > 0 && length + parts.length * separator.length + part.length >= maxLength) break;
    parts.push(part);
    length += part.length;
  }
  return parts.reverse().join(separator);
}

function elementText(link: LateLink, mask: MaskAttribute): string {
  const { element } = link;
  for (const name of ['data-sentry-component', 'data-sentry-element']) {
    const value = element.attribute(name);
    if (value && element.namespace === 'html') return mask(link, name, value);
  }
  const id = element.attribute('id');
  const classes = element.namespace === 'html' ? element.attribute('class') : null;
  return [
    element.tag,
    ...(id ? [`#${mask(link, 'id', id)}`] : []),
    ...(classes
      ? mask(link, 'class', classes)
          .split(/\s+/)
          .map((name) => `.${name}`)
      : []),
    ...named.flatMap((name) => {
      const value = element.attribute(name);
      return value ? [`[${name}="${mask(link, name, value)}"]`] : [];
    }),
  ].join('');
}
