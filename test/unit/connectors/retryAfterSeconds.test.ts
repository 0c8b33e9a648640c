import { describe, expect, it } from 'vitest';
import { retryAfterSeconds } from '../../../connectors/http/retryAfterSeconds.ts';

const now = () => Date.parse('2026-11-01T10:00:00Z');
const of = (headers: Record<string, string>) => retryAfterSeconds(new Headers(headers), now);

describe('Retry-After', () => {
  it.each([
    ['in seconds', { 'retry-after': ' 120 ' }, 120],
    ['as a date', { 'retry-after': 'Sun, 01 Nov 2026 10:02:00 GMT' }, 120],
    [
      'as a date by the server’s clock, which is an hour ahead of ours',
      { 'retry-after': 'Sun, 01 Nov 2026 11:02:00 GMT', date: 'Sun, 01 Nov 2026 11:00:00 GMT' },
      120,
    ],
    ['as a date that is over', { 'retry-after': 'Sun, 01 Nov 2026 09:00:00 GMT' }, 0],
    ['not at all', {}, undefined],
    ['in words', { 'retry-after': 'soon' }, undefined],
    ['as more than anybody waits', { 'retry-after': '99999999999' }, undefined],
    ['below nothing', { 'retry-after': '-5' }, undefined],
    ['as a day that does not exist', { 'retry-after': 'Sun, 99 Nov 2026 10:00:00 GMT' }, undefined],
  ])('%s', (_name, headers, seconds) => {
    expect(of(headers)).toBe(seconds);
  });
});
