import { describe, expect, it } from 'vitest';
import { looksGenerated } from '../../../core/selectors/looksGenerated.ts';
import { authoredNames } from '../../bench/selectors/authoredNames.ts';
import { namesOfTools } from '../../bench/selectors/namesOfTools.ts';

/** Of the names that a tool makes at random, this many may look like words by chance; of the others one in fifty. */
const fewestFound = 0.9;
const mostAlarms = 0.02;

describe('looksGenerated, held against whole lists', () => {
  it.each([...namesOfTools(300)])('finds what %s makes', (_, names) => {
    const missed = names.filter((name) => !looksGenerated(name));
    expect(names.length).toBeGreaterThan(20);
    expect(missed.length / names.length, missed.join(' ')).toBeLessThanOrEqual(1 - fewestFound);
  });

  it.each(Object.entries(authoredNames))('leaves the names of %s alone', (_, list) => {
    const names = list.split(/\s+/);
    const alarms = names.filter(looksGenerated);
    expect(names.length).toBeGreaterThan(80);
    expect(alarms.length / names.length, alarms.join(' ')).toBeLessThanOrEqual(mostAlarms);
  });
});
