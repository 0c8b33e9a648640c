import { type BuildTool, base36, buildTools, type MakeHash } from './buildTools.ts';
import { isMachineMade } from './isMachineMade.ts';
import { seededRandom } from './seededRandom.ts';

/** Names of a page that its build made, and what each would be in another build. */
export interface BuiltPage {
  readonly tool: string;
  /** Writes the names of another build into this page or a copy of it. */
  rebuild(document: Document, seed: number): void;
}

/** Of a hundred classes, how many come from components' style sheets; and how many ids are made at run time. */
const builtClasses = 60;
const builtIds = 20;

/**
 * Makes of a saved page one that a build tool made: some of its classes become that tool's, some ids a counter's,
 * so that it is known which names the next build changes. Which tool, and which names, depends on the page's name.
 * Runs before any generator sees the page.
 *
 * @param page the page's name
 * @param kept ids and classes that are not touched
 */
export function buildPage(document: Document, page: string): BuiltPage {
  const tool = buildTools[seededRandom(page, 'tool')(buildTools.length)] ?? { name: 'none' };
  const classes = new Map<string, string>();
  const ids = new Map<string, number>();
  const plan: BuildPlan = { page, tool, classes, ids, scopes: new Map() };
  writeNames(document, plan, 0);
  return { tool: tool.name, rebuild: (copy, seed) => writeNames(copy, plan, seed) };
}

interface BuildPlan {
  readonly page: string;
  readonly tool: BuildTool;
  /** What was built -> the class that somebody wrote; empty for a second class of the same. */
  readonly classes: Map<string, string>;
  /** What was built -> its counter. */
  readonly ids: Map<string, number>;
  /** Attribute or class of a scope -> the component's number. */
  readonly scopes: Map<string, number>;
}

/** Build 0 is the first; every further one reads what build 0 wrote. */
function writeNames(document: Document, plan: BuildPlan, seed: number): void {
  for (const element of document.querySelectorAll('*')) {
    writeClasses(element, plan, seed);
    writeId(element, plan, seed);
    writeScope(element, plan, seed);
  }
}

function hashOf(plan: BuildPlan, seed: number, what: string): MakeHash {
  const random = seededRandom(plan.page, seed, what);
  return (length, alphabet = base36) =>
    Array.from({ length }, () => alphabet[random(alphabet.length)]).join('');
}

function writeClasses(element: Element, plan: BuildPlan, seed: number): void {
  const { tool, classes, page } = plan;
  const written = element.getAttribute('class');
  if (!tool.classes || written === null) return;
  const make = tool.classes;
  const names = written.split(/\s+/).filter((name) => name !== '');
  const built = names.flatMap((name) => {
    const local = seed === 0 ? name : classes.get(name);
    if (local === '') return [];
    const isPlain = /^[A-Za-z][\w-]*$/.test(name) && !name.split(/[-_]+/).some(isMachineMade);
    if (local === undefined || (seed === 0 && !(isPlain && isChosen(page, name, builtClasses))))
      return [name];
    const made = make(local, hashOf(plan, seed, local));
    if (seed === 0) for (const [index, one] of made.entries()) classes.set(one, index === 0 ? local : '');
    return made;
  });
  element.setAttribute('class', built.join(' '));
}

function writeId(element: Element, { page, tool, ids }: BuildPlan, seed: number): void {
  // Not `element.id`: in a form that is its field named `id`.
  const id = element.getAttribute('id');
  if (!tool.id || !id) return;
  if (seed === 0) {
    if (!isChosen(page, id, builtIds)) return;
    const counter = ids.size;
    const made = tool.id(counter);
    ids.set(made, counter);
    element.setAttribute('id', made);
    return;
  }
  const counter = ids.get(id);
  // A component more above it, and every counter after that is another.
  if (counter !== undefined) element.setAttribute('id', tool.id(counter + 2 + (seed % 5)));
}

/** Components are what stands below the same ancestor, three levels up. */
function writeScope(element: Element, plan: BuildPlan, seed: number): void {
  const { tool, scopes } = plan;
  if (!tool.scope) return;
  const make = tool.scope;
  if (seed === 0) {
    const component = element.parentElement?.parentElement?.parentElement;
    const number = component ? [...(component.parentElement?.children ?? [])].indexOf(component) : 0;
    const { attribute, class: name } = make(hashOf(plan, 0, String(number)));
    scopes.set(attribute ?? name ?? '', number);
    if (attribute) element.setAttribute(attribute, '');
    if (name) element.classList.add(name);
    return;
  }
  for (const name of [...element.getAttributeNames(), ...element.classList]) {
    const number = scopes.get(name);
    if (number === undefined) continue;
    const { attribute, class: made } = make(hashOf(plan, seed, String(number)));
    element.removeAttribute(name);
    if (attribute) element.setAttribute(attribute, '');
    if (made) element.classList.replace(name, made);
  }
}

function isChosen(page: string, name: string, share: number): boolean {
  return seededRandom(page, 'name', name)(100) < share;
}
