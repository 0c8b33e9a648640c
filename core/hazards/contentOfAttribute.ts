/** Attributes that hold words for people: what a reader sees as a tool tip or hears read out. */
export const describingAttributes: ReadonlySet<string> = new Set([
  'title',
  'alt',
  'placeholder',
  'aria-label',
  'aria-description',
  'aria-valuetext',
  'aria-placeholder',
  'aria-roledescription',
  'label',
  'summary',
  'download',
]);

/** Whether there is anything to read in it. */
export function hasWords(value: string): boolean {
  return /[\p{L}\p{N}]{2}/u.test(value);
}

/** Whether it looks like content and not like a switch or the name of a component: words, an address, a number. */
export function looksLikeContent(value: string): boolean {
  return /[\p{L}\p{N}]\s+\p{L}|@|\d{5}/u.test(value);
}

/** Whether an address says more than where a page is: a query, a fragment with data, an e-mail, a longer number. */
export function carriesData(address: string): boolean {
  return /[?&][^?=&#]+=[^&#]|^(?:mailto|tel|sms):|@|%40|\d{5}/i.test(address);
}
