/** Plain addresses only: how a recorder recognises them is not written down, and a rare one is better shown as a leak. */
const candidate = /(?<![a-z0-9._%+-])[a-z0-9._%+-]{1,64}@[a-z0-9.-]{1,255}/gi;
const label = /^[a-z0-9-]{1,63}$/i;
const ending = /^[a-z]{2,24}$/i;

/** @param replacement what an e-mail address becomes */
export function redactEmails(text: string, replacement: (email: string) => string): string {
  if (!text.includes('@')) return text;
  return text.replace(candidate, (written, offset: number) => {
    const address = addressIn(written, text.charAt(offset + written.length));
    return address === '' ? written : replacement(address) + written.slice(address.length);
  });
}

/** The longest address that a candidate begins with; '' for none. @param after the character behind it */
function addressIn(written: string, after: string): string {
  const at = written.indexOf('@');
  const labels = written.slice(at + 1).split('.');
  const isCut = /[\w@-]/.test(after);
  const firstOdd = labels.findIndex((one) => !label.test(one));
  let last = (firstOdd === -1 ? labels.length : firstOdd) - 1;
  if (isCut && last === labels.length - 1) last -= 1;
  while (last > 0 && !ending.test(labels[last] ?? '')) last -= 1;
  return last > 0 ? `${written.slice(0, at)}@${labels.slice(0, last + 1).join('.')}` : '';
}
