import { domAccess } from '../domAccess.ts';

/** Controls of one kind and root that are looked at in one round, about 1 ms; more are counted and named. */
const maxControls = 5000;
/** One look; a page of many roots is looked at in turns. */
const lookMilliseconds = 4;
/** Roots above which a turn is so long that much may come and go meanwhile. */
const maxRoots = 500;

interface ControlLooks {
  readonly value: string;
  readonly checked: boolean;
}

interface SheetLooks {
  readonly count: number;
  readonly rules: number;
  readonly first: CSSRule | undefined;
  readonly last: CSSRule | undefined;
}

export interface HiddenChanges {
  /** A document or shadow root whose controls and sheets are looked at from now on. */
  add(root: Node): void;
  /** This value is known already: an event told of it. */
  note(element: Element): void;
  /** Looks at as many roots as there is time for; the next look goes on from there. */
  look(): void;
  /** Looks at every root once. */
  lookAtAll(): Generator<number, void>;
}

export interface HiddenChangesOptions {
  readonly onValue: (element: Element) => void;
  readonly onAdopted: (root: Node) => void;
  /** @param css the rules that are new */
  readonly onInserted: (style: Element, css: string) => void;
  /** Once: so many controls are not looked at. */
  readonly onTooMany: (count: number) => void;
  /** Once: there are so many roots that each is looked at only now and then. */
  readonly onManyRoots: (count: number) => void;
}

/**
 * What no observer is told of: a value set by script, rules put into a sheet, adopted sheets. Looked at with every
 * change of the page and on a timer; what comes and goes in between is missed.
 */
export function createHiddenChanges(options: HiddenChangesOptions): HiddenChanges {
  const roots: Node[] = [];
  let turn = 0;
  let hasTold = false;
  const controls = new WeakMap<Element, ControlLooks>();
  const sheets = new WeakMap<Node, SheetLooks>();
  const rules = new WeakSet<CSSRule>();

  function add(root: Node): void {
    roots.push(root);
    if (roots.length === maxRoots + 1) options.onManyRoots(maxRoots);
    for (const control of controlsIn(root)) controls.set(control, looksOf(control));
    sheets.set(root, looksOfSheets(adoptedBy(root)));
    for (const style of elementsIn(root, 'style')) {
      sheets.set(style, looksOfSheets(sheetsOf(style)));
      newRules(sheetsOf(style)[0]);
    }
  }

  function* controlsIn(root: Node): Generator<Element> {
    for (const tag of ['input', 'textarea', 'select']) {
      const elements = elementsIn(root, tag);
      const shown = Math.min(elements.length, maxControls);
      for (let i = 0; i < shown; i += 1) {
        const element = elements[i];
        if (element) yield element;
      }
      if (shown === elements.length || hasTold) continue;
      hasTold = true;
      options.onTooMany(elements.length - shown);
    }
  }

  function note(element: Element): void {
    controls.set(element, looksOf(element));
  }

  function look(): void {
    const end = performance.now() + lookMilliseconds;
    for (let looked = 0; looked < roots.length && (looked === 0 || performance.now() < end); looked += 1) {
      turn = (turn + 1) % roots.length;
      const root = roots[turn];
      if (root) lookAt(root);
    }
  }

  function* lookAtAll(): Generator<number, void> {
    for (const root of [...roots]) {
      lookAt(root);
      yield 0;
    }
  }

  function lookAt(root: Node): void {
    if (!root.isConnected && domAccess.nodeType(root) !== 9) return;
    for (const control of controlsIn(root)) lookAtControl(control);
    if (changed(root, looksOfSheets(adoptedBy(root)))) options.onAdopted(root);
    for (const style of elementsIn(root, 'style')) {
      const known = sheets.has(style);
      const css = newRules(sheetsOf(style)[0]);
      if (changed(style, looksOfSheets(sheetsOf(style))) && known && css !== '')
        options.onInserted(style, css);
    }
  }

  function lookAtControl(control: Element): void {
    const before = controls.get(control);
    const now = looksOf(control);
    if (before?.value === now.value && before.checked === now.checked) return;
    controls.set(control, now);
    // A control that is new here was recorded with its value when it was added.
    if (before) options.onValue(control);
  }

  /** Text of the rules that were not there the last time; a rule keeps its object as long as it lives. */
  function newRules(sheet: CSSStyleSheet | undefined): string {
    const fresh = [...(sheet?.cssRules ?? [])].filter((rule) => !rules.has(rule));
    for (const rule of fresh) rules.add(rule);
    return fresh.map((rule) => rule.cssText).join('\n');
  }

  function changed(owner: Node, now: SheetLooks): boolean {
    const before = sheets.get(owner);
    sheets.set(owner, now);
    if (!before) return now.count > 0;
    return (
      before.count !== now.count ||
      before.rules !== now.rules ||
      before.first !== now.first ||
      before.last !== now.last
    );
  }

  return { add, note, look, lookAtAll };
}

function looksOf(control: Element): ControlLooks {
  const { value, checked } = control as HTMLInputElement;
  return { value: String(value), checked: checked === true };
}

const documentByTag = Document.prototype.getElementsByTagName;
const fragmentQuery = DocumentFragment.prototype.querySelectorAll;

/** Documents keep these lists up to date themselves: asking again costs nothing while nothing changes. */
function elementsIn(root: Node, tag: string): ArrayLike<Element> & Iterable<Element> {
  return domAccess.nodeType(root) === 9
    ? documentByTag.call(root as Document, tag)
    : fragmentQuery.call(root as ShadowRoot, tag);
}

function adoptedBy(root: Node): CSSStyleSheet[] {
  return [...(root as Document | ShadowRoot).adoptedStyleSheets];
}

function sheetsOf(style: Element): CSSStyleSheet[] {
  const { sheet } = style as HTMLStyleElement;
  return sheet ? [sheet] : [];
}

function looksOfSheets(all: readonly CSSStyleSheet[]): SheetLooks {
  const lists = all.map((sheet) => sheet.cssRules);
  const first = lists[0];
  const last = lists.at(-1);
  return {
    count: all.length,
    rules: lists.reduce((sum, list) => sum + list.length, 0),
    first: first?.[0],
    last: last?.[last.length - 1],
  };
}
