/** An origin without its scheme where that is https: what people call a site. */
export function hostOf(origin: string): string {
  return origin.replace(/^https:\/\//, '');
}
