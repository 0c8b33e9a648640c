import type { BuiltPage } from './buildPage.ts';
import { isMachineMade } from './isMachineMade.ts';
import { type Random, seededRandom } from './seededRandom.ts';

export interface Redeploy {
  readonly built: BuiltPage;
  /** The element whose surroundings change. */
  readonly target: Element;
  readonly seed: number;
}

/** Levels above the element in which something may change. */
const reach = 6;

/**
 * What the next release of a site does to its page: names that its build made are made anew, a wrapper is put around
 * the element or something above it, siblings change places. Runs in the page; the same for the same seed.
 *
 * Which names are made by a build is known for those that `buildPage` wrote. Those that the saved page brought along
 * are told by the share of digits, capitals and consonants, not by the rules that are measured.
 */
export function redeploy(document: Document, { built, target, seed }: Redeploy): void {
  built.rebuild(document, seed);
  for (const element of document.querySelectorAll('*')) renameMachineMade(element, seed);
  const random = seededRandom(seed, target.localName, target.getAttribute('id') ?? '');
  const path: Element[] = [];
  for (
    let at = target.parentElement;
    at && at !== document.body && path.length < reach;
    at = at.parentElement
  )
    path.push(at);
  const around = [target, ...path].filter(canBeWrapped);
  const wrapped = around[random(Math.max(1, around.length))];
  if (wrapped) wrap(document, wrapped);
  for (const one of [target, ...path.slice(0, 3)]) if (random(2) === 0) moveAmongSiblings(one, random);
}

/** A cell, a list item or an option may have no `div` around it. */
function canBeWrapped(element: Element): boolean {
  const parent = element.parentElement?.localName ?? '';
  return !/^(?:table|tbody|thead|tr|ul|ol|dl|select|optgroup|svg|g|picture|p|span|a|label|html)$/.test(
    parent,
  );
}

function wrap(document: Document, element: Element): void {
  const wrapper = document.createElement('div');
  wrapper.className = 'page-section';
  element.replaceWith(wrapper);
  wrapper.append(element);
}

function moveAmongSiblings(element: Element, random: Random): void {
  const parent = element.parentElement;
  if (!parent || parent.children.length < 2) return;
  const others = [...parent.children].filter((one) => one !== element);
  const other = others[random(others.length)];
  if (other) parent.insertBefore(element, random(2) === 0 ? other : other.nextSibling);
}

function renameMachineMade(element: Element, seed: number): void {
  const id = element.getAttribute('id');
  if (id) setChanged(element, 'id', id, renamed(id, seed));
  const written = element.getAttribute('class');
  if (written)
    setChanged(
      element,
      'class',
      written,
      written.replace(/\S+/g, (name) => renamed(name, seed)),
    );
  for (const name of element.getAttributeNames())
    if (/^(?:data-v-|_ng(?:content|host)|data-reactid|data-react-)/.test(name)) element.removeAttribute(name);
}

function setChanged(element: Element, name: string, before: string, after: string): void {
  if (before !== after) element.setAttribute(name, after);
}

/** The machine-made pieces of a name become others of their length; what somebody wrote beside them stays. */
function renamed(name: string, seed: number): string {
  return name.replace(/[A-Za-z0-9]+/g, (piece) => {
    if (!isMachineMade(piece)) return piece;
    const random = seededRandom(seed, name, piece);
    const alphabet = /^\d+$/.test(piece) ? '0123456789' : 'bcdfghjkmnpqrstvwxz23456789';
    const first = /^\d/.test(piece) ? '' : 'q';
    return first + Array.from(piece.slice(first.length), () => alphabet[random(alphabet.length)]).join('');
  });
}
