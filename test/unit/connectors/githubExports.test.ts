import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { en } from '../../../assets/locales/en/index.ts';
import { createTranslator } from '../../../core/messages/translate.ts';
import type { RuleSet } from '../../../core/rules/rule.ts';
import { configurationFile } from '../../../core/translate/configurationFile.ts';
import { draftOf, newRule, ruleFile, rulePath, startGithubWorld } from './githubWorld.ts';

const t = createTranslator(en, 'en');
const create = { changeId: 'draft-1', before: null, after: newRule };
const exportTo = (...paths: readonly string[]) => ({
  write: (rules: RuleSet) => paths.map((path) => configurationFile(rules, { recorder: 'rrweb', path }, t)),
});

describe('recorder configuration that goes with a proposal', () => {
  it('is written in the same commit, from the rules as they will be, and what it lacks is in the description', async () => {
    const { source, fake } = await startGithubWorld();
    const exports = exportTo('src/masking.js', 'src/masking.json');
    const key = randomUUID();
    await source({ exports }).proposals.submit(draftOf(key, create));
    const branch = `scrim/masking-rules-${key}`;
    expect(fake.git.changed('main', branch).toSorted()).toEqual([
      rulePath,
      'src/masking.js',
      'src/masking.json',
    ]);
    expect(fake.file('src/masking.json', branch)).toContain('.phone');
    expect(fake.file('src/masking.js', branch)).toContain('.customer-name');
    expect(fake.pulls[0]?.body).toContain('### `src/masking.js`: configuration for rrweb');
    fake.merge(1);
    const again = randomUUID();
    const hint = {
      ...create,
      changeId: 'draft-2',
      after: { ...newRule, name: 'Fax', scope: 'none' as const },
    };
    await source({ exports }).proposals.submit(draftOf(again, hint));
    // A rule that is not in force changes no configuration, so only the rule file goes along.
    expect(fake.git.changed('main', `scrim/masking-rules-${again}`)).toEqual([rulePath]);
  });

  it('is written over by nobody’s mistake: a file of somebody else, the rule file and odd paths are refused', async () => {
    const { source, fake } = await startGithubWorld({ [rulePath]: ruleFile, 'src/app.js': 'main()' });
    for (const paths of [
      ['src/app.js'],
      [rulePath],
      ['a.js', 'a.js'],
      ['../a.js'],
      ['.github/workflows/a.js'],
    ]) {
      await expect(
        source({ exports: exportTo(...paths) }).proposals.submit(draftOf(randomUUID(), create)),
      ).rejects.toMatchObject({ code: 'invalid' });
    }
    expect(fake.git.branches()).toEqual(['main']);
  });
});
