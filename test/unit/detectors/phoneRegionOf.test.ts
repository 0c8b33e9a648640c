import { describe, expect, it } from 'vitest';
import { detectAll } from '../../../core/detectors/detectAll.ts';
import { phoneRegionOf } from '../../../core/detectors/phoneRegionOf.ts';

describe('phoneRegionOf', () => {
  it.each([
    ['en', 'shop.example.co.uk', 'GB'],
    ['de-AT', 'example.com', 'AT'],
    ['de', 'example.com', 'DE'],
    ['pt-BR', 'example.io', 'BR'],
    ['', 'example.com', undefined],
    ['zh-Hans-CN', '', 'CN'],
  ])('reads %s on %s as %s', (lang, host, region) => {
    expect(phoneRegionOf(lang, host)).toBe(region);
  });
});

describe('phone numbers and the page they are on', () => {
  const found = (text: string, region?: string) =>
    detectAll(text, { inPage: true, ...(region ? { region } : {}) }).some(
      ({ detector, confidence }) => detector === 'phone' && confidence >= 0.5,
    );

  it('reads a national number of the page', () => {
    expect(found('06 12 34 56 78', 'FR')).toBe(true);
  });
  it('does not read it as a number of another country', () => {
    expect(found('20 12 34 56 78', 'US')).toBe(false);
  });
  it('reads an international number on any page', () => {
    expect(found('+33 6 12 34 56 78')).toBe(true);
  });
  it('takes a bare number in a data attribute for an id, and in a phone attribute for a phone number', () => {
    expect(
      detectAll('4155552671', { region: 'US', machine: true }).filter((one) => one.confidence >= 0.5),
    ).toEqual([]);
    expect(found('4155552671', 'US')).toBe(false);
    expect(detectAll('4155552671', { region: 'US', machine: true, hint: 'data phone' })[0]?.detector).toBe(
      'phone',
    );
  });
});
