import { describe, expect, it } from 'vitest';
import { defaultConfidence } from '../../../core/detectors/defaultConfidence.ts';
import { detectAll } from '../../../core/detectors/detectAll.ts';
import type { DetectContext } from '../../../core/detectors/detector.ts';

const addresses = (text: string, context: DetectContext = {}) =>
  detectAll(text, context)
    .filter(({ detector, confidence }) => detector === 'postal-address' && confidence >= defaultConfidence)
    .map(({ start, end }) => text.slice(start, end));

describe('an address', () => {
  it.each([
    ['350 Fifth Avenue, New York, NY 10118'],
    ['221b Baker Street, London'],
    ['Lindenstraße 12, 10115 Berlin'],
    ['12 rue de la Paix, 75002 Paris'],
    ['Calle Mayor 5, 28013 Madrid'],
    ['Via Roma 1, 00100 Roma'],
    ['Kungsgatan 12, 111 35 Stockholm'],
    ['Keizersgracht 123, Amsterdam'],
    ['ul. Marszałkowska 10, 00-590 Warszawa'],
    ['Váci utca 12, Budapest'],
    ['Rua Augusta 1500, São Paulo'],
    ['Mannerheimintie 12, Helsinki'],
    ['Vesterbrogade 3, København'],
    ['P.O. Box 1234, Springfield'],
    ['Flat 4, 10 High Street'],
  ])('%s is found in a short text', (text) => {
    expect(addresses(`ship it to ${text}`)).not.toEqual([]);
  });

  it('on a page needs two of its parts, or a word that says what it is', () => {
    const page = { inPage: true };
    expect(addresses('She walked down 10 Downing Street.', page)).toEqual([]);
    expect(addresses('350 Fifth Avenue, New York, NY 10118', page)).toHaveLength(1);
    expect(addresses('10 Downing Street', { ...page, hint: 'billing address' })).toHaveLength(1);
  });

  it('goes over lines', () => {
    const text = 'Deliver to\n350 Fifth Avenue\nSuite 400\nNew York 10118\nplease';
    expect(addresses(text)).toEqual(['350 Fifth Avenue\nSuite 400\nNew York 10118']);
  });
});
