import type { Selector } from 'css-what';

/**
 * Whether an argument that css-what hands on as text may end elsewhere for a browser: in
 * `:nth-child(2n /* ), .card` the browser reads a comment to the end, css-what two alternatives. The same with an open
 * quote and with an escape.
 */
export function isOddArgument(text: string): boolean {
  return /["'\\]|\/\*/.test(text);
}

/** Whether there is such an argument anywhere in a selector: what stands beside it may belong to it. */
export function holdsOddArgument(parts: readonly (readonly Selector[])[]): boolean {
  return parts.some((part) =>
    part.some((token) => {
      if (token.type !== 'pseudo' && token.type !== 'pseudo-element') return false;
      if (Array.isArray(token.data)) return holdsOddArgument(token.data);
      return typeof token.data === 'string' && isOddArgument(token.data);
    }),
  );
}
