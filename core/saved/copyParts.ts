import { type Selector, SelectorType } from 'css-what';

/** css-select puts parts into an order of its own, and lowers names, in place: each run gets a copy. */
export function copyParts(parts: readonly (readonly Selector[])[]): Selector[][] {
  return parts.map((list) =>
    list.map((part) =>
      part.type === SelectorType.Pseudo && Array.isArray(part.data)
        ? { ...part, data: copyParts(part.data) }
        : { ...part },
    ),
  );
}
