const longestMonths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * Whether the first six digits are a day that exists in some century.
 *
 * @param order `ymd` or `dmy`
 */
export function isShortDate(compact: string, order: 'ymd' | 'dmy'): boolean {
  const month = Number(compact.slice(2, 4));
  const day = Number(order === 'ymd' ? compact.slice(4, 6) : compact.slice(0, 2));
  const longest = longestMonths[month - 1] ?? 0;
  if (day < 1 || day > longest) return false;
  const year = Number(order === 'ymd' ? compact.slice(0, 2) : compact.slice(4, 6));
  // 2000 is a leap year, so two digits are enough.
  return !(month === 2 && day === 29) || year % 4 === 0;
}
