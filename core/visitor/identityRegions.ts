import type { Random } from './createRandom.ts';

/** What an identity of one country is made of. Numbers belong to nobody: kept free for fiction, or printed as specimens. */
export interface IdentityRegion {
  readonly dialCode: string;
  /** As people of the country write it, with the trunk zero where there is one. */
  readonly phone: (random: Random) => string;
  /** Printed as an example by the registry of that country or by who checks such numbers; first the usual one. */
  readonly ids: readonly string[];
  /** The example of the IBAN registry (SWIFT, ISO 13616); absent: the country has none. */
  readonly iban?: string;
  readonly bankCode: string;
  readonly account: string;
  readonly postal: (random: Random) => string;
  readonly states: readonly string[];
  readonly street: (word: string, house: string) => string;
  readonly houseFirst?: true;
  readonly dates: 'dmy' | 'mdy' | 'ymd';
  readonly separator: '.' | '/' | '-';
}

const upTo = (random: Random, limit: number, length: number) =>
  String(random.below(limit)).padStart(length, '0');
/** 555-0100 to 555-0199 are kept for fiction (ATIS, 555 NXX Line Number Reference Document). */
const northAmerican = (areas: readonly string[]) => (random: Random) =>
  `${random.pick(areas)}-555-01${upTo(random, 100, 2)}`;
const lane = (word: string, house: string) => `${house} ${word} Lane`;
const behind = (ending: string) => (word: string, house: string) => `${word}${ending} ${house}`;
const before = (kind: string) => (word: string, house: string) => `${kind} ${word} ${house}`;

const unitedStates: IdentityRegion = {
  dialCode: '1',
  phone: northAmerican(['202', '212', '312', '415', '617']),
  // 987-65-4320 to 4329 were kept for advertising, and numbers from 900 on were never given out (SSA).
  ids: ['987-65-4321', '987654321'],
  // Routing and account number that Stripe documents for tests.
  bankCode: '110000000',
  account: '000123456789',
  postal: (random) => `9${upTo(random, 10_000, 4)}`,
  states: ['California', 'CA'],
  street: lane,
  houseFirst: true,
  dates: 'mdy',
  separator: '/',
};

/**
 * By ISO 3166 code. Telephone ranges for fiction: Ofcom (UK), Bundesnetzagentur (DE), ARCEP (FR), ACMA (AU), PTS (SE),
 * ComReg (IE). A country without one is left out, and gets an American number in international form: any other could
 * be somebody's.
 */
export const identityRegions: Readonly<Record<string, Partial<IdentityRegion>>> = {
  US: unitedStates,
  CA: {
    phone: northAmerican(['416', '604', '514']),
    ids: ['046 454 286', '046454286'],
    postal: (random) => `K${random.below(10)}X ${random.below(10)}Z${random.below(10)}`,
    states: ['Ontario', 'ON'],
    dates: 'ymd',
    separator: '-',
  },
  GB: {
    dialCode: '44',
    phone: (random) => `07700 900${upTo(random, 1000, 3)}`,
    // QQ is given to nobody (HMRC, NIM39110); NHS numbers from 999 are for tests.
    ids: ['QQ123456C', '999 000 0018', '9990000018'],
    iban: 'GB33BUKB20201555555555',
    bankCode: '108800',
    account: '00012345',
    postal: (random) => `ZE${1 + random.below(3)} ${random.below(10)}XX`,
    states: ['Shetland'],
    dates: 'dmy',
  },
  IE: {
    dialCode: '353',
    phone: (random) => `020 910 ${upTo(random, 10_000, 4)}`,
    ids: ['1234567FA'],
    iban: 'IE29AIBK93115212345678',
    postal: (random) => `D99 X${upTo(random, 1000, 3)}`,
    states: ['Dublin'],
    dates: 'dmy',
  },
  AU: {
    dialCode: '61',
    phone: (random) => `0491 570 ${random.pick(['006', '156', '157', '158', '159', '110'])}`,
    ids: ['123 456 782', '123456782'],
    bankCode: '000000',
    account: '000123456',
    postal: (random) => `08${upTo(random, 90, 2)}`,
    states: ['Northern Territory', 'NT'],
    dates: 'dmy',
  },
  DE: {
    dialCode: '49',
    phone: (random) => `030 23125${upTo(random, 1000, 3)}`,
    ids: ['L01X00T471', 'L01X00T47'],
    iban: 'DE89370400440532013000',
    bankCode: '37040044',
    account: '0532013000',
    postal: (random) => `9${upTo(random, 9_000, 4)}`,
    states: ['Thüringen', 'TH'],
    street: behind('straße'),
    dates: 'dmy',
    separator: '.',
  },
  AT: {
    ids: ['1237010180', '1237 010180'],
    iban: 'AT611904300234573201',
    postal: (random) => `9${upTo(random, 900, 3)}`,
    states: ['Kärnten'],
    street: behind('gasse'),
    dates: 'dmy',
    separator: '.',
  },
  CH: {
    ids: ['756.9217.0769.85', '7569217076985'],
    iban: 'CH9300762011623852957',
    postal: (random) => `9${upTo(random, 600, 3)}`,
    states: ['Graubünden', 'GR'],
    street: behind('weg'),
    dates: 'dmy',
    separator: '.',
  },
  FR: {
    dialCode: '33',
    phone: (random) => `06 39 98 ${upTo(random, 100, 2)} ${upTo(random, 100, 2)}`,
    ids: ['2 69 05 49 588 157 80', '269054958815780'],
    iban: 'FR1420041010050500013M02606',
    bankCode: '20041',
    account: '0500013M026',
    postal: (random) => `48${upTo(random, 900, 3)}`,
    states: ['Occitanie', 'Lozère'],
    street: (word, house) => `${house} rue ${word}`,
    houseFirst: true,
    dates: 'dmy',
  },
  BE: {
    ids: ['85.07.30-033.28', '85073003328'],
    iban: 'BE68539007547034',
    postal: (random) => `9${upTo(random, 900, 3)}`,
    states: ['Namur'],
    street: behind('straat'),
    dates: 'dmy',
  },
  ES: {
    // Certificate of the tax office for tests.
    ids: ['99999999R'],
    iban: 'ES9121000418450200051332',
    postal: (random) => `44${upTo(random, 900, 3)}`,
    states: ['Teruel'],
    street: before('Calle'),
    dates: 'dmy',
  },
  IT: {
    ids: ['RSSMRA80A01H501U'],
    iban: 'IT60X0542811101000000123456',
    postal: (random) => `86${upTo(random, 100, 3)}`,
    states: ['Isernia', 'IS'],
    street: before('Via'),
    dates: 'dmy',
  },
  NL: {
    ids: ['999990019'],
    iban: 'NL91ABNA0417164300',
    postal: (random) => `99${upTo(random, 100, 2)} XZ`,
    states: ['Groningen'],
    street: behind('straat'),
    dates: 'dmy',
    separator: '-',
  },
  PT: {
    ids: ['123456789'],
    iban: 'PT50000201231234567890154',
    postal: (random) => `53${upTo(random, 100, 2)}-${upTo(random, 1000, 3)}`,
    states: ['Bragança'],
    street: before('Rua'),
    dates: 'dmy',
  },
  BR: {
    ids: ['123.456.789-09', '12345678909'],
    iban: 'BR9700360305000010009795493P1',
    postal: (random) => `69${upTo(random, 1000, 3)}-${upTo(random, 1000, 3)}`,
    states: ['Acre', 'AC'],
    street: before('Rua'),
    dates: 'dmy',
  },
  PL: {
    ids: ['44051401359'],
    iban: 'PL61109010140000071219812874',
    postal: (random) => `38-${upTo(random, 1000, 3)}`,
    states: ['Podkarpackie'],
    street: before('ul.'),
    dates: 'dmy',
    separator: '.',
  },
  SE: {
    dialCode: '46',
    phone: (random) => `070-174 06 ${String(5 + random.below(95)).padStart(2, '0')}`,
    ids: ['19121212-1212', '121212-1212', '191212121212'],
    iban: 'SE4550000000058398257466',
    postal: (random) => `98${random.below(10)} ${upTo(random, 100, 2)}`,
    states: ['Norrbotten'],
    street: behind('gatan'),
    dates: 'ymd',
    separator: '-',
  },
};

/** Main country of a language whose tag names none. */
const mainRegion: Readonly<Record<string, string>> = {
  en: 'US',
  de: 'DE',
  fr: 'FR',
  es: 'ES',
  it: 'IT',
  nl: 'NL',
  pt: 'PT',
  pl: 'PL',
  sv: 'SE',
};

export interface PlaceOfIdentity extends IdentityRegion {
  readonly language: string;
  /** ISO 3166. */
  readonly country: string;
}

/** @param locale BCP 47; what is not known is as in the United States */
export function placeOfIdentity(locale: string): PlaceOfIdentity {
  const [language = 'en', ...parts] = locale.split('-');
  const stated = parts.find((part) => /^[A-Za-z]{2}$/.test(part))?.toUpperCase();
  const country = stated ?? mainRegion[language.toLowerCase()] ?? 'US';
  return { ...unitedStates, ...identityRegions[country], language: language.toLowerCase(), country };
}
