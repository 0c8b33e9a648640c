/**
 * Long runs of digits, letters and digits in turn, capitals in turn, or more consonants than a word has. Knows nothing of
 * the rules that are measured, which go by words.
 *
 * @param piece letters and digits of a name, without what parts its pieces
 */
export function isMachineMade(piece: string): boolean {
  // The last: ids of Magento's pages, seven characters of base 36 in capitals.
  if (/\d{4}|^(?=.*\d)(?=.*[G-Z])[A-Z0-9]{7}$/.test(piece)) return true;
  if (piece.length < 5) return false;
  const turns = piece.match(/[a-z](?=\d)|\d(?=[a-z])/gi)?.length ?? 0;
  const capitals = piece.slice(1).match(/[a-z][A-Z](?![a-z])|[A-Z](?=[A-Z][a-z])/g)?.length ?? 0;
  return turns >= 2 || capitals >= 2 || /[bcdfghjklmnpqrstvwxz]{6}/i.test(piece);
}
