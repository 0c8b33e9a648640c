// Every hazard of `core/hazards/registry.ts`, on the page structures it is known from.
import { describe, expect, test } from 'vitest';
import { en } from '../../../assets/locales/en/index.ts';
import { hazards } from '../../../core/hazards/registry.ts';
import { profiles } from '../../../core/profiles/registry.ts';
import { hazardIds, scanOfMarkup, sentText } from './hazardsOf.ts';
import { type HazardRow, rows } from './rowsOfRecorders.ts';

/** Seen only while a page changes, or beside a recording: test/page/lateHazards.test.ts, findHazards.test.ts. */
const needsChanges = [
  'late-mark',
  'later-sent',
  'late-background',
  'console-sent',
  'emptied-fields',
  'image-addresses',
];

function scanOf({ profile, options, html }: HazardRow) {
  const isPosthog = profile === 'posthog' && options && !Object.hasOwn(options, 'session_recording');
  return scanOfMarkup(profile, isPosthog ? { session_recording: options } : (options ?? {}), html);
}

describe('what is sent, and what is said of it', () => {
  test.each(rows)('$profile: $what', (row) => {
    const scan = scanOf(row);
    expect(sentText(scan).includes('secret')).toBe(row.sent);
    const found = hazardIds(scan);
    expect(found).toEqual(expect.arrayContaining([...(row.hazards ?? [])]));
    expect(found.filter((id) => row.not?.includes(id))).toEqual([]);
  });

  test('each hazard is reported of one of these pages, and not of another', () => {
    const reported = new Set(rows.flatMap((row) => row.hazards ?? []));
    const missing = hazards.filter(({ id }) => !reported.has(id)).map(({ id }) => id);
    expect(missing.toSorted()).toEqual(needsChanges.toSorted());
    const refused = new Set(rows.flatMap((row) => row.not ?? []));
    const never = [...reported].filter((id) => !refused.has(id));
    expect(never).toEqual([]);
  });

  test.each(profiles.map(({ id }) => id))('%s has none on a page with nothing to hide', (id) => {
    const page = '<title>Shop</title><h1>Shirts</h1><p>Blue shirt</p><a href="/blue">Blue</a>';
    expect(hazardIds(scanOfMarkup(id, {}, page)).filter((found) => found !== 'telemetry-addresses')).toEqual(
      [],
    );
  });
});

test('each hazard has its three sentences', () => {
  const parts = hazards.flatMap(({ id }) => ['what', 'means', 'do'].map((part) => `hazard.${id}.${part}`));
  const known = Object.keys(en).filter((key) => key.startsWith('hazard.'));
  expect(known.toSorted()).toEqual(parts.toSorted());
});
