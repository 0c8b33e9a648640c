import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { DetectorId } from '../../core/findings/finding.ts';
import { installPeers } from '../installPeers.ts';
import type { Finder, Found } from './finder.ts';

/** The words redact-pii and @redactpii/node write in place of a value. */
const standIns: Readonly<Record<string, DetectorId | 'other'>> = {
  PERSON_NAME: 'person-name',
  EMAIL_ADDRESS: 'email',
  PHONE_NUMBER: 'phone',
  CREDIT_CARD_NUMBER: 'payment-card',
  US_SOCIAL_SECURITY_NUMBER: 'us-ssn',
  STREET_ADDRESS: 'postal-address',
  IP_ADDRESS: 'ip-address',
  ZIPCODE: 'postal-code',
  USERNAME: 'other',
  PASSWORD: 'password',
  CREDENTIALS: 'password',
  DIGITS: 'other',
  URL: 'other',
};
/** Beginnings of openredaction's type names, the longest that fits first. */
const typeKinds: readonly (readonly [start: string, kind: DetectorId])[] = [
  ['EMAIL', 'email'],
  ['PHONE', 'phone'],
  ['CREDIT_CARD', 'payment-card'],
  ['SSN', 'us-ssn'],
  ['IBAN', 'iban'],
  ['IPV', 'ip-address'],
  ['NAME', 'person-name'],
  ['ADDRESS', 'postal-address'],
  ['PO_BOX', 'postal-address'],
  ['ZIP', 'postal-code'],
  ['POSTCODE', 'postal-code'],
  ['POSTAL', 'postal-code'],
  ['PASSPORT', 'passport'],
  ['DRIVING', 'driving-licence'],
  ['DRIVERS', 'driving-licence'],
  ['NHS', 'health-id'],
  ['MAC', 'mac-address'],
  ['DATE_OF_BIRTH', 'birth-date'],
  ['JWT', 'jwt'],
];

interface OpenRedactionResult {
  readonly detections: readonly { readonly type: string; readonly position: readonly [number, number] }[];
}

/**
 * The peers, installed outside the project's own dependencies, without their install scripts.
 *
 * @throws Error when npm cannot install them: a table without its peers would look like one with them
 */
export async function peerFinders(): Promise<readonly Finder[]> {
  const folder = await installPeers('leaks');
  const require = createRequire(pathToFileURL(join(folder, 'package.json')));
  const { SyncRedactor } = require('redact-pii');
  const { Redactor } = await import(
    pathToFileURL(join(folder, 'node_modules', '@redactpii', 'node', 'lib', 'index.mjs')).href
  );
  const { OpenRedaction } = await import(
    pathToFileURL(join(folder, 'node_modules', 'openredaction', 'dist', 'index.mjs')).href
  );
  const redactPii = new SyncRedactor();
  const redactpii = new Redactor();
  const openRedaction = new OpenRedaction();
  return [
    { name: 'redact-pii', find: async (text) => foundBetween(text, redactPii.redact(text)) },
    { name: '@redactpii/node', find: async (text) => foundBetween(text, redactpii.redact(text)) },
    {
      name: 'openredaction',
      async find(text) {
        const { detections }: OpenRedactionResult = await openRedaction.detect(text);
        return detections.map(({ type, position: [start, end] }) => ({ kind: kindOfType(type), start, end }));
      },
    },
  ];
}

function kindOfType(type: string): Found['kind'] {
  return typeKinds.find(([start]) => type.startsWith(start))?.[1] ?? 'other';
}

/** Where the stand-ins of a redacted text lie in the original: between the pieces both share. */
function foundBetween(text: string, redacted: string): Found[] {
  const words = Object.keys(standIns).sort((a, b) => b.length - a.length);
  const parts = redacted.split(new RegExp(`(${words.join('|')})`));
  const found: Found[] = [];
  let at = parts[0]?.length ?? 0;
  for (let index = 1; index < parts.length; index += 2) {
    const next = parts[index + 1] ?? '';
    const end = next === '' && index + 2 >= parts.length ? text.length : text.indexOf(next, at);
    // The text held such a word itself.
    if (end < at) continue;
    found.push({ kind: standIns[parts[index] ?? ''] ?? 'other', start: at, end });
    at = end + next.length;
  }
  return found;
}
