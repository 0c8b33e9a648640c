import type { Browser } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from '../page/openScrimPage.ts';
import type { RecorderId } from './runTruth.ts';
import { watchRecorder } from './wire/watchRecorder.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
});

const open: Readonly<Partial<Record<RecorderId, Record<string, unknown>>>> = {
  rrweb: { maskTextSelector: '.msk', blockSelector: '.blk' },
  sentry: { maskAllText: false, maskAllInputs: false, mask: ['.msk'], block: ['.blk'] },
  posthog: { session_recording: { maskAllInputs: false, maskTextSelector: '.msk', blockSelector: '.blk' } },
  datadog: { defaultPrivacyLevel: 'allow' },
  clarity: { mask: ['.msk'] },
};

describe.each(Object.entries(open) as [RecorderId, Record<string, unknown>][])(
  '%s, on the wire',
  (recorder, options) => {
    test('each value that arrives is reported as its own and was predicted; no other is', async () => {
      const { scan, collector, planted } = await watchRecorder(browser, { recorder, options });
      const wire = scan.additions?.wire;
      const arrived = planted.filter(({ value }) => collector.has(value)).map(({ kind }) => kind);
      const found = wire?.arrivals ?? [];
      const encodings = new Set(found.flatMap((one) => one.encodings.map((each) => each.join(' '))));
      console.log(
        `${recorder}: ${wire?.ofPlayed} of ${wire?.messages} messages its own, ${arrived.length} of ${planted.length} values arrived, ${found.length} reported (${[...encodings].join(', ')}), ${wire?.notInspected.length} gaps`,
      );
      expect(arrived.length).toBeGreaterThan(0);
      expect(found.map(({ kind, receiver }) => `${kind} ${receiver.recorder}`).sort()).toEqual(
        arrived.map((kind) => `${kind} ${recorder}`).sort(),
      );
      expect(found.filter(({ isUnpredicted }) => isUnpredicted)).toEqual([]);
      expect(wire?.notSeen).toEqual([]);
      expect(wire?.notInspected).toEqual([]);
      // What it does not send is not said to be sent by the simulation of everything.
      expect(arrived.length).toBeLessThan(planted.length);
    });
  },
);

test('a recorder that sends what it says it masks is the loudest finding', async () => {
  const { scan, collector } = await watchRecorder(browser, {
    recorder: 'rrweb',
    options: { maskAllInputs: true, maskTextSelector: '.msk', blockSelector: '.blk' },
    real: { maskAllInputs: false },
  });
  const unpredicted = scan.additions?.wire?.arrivals.filter(({ isUnpredicted }) => isUnpredicted) ?? [];
  expect(collector.has('masked-wexfordshire')).toBe(true);
  expect(unpredicted.map(({ kind, predicted }) => `${kind} ${predicted}`).sort()).toEqual([
    'email masked',
    'name excluded',
    'other-personal excluded',
    'street excluded',
    'username excluded',
  ]);
});
