import type { DetectorId } from '../../../core/findings/finding.ts';
import { createRandom, type Random } from '../../../core/visitor/createRandom.ts';
import { cardCheckDigit, ibanCheckDigits } from './checkDigits.ts';

/** One made-up value and what it is. */
export interface SeedValue {
  readonly kind: DetectorId;
  readonly written: string;
}

/** Kinds with a form of their own: found wherever they stand. */
export const seedKinds = [
  'email',
  'phone',
  'payment-card',
  'iban',
  'us-ssn',
  'ip-address',
  'mac-address',
  'jwt',
] as const satisfies readonly DetectorId[];

type SeedKind = (typeof seedKinds)[number];

const names =
  'amelia.hart j.okafor noor_haddad t-lindqvist wei.zhang carmen.ruiz+shop priya.n lars89 o.brien.k mbali kowalska.anna yuki.t'.split(
    ' ',
  );
/** RFC 2606: reserved for examples, with what people put in front of them. */
const mailHosts = ['example.com', 'example.org', 'example.net', 'mail.example.com', 'corp.example.org'];

/** Issuers' ranges (ISO/IEC 7812 registrations as the networks publish them), length, and how receipts group them. */
const networks = [
  { prefix: '4', length: 16, groups: [4, 4, 4, 4] },
  { prefix: '51', length: 16, groups: [4, 4, 4, 4] },
  { prefix: '55', length: 16, groups: [4, 4, 4, 4] },
  { prefix: '2221', length: 16, groups: [4, 4, 4, 4] },
  { prefix: '34', length: 15, groups: [4, 6, 5] },
  { prefix: '37', length: 15, groups: [4, 6, 5] },
  { prefix: '6011', length: 16, groups: [4, 4, 4, 4] },
  { prefix: '3528', length: 16, groups: [4, 4, 4, 4] },
  { prefix: '36', length: 14, groups: [4, 6, 4] },
] as const;
/** Numbers that the networks give to testers. */
const testCards = [
  '4111111111111111',
  '4012888888881881',
  '5555555555554444',
  '2223003122003222',
  '378282246310005',
  '6011000990139424',
  '3566002020360505',
  '30569309025904',
];

/** Examples of the IBAN registry (ISO 13616, SWIFT), electronic form. */
const registryIbans = [
  'AD1200012030200359100100',
  'AT611904300234573201',
  'BE68539007547034',
  'CH9300762011623852957',
  'CZ6508000000192000145399',
  'DE89370400440532013000',
  'DK5000400440116243',
  'EE382200221020145685',
  'ES9121000418450200051332',
  'FI2112345600000785',
  'FR1420041010050500013M02606',
  'GB29NWBK60161331926819',
  'GR1601101250000000012300695',
  'HU42117730161111101800000000',
  'IE29AIBK93115212345678',
  'IT60X0542811101000000123456',
  'LT121000011101001000',
  'LU280019400644750000',
  'NL91ABNA0417164300',
  'NO9386011117947',
  'PL61109010140000071219812874',
  'PT50000201231234567890154',
  'SE4550000000058398257466',
  'SI56263300012039086',
  'TR330006100519786457841326',
];

/** Numbers that authorities keep free for fiction: Ofcom, NANPA (555-01xx), ACMA, ARCEP. `#` is any digit. */
const fictionalPhones = [
  '+44 20 7946 0###',
  '+44 7700 900###',
  '+44 1632 960###',
  '+44 (0)161 496 0###',
  '+1 212 555 01##',
  '+1-415-555-01##',
  '(312) 555-01##',
  '+1 (604) 555-01##',
  '+61 491 570 156',
  '+61 2 5550 ####',
  '+33 1 99 00 ## ##',
  '+33 6 39 98 ## ##',
];

const makers: Readonly<Record<SeedKind, (random: Random) => string>> = {
  email: (random) => `${random.pick(names)}${random.below(900) + 100}@${random.pick(mailHosts)}`,
  phone: (random) => random.pick(fictionalPhones).replace(/#/g, () => String(random.below(10))),
  'payment-card': card,
  iban,
  'us-ssn': ssn,
  'ip-address': ip,
  // RFC 7042, 2.1.1: for documents.
  'mac-address': (random) => `00:00:5E:00:53:${hexPair(random)}`.replace(/:/g, random.pick([':', '-'])),
  jwt,
};

/** Makes values one after the other; the same seed makes the same. */
export function createIdentities(seed: number) {
  const random = createRandom(seed);
  return {
    make(kind: SeedKind): SeedValue {
      return { kind, written: makers[kind](random) };
    },
  };
}

function card(random: Random): string {
  const { prefix, length, groups } = random.pick(networks);
  const payload = prefix + random.digits(length - prefix.length - 1);
  const isTest = random.below(5) === 0;
  const number = isTest ? random.pick(testCards) : payload + cardCheckDigit(payload);
  const separator = random.pick(['', ' ', '-']);
  const sizes = isTest ? sizesOf(number.length) : groups;
  return separator === '' ? number : grouped(number, sizes).join(separator);
}

function sizesOf(length: number): readonly number[] {
  return length === 16 ? [4, 4, 4, 4] : [4, 6, length - 10];
}

function grouped(text: string, sizes: readonly number[]): string[] {
  let from = 0;
  return sizes.map((size) => {
    from += size;
    return text.slice(from - size, from);
  });
}

function iban(random: Random): string {
  const account = `50010517${random.digits(10)}`;
  const made = `DE${ibanCheckDigits('DE', account)}${account}`;
  const number = random.below(3) === 0 ? made : random.pick(registryIbans);
  return random.below(2) === 0 ? number : number.replace(/.{4}(?=.)/g, '$& ');
}

/** SSA: area 001-899 without 666, group 01-99, serial 0001-9999. */
function ssn(random: Random): string {
  const area = random.pick([1 + random.below(665), 667 + random.below(233)]);
  const parts = [
    [area, 3],
    [1 + random.below(99), 2],
    [1 + random.below(9999), 4],
  ] as const;
  return parts.map(([number, length]) => String(number).padStart(length, '0')).join('-');
}

/** RFC 5737 and RFC 3849. */
function ip(random: Random): string {
  const net = random.pick(['192.0.2', '198.51.100', '203.0.113']);
  if (random.below(3) > 0) return `${net}.${20 + random.below(235)}`;
  return `2001:db8:${hexPair(random)}a${random.below(10)}::${hexPair(random)}:${hexPair(random)}1`;
}

function hexPair(random: Random): string {
  return (16 + random.below(240)).toString(16);
}

/** RFC 7515, 3.1: header, payload and signature in base64url. */
function jwt(random: Random): string {
  const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signature = Buffer.from(random.digits(32)).toString('base64url');
  return `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode({ sub: random.digits(9), iat: 1700000000 })}.${signature}`;
}
