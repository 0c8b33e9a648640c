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
  clarity: { mask: ['.msk'], unmask: ['form'] },
};

describe.each(Object.entries(open))('%s, on the wire', (recorder, options) => {
  test('what arrived is reported as its own, and nothing else is', async () => {
    const { scan, collector, planted } = await watchRecorder(browser, {
      recorder: recorder as RecorderId,
      options,
    });
    const wire = scan.additions?.wire;
    const arrived = planted.filter(({ value }) => collector.has(value));
    const own = wire?.arrivals.filter(({ receiver }) => receiver.recorder === recorder) ?? [];
    console.log(
      `${recorder}: ${wire?.messages} messages, ${wire?.bytes} bytes, ${arrived.length} of ${planted.length} values arrived, ${own.length} reported, ${wire?.notInspected.length} gaps`,
    );
    console.log(
      JSON.stringify(wire, null, 1),
      collector.received.map(({ address, body }) => `${address.slice(0, 80)} ${body.length}`),
    );
    expect(own.map(({ kind }) => kind).sort()).toEqual(arrived.map(({ kind }) => kind).sort());
    expect(wire?.arrivals.filter((one) => !own.includes(one))).toEqual([]);
  });
});
