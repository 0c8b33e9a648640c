/** One sign for each UTF-16 unit that is no white space: the length stays, as the length of the page's text does. */
export function maskCharacters(text: string, sign: string): string {
  return text.replace(/\S/g, sign);
}
