import type { Random } from './createRandom.ts';
import type { PlainDate } from './dateText.ts';
import type { PlaceOfIdentity } from './identityRegions.ts';
import { type MadeUpWords, makeWords } from './madeUpWords.ts';
import { testCards } from './specimens.ts';

/** Everything one synthetic identity is made of, before it is written into a field. */
export interface Person extends Omit<MadeUpWords, 'user' | 'secret'> {
  readonly house: string;
  readonly postal: string;
  /** National, as people write it. */
  readonly phone: string;
  readonly card: string;
  readonly csc: string;
  readonly expiry: PlainDate;
  readonly birth: PlainDate;
  readonly otp: string;
  readonly token: string;
  readonly username: string;
  readonly password: string;
}

/** Of the months of a long year; a day past the 12th is no month. */
const birthDays = { from: 13, count: 16 };

export function makePerson(random: Random, place: PlaceOfIdentity): Person {
  const { user, secret, ...words } = makeWords(random, place.language);
  return {
    ...words,
    house: String(101 + random.below(800)),
    postal: place.postal(random),
    phone: place.phone(random),
    card: random.pick(testCards),
    csc: String(301 + random.below(600)),
    expiry: { year: 2031 + random.below(8), month: 1 + random.below(12), day: 28 },
    birth: {
      year: 1961 + random.below(28),
      month: 1 + random.below(12),
      day: birthDays.from + random.below(birthDays.count),
    },
    otp: `7${random.digits(5)}`,
    token: `tkn_${words.token.toLowerCase().replaceAll(/[^a-z]/g, '')}_${random.digits(4)}Kq${random.digits(6)}Vz${random.digits(4)}`,
    username: `${user.toLowerCase()}.${random.digits(3)}`,
    // Upper and lower case, digits and a mark: most forms ask for all of them.
    password: `Tst!${random.digits(4)}${secret.replaceAll(/[^A-Za-z]/g, '')}`,
  };
}
