import { describe, expect, test } from 'vitest';
import { auditEvents } from '../../../core/audit/auditEvents.ts';
import { plainPage } from '../../../core/audit/plainPage.ts';
import { ruleSelector } from '../../../core/audit/ruleSelector.ts';
import { createTextScanner } from '../../../core/findings/createTextScanner.ts';
import { readSessionEvents } from '../../../core/settings/fullstorySessionWire.ts';

const email = 'jane.roe@example.org';
const url = (full: string) => ({
  url: { full_url: full, host: 'shop.example', path: new URL(full).pathname },
});

const event = (type: string, properties: object, full = 'https://shop.example/pay') => ({
  device_id: '4111111111111111',
  session_id: '5916567459329906423',
  event_time: '2024-04-03T17:06:12.290Z',
  event_type: type,
  event_properties: properties,
  source_type: 'web',
  source_properties: url(full),
});

const audit = (...events: object[]) => auditEvents(readSessionEvents({ events }).events, createTextScanner());

const mendsOf = (...events: object[]) => audit(...events).flatMap(({ mends }) => mends);

describe('what a vendor holds', () => {
  test('each value is one finding, redacted, with every place', () => {
    const target = { text: `Write to ${email}`, raw_selector: 'main > div.contact-line > span' };
    const found = audit(event('click', { target }), event('copy', { target }));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ detector: 'email', severity: 'high', count: 2 });
    expect(found[0]?.places.map(({ at }) => at)).toEqual([
      'click event_properties.target.text',
      'copy event_properties.target.text',
    ]);
    expect(JSON.stringify(found)).not.toContain('jane');
  });

  test('ids and times of the event itself are no findings', () => {
    expect(audit(event('click', { target: { text: 'Pay now' } }))).toEqual([]);
  });
});

describe('what would have kept it out', () => {
  test.each([
    ['main > section.contact-card > p', 'section.contact-card p'],
    ['form#checkout-form > input[name="email"]', 'input[name="email"]'],
    ['div > span.customer-email.mt-4', 'span.customer-email'],
  ])('an element rule, made of the selector %s', (raw, selector) => {
    const target = { text: email, raw_selector: raw };
    expect(mendsOf(event('click', { target }))).toEqual([
      { kind: 'rule', selector, page: 'https://shop.example/pay' },
    ]);
  });

  test.each([
    'div > span',
    '#jane-roe > span',
    'span.jane-roe',
    'div[title="jane.roe@example.org"] > span',
    'span.css-1x2y3z4',
    '',
  ])("no rule of names that may be somebody's: %s", (raw) => {
    const mends = mendsOf(event('click', { target: { text: email, raw_selector: raw } }));
    expect(mends).toEqual([{ kind: 'element', page: 'https://shop.example/pay' }]);
    expect(JSON.stringify(mends)).not.toMatch(/jane|roe/);
  });

  test('a word of the content never stands in a selector', () => {
    expect(ruleSelector('div.acme', (word) => word === 'acme')).toBeUndefined();
  });

  test('a parameter of the address', () => {
    expect(
      mendsOf(event('navigate', {}, `https://shop.example/pay?mail=${encodeURIComponent(email)}`)),
    ).toEqual([{ kind: 'url-param', part: 'query', param: 'mail' }]);
    expect(mendsOf(event('navigate', {}, `https://shop.example/pay#to=${email}`))).toEqual([
      { kind: 'url-param', part: 'hash', param: 'to' },
    ]);
    expect(mendsOf(event('navigate', {}, `https://shop.example/user/${email}`))).toContainEqual({
      kind: 'url-part',
      part: 'path',
    });
  });

  test.each([
    ['console_message', { message: email }, 'console'],
    ['request', { request_url: { full_url: `https://api.example/?q=${email}` } }, 'network'],
    ['identify', { user_email: email }, 'identity'],
    ['custom', { event_name: 'order', note: email }, 'said'],
  ])('%s: no element rule', (type, properties, kind) => {
    expect(mendsOf(event(type, properties))).toEqual([{ kind }]);
  });
});

describe('the page of a finding', () => {
  test.each([
    ['https://shop.example/orders/12/view?mail=a@b.example#x', 'https://shop.example/orders/12/view'],
    ['https://shop.example/user/Jane-Roe/edit', 'https://shop.example/user/*/edit'],
    ['https://shop.example/o/4111111111111111', 'https://shop.example/o/*'],
    ['about:blank', ''],
    ['not an address', ''],
  ])('%s', (address, page) => {
    expect(plainPage(address)).toBe(page);
  });
});
