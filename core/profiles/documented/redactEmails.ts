/** Plain addresses only: how a recorder recognises them is not written down, and a rare one is better shown as a leak. */
const address = /[a-z0-9._%+-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63})*\.[a-z]{2,24}(?![\w@-])/gi;

/** @param replacement what an e-mail address becomes */
export function redactEmails(text: string, replacement: (email: string) => string): string {
  return text.includes('@') ? text.replace(address, replacement) : text;
}
