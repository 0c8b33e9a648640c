import { describe, expect, it } from 'vitest';
import { defaultConfidence } from '../../../core/detectors/defaultConfidence.ts';
import { detectAll } from '../../../core/detectors/detectAll.ts';
import type { DetectContext } from '../../../core/detectors/detector.ts';

const names = (text: string, context: DetectContext = {}) =>
  detectAll(text, context)
    .filter(({ detector, confidence }) => detector === 'person-name' && confidence >= defaultConfidence)
    .map(({ start, end }) => text.slice(start, end));

describe('names in a short text', () => {
  it.each([
    ['I spoke with Ingrid Larsen yesterday', 'Ingrid Larsen'],
    ['ich heiße Jürgen Müller und brauche Hilfe', 'Jürgen Müller'],
    ['Bonjour, je m’appelle Amélie Dubois.', 'Amélie Dubois'],
    ['me llamo Lucía Fernández', 'Lucía Fernández'],
    ['Patient: Okonkwo Adaeze', 'Okonkwo Adaeze'],
    ['Dear Ms. Xyrgha, your order', 'Ms. Xyrgha'],
    ['my name is david larsson', 'david larsson'],
  ])('%s', (text, name) => {
    expect(names(text)).toContain(name);
  });

  it.each([
    'San Giovanni is a town',
    'Made in Kenya',
    'Acme Williams Ltd. delivers',
    'The April issue is out',
    'server:443',
  ])('leaves: %s', (text) => {
    expect(names(text)).toEqual([]);
  });
});

describe('names on a page', () => {
  const page = { inPage: true };
  it('are found where something says that they are somebody’s', () => {
    expect(names('Logged in as Ingrid Larsen', page)).toEqual(['Ingrid Larsen']);
    expect(names('Ingrid Larsen', { ...page, hint: 'customer name' })).toEqual(['Ingrid Larsen']);
  });
  it('are not found in articles, menus and bylines', () => {
    expect(names('President Larsen said on Monday that Ingrid Larsen agreed.', page)).toEqual([]);
    expect(names('Ingrid Larsen', page)).toEqual([]);
    expect(names('Ingrid Larsen', { ...page, hint: 'product name' })).toEqual([]);
    expect(names(`${'The report was long and nobody read it. '.repeat(12)}Ingrid Larsen did.`)).toEqual([]);
  });
});
