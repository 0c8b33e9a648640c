import { domAccess } from '../domAccess.ts';

/** What people are told an element is: its tag and what kind of control it is. No id or class: they may be data. */
export function shortLabel(element: Element): string {
  const tag = domAccess.localName(element);
  const kind = domAccess.getAttribute(element, tag === 'input' ? 'type' : 'role');
  return kind !== null && /^[a-z-]{1,20}$/.test(kind) ? `${tag} ${kind}` : tag;
}
