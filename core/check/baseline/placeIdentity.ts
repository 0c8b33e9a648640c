import type { Finding, LeakPlace } from '../../findings/finding.ts';
import { kindId } from '../../findings/kindId.ts';
import type { PlaceIdentity } from './lockFile.ts';

/** Rows and list items: how many there are is up to the data of the day. */
const row = /(?<=^|> )(tr|li|option):nth-child\(\d{1,9}\)/g;

/** What a place is called in the baseline: of a row in a list that it is some row of that list. */
export function placeIdentity(kind: Finding['kind'], { channel, name, path }: LeakPlace): PlaceIdentity {
  return {
    kind: kindId(kind),
    channel,
    ...(name === undefined ? {} : { name }),
    path: rowlessPath(path),
  };
}

export function rowlessPath(path: string): string {
  return path.replace(row, '$1');
}

/** The same as one text, to look it up by. */
export function identityKey({ kind, channel, name = '', path }: PlaceIdentity): string {
  return [kind, channel, name, path].join('\n');
}
