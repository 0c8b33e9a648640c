import { describe, expect, it } from 'vitest';
import { senderOf } from '../../../core/wire/senderOf.ts';

const own = 'https://api.shop.example/collect';
const rrweb = '[{"type":2,"data":{"node":{"type":0,"childNodes":[]}},"timestamp":1764149381700}]';

function sender(address: string, text = '', scripts: readonly string[] = [], played = 'fullstory') {
  const pieces = [{ text, encodings: [], isListed: false }];
  return senderOf({ address, scripts }, { pieces }, played);
}

describe('whose message it is', () => {
  it.each([
    ['its receiver', 'https://rs.eu1.fullstory.com/rec/bundle/v2', '', 'fullstory'],
    ['its path, where a site routes it', 'https://shop.example/fs/rec/bundle?x=1', '', 'fullstory'],
    [
      'an envelope behind a tunnel',
      own,
      '{"sent_at":"x","sdk":{"name":"sentry.javascript.browser"}}',
      'sentry',
    ],
    ['a snapshot of PostHog', own, '{"event":"$snapshot","properties":{"$snapshot_data":[]}}', 'posthog'],
    ['a segment of Datadog', own, '{"creation_reason":"init","records_count":3}', 'datadog'],
    ['a payload of Clarity', own, '{"e":["0.8.70",1,2,3],"a":[]}', 'clarity'],
    ['batches of OpenReplay', 'https://shop.example/ingest/v1/web/i', '', 'openreplay'],
    ['events of rrweb alone', own, rrweb, 'rrweb'],
    ['nothing', own, '{"cart":1}', undefined],
    ['a host that only looks like one', 'https://notsentry.io/x', '', undefined],
  ])('is told by %s', (_by, address, text, expected) => {
    expect(sender(address, text)).toBe(expected);
  });

  it('is told by where its scripts come from', () => {
    expect(sender(own, '', ['https://shop.example/app.js', 'https://static.hotjar.com/c.js'])).toBe('hotjar');
  });

  it('is the recorder that is played where it sends rrweb events without a mark', () => {
    expect(sender(own, rrweb, [], 'mixpanel')).toBe('mixpanel');
    expect(sender(own, rrweb, [], 'fullstory')).toBe('rrweb');
  });

  it('is told by what a payload says before it is told by its address', () => {
    expect(sender('https://o1.ingest.sentry.io/api/1/envelope/', '{"$snapshot_data":[]}')).toBe('posthog');
  });
});
