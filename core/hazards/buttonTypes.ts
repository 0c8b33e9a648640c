/** Inputs whose value is the word on a button. */
export const buttonTypes: ReadonlySet<string> = new Set(['submit', 'button', 'reset']);

/** `type="SUBMIT"` is a button to a browser, and none to code that compares it as it is written. */
export function isInCapitals(type: string | undefined): boolean {
  return type !== undefined && type !== type.toLowerCase();
}
