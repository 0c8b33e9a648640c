import type { AnyNode } from 'domhandler';
import { isHiddenShape } from './nameShape.ts';
import type { HiddenValue, SnapshotElement } from './pageSnapshot.ts';
import { wordsOf } from './redactAttribute.ts';

/** What of one element was not kept. */
export interface ElementHidden {
  readonly attributes: ReadonlyMap<string, HiddenValue>;
  /** Shapes of attribute names. */
  readonly names: readonly string[];
  /** Shape of its tag. */
  readonly tag: string | undefined;
}

/** What of a saved page was not kept: by element, and for the whole page, so that most selectors need not ask. */
export interface HiddenParts {
  readonly of: ReadonlyMap<AnyNode, ElementHidden>;
  /** By attribute: the shapes of its hidden words anywhere on the page. */
  readonly words: ReadonlyMap<string, ReadonlySet<string>>;
  /** Attributes of which somewhere nothing of the value was kept. */
  readonly contents: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
  readonly tags: ReadonlySet<string>;
}

export interface HiddenPartsWriter {
  add(element: AnyNode, node: SnapshotElement): void;
  readonly parts: HiddenParts;
}

/** Collects what elements of a saved page hide. */
export function createHiddenParts(): HiddenPartsWriter {
  const of = new Map<AnyNode, ElementHidden>();
  const words = new Map<string, Set<string>>();
  const contents = new Set<string>();
  const names = new Set<string>();
  const tags = new Set<string>();

  function addValue(name: string, { shape }: HiddenValue): void {
    if (shape === undefined) {
      contents.add(name);
      return;
    }
    const here = words.get(name) ?? new Set();
    words.set(name, here);
    for (const word of wordsOf(shape)) if (isHiddenShape(word)) here.add(word);
  }

  function add(element: AnyNode, { attributes = [], hiddenNames = [], hiddenTag }: SnapshotElement): void {
    const hidden = new Map<string, HiddenValue>();
    for (const [name, value] of attributes) {
      if (typeof value === 'string') continue;
      // As a selector names it: `viewBox` is `viewbox` there.
      hidden.set(name.toLowerCase(), value);
      addValue(name.toLowerCase(), value);
    }
    for (const name of hiddenNames) names.add(name);
    if (hiddenTag !== undefined) tags.add(hiddenTag);
    if (hidden.size + hiddenNames.length > 0 || hiddenTag !== undefined)
      of.set(element, { attributes: hidden, names: hiddenNames, tag: hiddenTag });
  }

  return { add, parts: { of, words, contents, names, tags } };
}
