import { rules } from '@secretlint/secretlint-rule-preset-recommend';
import { describe, expect, it } from 'vitest';
import { detectAll } from '../../../core/detectors/detectAll.ts';
import { runSecretRule } from '../../../core/detectors/runSecretRule.ts';

const githubToken = ['ghp', 'wWPw5k4aXcaT4fNP0UcnZwJUVFk6LO0pINUx'].join('_');

describe('secretlint rules', () => {
  it('find a token although the page asks to be left alone', () => {
    const text = `secretlint-disable\n${githubToken}\nsecretlint-disable-line`;
    expect(detectAll(text, {})).toMatchObject([{ detector: 'api-key', scheme: 'github' }]);
  });
  it('report a database address as credentials', () => {
    expect(detectAll('postgres://app:hunter2@db.example:5432/app', {})).toMatchObject([
      { detector: 'url-credential' },
    ]);
  });
  it('work without waiting: none but the one that reads files is asynchronous', () => {
    const async = rules.filter((rule) => {
      const context = {
        sharedOptions: {},
        createTranslator: () => () => ({}),
        report: () => undefined,
        ignore: () => undefined,
      };
      const source = { content: githubToken, filePath: 'x', ext: '', contentType: 'text' };
      return rule.create(context as never, {}).file?.(source as never) instanceof Promise;
    });
    expect(async.map((rule) => rule.meta.id).filter((id) => !id.endsWith('-gcp'))).toEqual([]);
  });
  it('give offsets into the text', () => {
    const github = rules.find((rule) => rule.meta.id.endsWith('-github'));
    expect(github && runSecretRule(github, {}, `x ${githubToken}`)).toEqual([[2, 42]]);
  });
});
