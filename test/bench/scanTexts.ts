import { createRandom } from '../../core/visitor/createRandom.ts';

/** About this many characters of what recorders send: prose, JSON state, markup attributes, addresses, styles. */
export function scanTexts(characters: number): readonly ScanText[] {
  const random = createRandom(characters);
  const texts: ScanText[] = [];
  for (let made = 0; made < characters; ) {
    const make = random.pick(makers);
    const { text, machine } = make(random, texts.length);
    texts.push({ text, machine });
    made += text.length;
  }
  return texts;
}

export interface ScanText {
  readonly text: string;
  /** In an attribute, an address, a block of data: written for programs. */
  readonly machine: boolean;
}

type Random = ReturnType<typeof createRandom>;
type Maker = (random: Random, index: number) => ScanText;

const words =
  'the order was sent on Monday and will be with you in three days please write to us if anything is missing or broken our address is on the invoice you can return what you do not like within thirty days Amsterdam London Berlin blue linen shirt size medium total including delivery review written by a customer'.split(
    ' ',
  );

function sentence(random: Random, count: number): string {
  return Array.from({ length: count }, () => random.pick(words)).join(' ');
}

/** A paragraph: a price, a date, now and then an address or a telephone number. */
function prose(random: Random): string {
  const parts = [sentence(random, 20 + random.below(60))];
  if (random.below(3) === 0)
    parts.push(
      `${random.below(200)}.${random.digits(2)} EUR on 2024-0${1 + random.below(9)}-1${random.below(9)}`,
    );
  if (random.below(40) === 0)
    parts.push(`write to user${random.below(9999)}@example.com or call +44 20 7946 0${random.digits(3)}`);
  return `${parts.join('. ')}.`;
}

/** What a framework leaves in a page: nested objects, ids, flags, addresses. */
function state(random: Random): string {
  const items = Array.from({ length: 40 + random.below(200) }, (_, index) => ({
    id: `${random.digits(8)}-${index}`,
    sku: `SKU-${random.digits(6)}`,
    price: random.below(20_000) / 100,
    updatedAt: 1_700_000_000_000 + random.below(1_000_000_000),
    title: sentence(random, 6),
    image: `https://cdn.example.com/i/${random.digits(10)}.jpg?w=${random.below(900)}&h=400`,
    inStock: random.below(2) === 0,
  }));
  return JSON.stringify({ props: { page: 'list', items } });
}

function address(random: Random): string {
  return `https://shop.example.com/p/${random.digits(6)}?utm_source=mail&utm_campaign=spring%20sale&ref=${random.digits(12)}`;
}

function classes(random: Random): string {
  return `card card--${random.below(9)} u-${random.pick(words)} css-${random.digits(3)}ab${random.below(9)} md:flex-${random.below(4)}`;
}

function style(random: Random): string {
  return Array.from(
    { length: 60 },
    () =>
      `.${random.pick(words)}-${random.below(99)} { margin: ${random.below(9)}px 1.${random.below(9)}rem; color: #${random.digits(6)}; }`,
  ).join('\n');
}

const makers: readonly Maker[] = [
  ...Array.from({ length: 40 }, (): Maker => (random) => ({ text: prose(random), machine: false })),
  ...Array.from({ length: 20 }, (): Maker => (random) => ({ text: sentence(random, 3), machine: false })),
  ...Array.from({ length: 20 }, (): Maker => (random) => ({ text: classes(random), machine: true })),
  ...Array.from({ length: 14 }, (): Maker => (random) => ({ text: address(random), machine: true })),
  ...Array.from({ length: 2 }, (): Maker => (random) => ({ text: style(random), machine: true })),
  (random) => ({ text: state(random), machine: true }),
];
