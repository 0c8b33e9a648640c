import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { detectors } from '../../../core/detectors/registry.ts';
import { sensitiveFieldClasses } from '../../../core/fields/sensitiveFieldClasses.ts';

const words = JSON.parse(
  readFileSync(new URL('../../../assets/locales/en/findings.json', import.meta.url), 'utf8'),
) as Record<string, unknown>;

it('has words for every detector and every sensitive kind of field', () => {
  const keys = [
    ...detectors.map(({ id }) => `detector.${id}`),
    ...[...sensitiveFieldClasses].map((name) => `fieldClass.${name}`),
  ];
  expect(keys.filter((key) => typeof words[key] !== 'string')).toEqual([]);
});
