import { describe, expect, test } from 'vitest';
import type { DetectorId } from '../../../core/findings/finding.ts';
import { valueKey } from '../../../core/findings/valueKey.ts';

describe('one value', () => {
  test.each<[DetectorId, string, string]>([
    ['email', 'Jane@Example.com', 'jane@example.com'],
    ['phone', '+1 (415) 555-0123', '4155550123'],
    ['payment-card', '4111 1111 1111 1111', '4111\u00a011111111\u200b1111'],
    ['national-id', '12.345.678-K', '12345678k'],
    ['tax-id', 'DE 136 695 976', 'de136695976'],
    ['mac-address', '00:00:5E:00:53:AF', '00-00-5e-00-53-af'],
    ['ip-address', '2001:DB8::1', '2001:db8::1'],
    ['person-name', 'Jane  ROE', 'jane roe'],
  ])('of %s is the same in another spelling', (detector, one, other) => {
    expect(valueKey(detector, one)).toBe(valueKey(detector, other));
  });

  test.each<[DetectorId, string, string]>([
    ['ip-address', '203.0.113.77', '203.01.13.77'],
    ['password', 'Geheim1!', 'geheim1!'],
    ['custom:policy', 'P-123', 'P123'],
  ])('of %s is another where its characters are', (detector, one, other) => {
    expect(valueKey(detector, one)).not.toBe(valueKey(detector, other));
  });
});
