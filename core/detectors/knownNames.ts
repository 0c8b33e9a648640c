import { nameLexicon } from './nameLexicon.ts';

export interface KnownNames {
  readonly given: ReadonlySet<string>;
  readonly family: ReadonlySet<string>;
}

let names: KnownNames | undefined;

/** 17,000 given names and surnames, folded (`foldName`). Spread out when somebody first asks. */
export function knownNames(): KnownNames {
  names ??= { given: spread(nameLexicon.given), family: spread(nameLexicon.family) };
  return names;
}

function spread(coded: string): ReadonlySet<string> {
  const spreadOut = new Set<string>();
  let before = '';
  for (const [, shared = '0', rest = ''] of coded.matchAll(/([0-9A-Z])([a-z]*)/g)) {
    before = before.slice(0, Number.parseInt(shared, 36)) + rest;
    spreadOut.add(before);
  }
  return spreadOut;
}
