import { expect, it } from 'vitest';
import { createTranslator } from '../../../core/messages/translate.ts';

const catalog = {
  plain: 'Nothing to see',
  named: '{who} changed {what}',
  leaks: { one: '1 thing', other: '{count} things' },
  polish: { one: '{count} plik', few: '{count} pliki', many: '{count} plików', other: '{count} pliku' },
};

it('fills placeholders, and leaves one that has no value as it is', () => {
  const t = createTranslator(catalog, 'en');
  expect(t('named', { who: 'Kim' })).toBe('Kim changed {what}');
});

it('does not take a placeholder from the prototype', () => {
  const t = createTranslator({ odd: '{constructor}' }, 'en');
  expect(t('odd')).toBe('{constructor}');
});

it('chooses the plural form of the language', () => {
  const en = createTranslator(catalog, 'en');
  expect([en('leaks', { count: 1 }), en('leaks', { count: 0 })]).toEqual(['1 thing', '0 things']);
  const pl = createTranslator(catalog, 'pl');
  expect([1, 3, 5].map((count) => pl('polish', { count }))).toEqual(['1 plik', '3 pliki', '5 plików']);
});

it('writes numbers as the language does', () => {
  expect(createTranslator(catalog, 'en')('leaks', { count: 45000 })).toBe('45,000 things');
  expect(createTranslator(catalog, 'de')('leaks', { count: 45000 })).toBe('45.000 things');
});

it('gives back a key it does not know, and says so when asked', () => {
  const t = createTranslator(catalog, 'en');
  expect([t('missing.key'), t.has('missing.key'), t.has('plain')]).toEqual(['missing.key', false, true]);
});
