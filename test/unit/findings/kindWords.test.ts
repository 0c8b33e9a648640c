import { describe, expect, test } from 'vitest';
import { en } from '../../../assets/locales/en/index.ts';
import type { Finding } from '../../../core/findings/finding.ts';
import { kindWords } from '../../../core/findings/kindWords.ts';
import { severityOf } from '../../../core/findings/severityOf.ts';
import { builtInDetectorIds, fieldClasses, leakTags, tagsOf } from '../../../core/findings/tagsOf.ts';
import { createTranslator } from '../../../core/messages/translate.ts';

const t = createTranslator(en, 'en');
const kinds = [
  ...builtInDetectorIds.map((detector) => ({ type: 'value', detector })),
  ...fieldClasses.map((name) => ({ type: 'field', class: name })),
] as readonly Finding['kind'][];

describe('every kind of finding', () => {
  test.each(kinds)('%j has words, a severity and known tags', (kind) => {
    expect(kindWords(kind, t)).not.toMatch(/^(?:detector|fieldClass)\./);
    expect(t.has(`severity.${severityOf(kind)}`)).toBe(true);
    for (const tag of tagsOf(kind)) expect(leakTags).toContain(tag);
  });

  test('has words for every tag', () => {
    for (const tag of leakTags) expect(t.has(`tag.${tag}`)).toBe(true);
  });
});

describe('tags', () => {
  test('say of card data that it is card data, and of health that it is special', () => {
    expect(tagsOf({ type: 'value', detector: 'payment-card' })).toEqual(['pci']);
    expect(tagsOf({ type: 'field', class: 'cc-name' })).toEqual(['pci', 'identity']);
    expect(tagsOf({ type: 'value', detector: 'health-id' })).toContain('special-category');
    expect(tagsOf({ type: 'field', class: 'demographic' })).toEqual(['special-category']);
  });

  test('add what the field says in which the value stands', () => {
    expect(tagsOf({ type: 'value', detector: 'email' }, 'username')).toEqual([
      'credential',
      'contact',
      'identity',
    ]);
  });

  test('of an own pattern are those its org gave it', () => {
    expect(tagsOf({ type: 'value', detector: 'custom:policy-id' })).toEqual([]);
    expect(tagsOf({ type: 'value', detector: 'custom:policy-id' }, undefined, ['identity', 'pci'])).toEqual([
      'pci',
      'identity',
    ]);
    expect(kindWords({ type: 'value', detector: 'custom:policy-id' }, t)).toBe(
      'policy id (your own pattern)',
    );
  });
});
