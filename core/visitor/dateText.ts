import type { FieldRequest } from './fieldRequest.ts';
import type { PlaceOfIdentity } from './identityRegions.ts';

export interface PlainDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const two = (value: number) => String(value).padStart(2, '0');

/** As an input of type date, month, week, time or datetime-local holds it; undefined for any other type. */
export function dateOfType(type: string, { year, month, day }: PlainDate): string | undefined {
  if (type === 'date') return `${year}-${two(month)}-${two(day)}`;
  if (type === 'month') return `${year}-${two(month)}`;
  if (type === 'week') return `${year}-W${two(Math.min(52, month * 4))}`;
  if (type === 'time') return '10:47';
  if (type === 'datetime-local') return `${year}-${two(month)}-${two(day)}T10:47`;
  return undefined;
}

/** The date as the field shows that it wants it (`TT.MM.JJJJ`, `MM / YY`); undefined where it shows nothing. */
export function dateAsShown(
  request: FieldRequest,
  date: PlainDate,
  kind: 'birth' | 'expiry',
): string | undefined {
  const shown = [request.attributes.placeholder ?? '', ...request.labels.map(({ text }) => text)].find(
    (text) => /(?<!\p{L})m{2}(?!\p{L})/iu.test(text),
  );
  const form = shown && /(?:(?<!p{L})[a-z]{2,4}(?!p{L})[ ./-]{0,3}){1,3}/i.exec(shown)?.[0].trim();
  if (!form) return undefined;
  return form.replace(/[a-z]{2,4}/gi, (run) => {
    if (/^mm$/i.test(run)) return two(date.month);
    if (run.length === 4) return String(date.year);
    return kind === 'expiry' || /^y/i.test(run) ? two(date.year % 100) : two(date.day);
  });
}

/** As people of the country write it, then in the other usual forms. */
export function writtenDates(date: PlainDate, { dates, separator }: PlaceOfIdentity): readonly string[] {
  const { year, month, day } = date;
  const orders = {
    dmy: [two(day), two(month), String(year)],
    mdy: [two(month), two(day), String(year)],
    ymd: [String(year), two(month), two(day)],
  };
  const usual = orders[dates];
  return [
    usual.join(separator),
    ...['/', '.', '-', ''].map((other) => usual.join(other)),
    orders.ymd.join('-'),
  ];
}

/** Day, month or year by itself. */
export function partOfDate(part: string, { year, month, day }: PlainDate): readonly string[] | undefined {
  if (part === 'day') return [two(day), String(day)];
  if (part === 'month') return [two(month), String(month)];
  if (part === 'year') return [String(year), two(year % 100)];
  return undefined;
}
