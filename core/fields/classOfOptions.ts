import type { FieldClass } from './fieldFacts.ts';
import { maxLabelLength } from './fieldReading.ts';
import { tokeniseLabel } from './tokeniseLabel.ts';

/** What the options of a list give away, most telling first. At least `minMatches` of them have to match. */
const tables: readonly { readonly class: FieldClass; readonly options: RegExp }[] = [
  {
    class: 'cc-other',
    options: /^(?:visa|mastercard|master card|american express|amex|maestro|discover|jcb)\b/,
  },
  {
    class: 'gender',
    options:
      /^(?:male|female|mannlich|weiblich|homme|femme|hombre|mujer|masculino|femenino|feminino|maschio|femmina|man|vrouw|kobieta|mezczyzna|muz|zena|erkek|kadin|男性|女性|男|女|남성|여성|мужскои|женскии)$/,
  },
  {
    class: 'name',
    options:
      /^(?:mr|mrs|ms|miss|dr|herr|frau|monsieur|madame|m|mme|mlle|sr|sra|senor|senora|don|sig|signor|signora|dhr|mevr|mevrouw|de heer|pan|pani|hr|fru)$/,
  },
  {
    class: 'locality',
    options:
      /^(?:alabama|alaska|arizona|arkansas|california|alberta|british columbia|manitoba|ontario|new south wales|queensland|victoria|baden wurttemberg|bayern|berlin|andhra pradesh|assam|bihar|acre|alagoas|amapa|aguascalientes|baja california|agrigento|alessandria|ancona|alava|albacete|alicante|hokkaido|北海道|青森県|岩手県)$/,
  },
  {
    class: 'country',
    options:
      /^(?:afghanistan|albania|algeria|andorra|angola|austria|belgium|australia|canada|denmark|france|germany|united states|united kingdom|usa|deutschland|osterreich|schweiz|belgien|frankreich|allemagne|belgique|suisse|espana|portugal|italia|germania|belgie|nederland|duitsland|polska|niemcy|brasil|argentina|mexico|日本|中国|россия|aland islands|albanie|albanien|afganistan)$/,
  },
];
const dialCode = /\+ ?\d{1,3}\b/;
const minMatches = 2;
const years = /^(?:19|20)\d\d$/;
const numbers = /^\d{1,2}$/;
const months =
  /^(?:0?[1-9]|1[0-2])$|^(?:\d\d? )?(?:jan|feb|mar|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez|ene|abr|ago|dic|gen|mag|giu|lug|set|ott|fev|avr|juin|juil|aout)/;

/** Class of a select by its options' texts, or undefined. */
export function classOfOptions(options: readonly string[]): FieldClass | undefined {
  const texts = options.map(tokeniseOption);
  // Before countries: "+49 Germany" is a dial code.
  if (options.filter((option) => dialCode.test(option)).length >= minMatches) return 'tel';
  return tables.find((table) => texts.filter((text) => table.options.test(text)).length >= minMatches)?.class;
}

/** A list of days, months or years; years that run upwards from this century are for cards, others for births. */
export function dateOptions(options: readonly string[]): 'future' | 'past' | 'part' | undefined {
  const texts = options.map(tokeniseOption).filter((text) => /\d/.test(text) || months.test(text));
  const listed = texts.filter((text) => years.test(text)).map(Number);
  if (listed.length >= 3) return Math.min(...listed) >= 2010 && isAscending(listed) ? 'future' : 'past';
  return texts.filter((text) => numbers.test(text) || months.test(text)).length >= 6 ? 'part' : undefined;
}

function tokeniseOption(option: string): string {
  return tokeniseLabel(option.slice(0, maxLabelLength));
}

function isAscending(numbers: readonly number[]): boolean {
  return (numbers[0] ?? 0) < (numbers.at(-1) ?? 0);
}
