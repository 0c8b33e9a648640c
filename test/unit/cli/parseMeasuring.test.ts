import { describe, expect, test } from 'vitest';
import { isMeasuring } from '../../../cli/isMeasuring.ts';
import { parseMeasuring } from '../../../cli/parseMeasuring.ts';

const site = 'https://shop.example/';

describe('which audit is meant', () => {
  test.each([
    [['calibrate', site], true],
    [['calibrate', '--help'], true],
    [['audit', site, '--session', '1:2'], true],
    [['audit', '--session', '1:2', site], true],
    [['audit', 'verify', '--org', 'acme'], false],
    [['audit', 'export', '--org', 'acme'], false],
    [['audit'], false],
    [['audit', '--help'], false],
    [['check', site], false],
  ])('%j', (argv, expected) => {
    expect(isMeasuring(argv)).toBe(expected);
  });
});

describe('calibrate', () => {
  test('has defaults', () => {
    expect(parseMeasuring(['calibrate', 'https://shop.example'])).toEqual({
      name: 'calibrate',
      target: site,
      recorder: 'fullstory',
      receivers: [],
      rules: undefined,
      options: undefined,
      write: undefined,
      json: false,
      readBack: false,
      keyVariable: 'SCRIM_API_KEY',
      api: undefined,
      timeout: 30_000,
      wait: 0,
      patience: 20_000,
    });
  });

  test.each([
    [['calibrate'], 'one address'],
    [['calibrate', site, site], 'one address'],
    [['calibrate', './page.html'], 'no http(s) address'],
    [['calibrate', site, '--receiver', 'nowhere'], 'an origin'],
    [['calibrate', site, '--session', '1:2'], 'no use for --session'],
    [['calibrate', site, '--patience', '0'], 'whole number'],
    [['calibrate', site, '--key-variable', 'na1.abc='], 'not the key'],
    [['calibrate', site, '--key', 'na1.abc'], '--key'],
    [['audit', site], 'FullStory lists the sessions of one visitor only'],
    [['audit', site, '--session', '1'], '<user>:<session>'],
    [['audit', site, '--session', '1:2', '--uid', 'a'], 'either'],
    [['audit', site, '--uid', 'a', '--email', 'b'], 'not both'],
    [['audit', site, '--uid', 'a', '--write', 'x'], 'no use for --write'],
  ])('%j is refused', (argv, words) => {
    expect(() => parseMeasuring(argv)).toThrow(words);
  });
});
