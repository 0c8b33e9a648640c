import { decodePercent } from './decodePercent.ts';

const form = /^[^=&\s]{1,400}=/;
const address = /^(?:https?|wss?|blob|data):/i;
const mostPairs = 100_000;

/** Names and values, decoded, of a form's body or of an address (its path too); undefined where it is neither. */
export function pairsOf(text: string): readonly string[] | undefined {
  const isAddress = address.test(text);
  if (!isAddress && !form.test(text)) return undefined;
  const parts = text.split(isAddress ? /[?&=#/;]/ : /[&=]/, mostPairs);
  return parts.map((part) => decodePercent(part, !isAddress || part.includes('%')) ?? part);
}
