/**
 * Whether an argument that css-what hands on as text may end elsewhere for a browser: in
 * `:nth-child(2n /* ), .card` the browser reads a comment to the end, css-what two alternatives. The same with an open
 * quote and with an escape.
 */
export function isOddArgument(text: string): boolean {
  return /["'\\]|\/\*/.test(text);
}
