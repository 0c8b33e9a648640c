import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createCustomDetectors } from '../../../core/leakSettings/createCustomDetectors.ts';
import { readLeakSettings } from '../../../core/leakSettings/readLeakSettings.ts';
import { parseRuleFile } from '../../../core/settings/parseRuleFile.ts';

test('the rule files of docs/leaks.md are taken as they stand there', () => {
  const text = readFileSync(new URL('../../../docs/leaks.md', import.meta.url), 'utf8');
  const files = [...text.matchAll(/```json\n([^`]+)```/g)].map(([, json = '']) => JSON.parse(json) as object);
  expect(files).toHaveLength(2);
  for (const file of files) {
    parseRuleFile(file);
    const settings = readLeakSettings(file, '2026-11-25');
    expect(settings.problems).toEqual([]);
    expect(createCustomDetectors(settings).problems).toEqual([]);
  }
});
