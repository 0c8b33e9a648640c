import { type PlantedValue, tokenOf } from '../plantedPage.ts';
import type { SeededRandom } from './seededRandom.ts';

/** Gives out tokens and remembers where each stands. */
export interface Planter {
  readonly values: readonly PlantedValue[];
  readonly random: SeededRandom;
  /** A bare token: for names, addresses and wherever nothing else may stand. */
  word(where: string): string;
  /** A token as people write: among words, white space, digits, signs. HTML-safe, but for `&` that begins an entity. */
  phrase(where: string): string;
  readonly moment: PlantedValue['moment'];
  /** The same planter for what is planted after `load`. */
  later(): Planter;
}

export function createPlanter(random: SeededRandom): Planter {
  const values: PlantedValue[] = [];

  function planterAt(moment: PlantedValue['moment']): Planter {
    function word(where: string): string {
      const token = tokenOf(values.length);
      values.push({ token, where, moment });
      return token;
    }
    return {
      values,
      random,
      moment,
      word,
      phrase: (where) => random.pick(phrasings)(word(where), values.length),
      later: () => planterAt('late'),
    };
  }
  return planterAt('load');
}

const plain = (token: string): string => token;

/** Words of lengths that nobody else has: a text mask that keeps white space is then found where it belongs. */
function measured(token: string, count: number): string {
  const lengths = [...count.toString(7)].map((digit) => 'm'.repeat(Number(digit) + 1));
  return [token, ...lengths].join(' ');
}

const phrasings: readonly ((token: string, count: number) => string)[] = [
  plain,
  plain,
  plain,
  measured,
  measured,
  measured,
  (token) => token.toUpperCase(),
  (token) => `  ${token}\n\t${token}  `,
  (token) => `${token}@example.com`,
  (token) => `write to ${token}@example.com now`,
  (token) => `$12.50 ${token} 4111 1111 1111 1111`,
  (token) => `€${token}9 £8`,
  (token) => `${token} 12`,
  (token) => `${token}1`,
  (token) => `1976-04-12 ${token} 10:30`,
  (token) => `😀${token}é ü`,
  (token) => `&lt;b&gt;${token}&amp;&nbsp;x`,
  (token) => `${token}${' lorem ipsum dolor'.repeat(40)}`,
  (token) => `+49 (0)30 ${token}`,
  (token) => `https://example.com/${token}?a=1`,
];
