import { describe, expect, test } from 'vitest';
import { parseCommand } from '../../../cli/parseCommand.ts';
import { UsageError } from '../../../cli/usageError.ts';

describe('parseCommand', () => {
  test('reads a capture with its options', () => {
    expect(
      parseCommand(['capture', 'a.html', '--profile', 'fullstory', '--options', '{}', '--json']),
    ).toMatchObject({
      name: 'capture',
      target: 'a.html',
      profile: 'fullstory',
      options: '{}',
      json: true,
      browser: true,
    });
  });

  test('reads a check of several pages', () => {
    expect(parseCommand(['check', 'a.html', 'https://b.example', '--max-leaks', '2'])).toMatchObject({
      name: 'check',
      targets: ['a.html', 'https://b.example'],
      maxLeaks: 2,
    });
  });

  test.each([
    ['--shrad', 'there is no flag --shrad; did you mean --shard?'],
    ['--workes', 'there is no flag --workes; did you mean --workers?'],
    ['--nothing-like-it', 'there is no flag --nothing-like-it'],
    ['-x', 'there is no flag -x'],
  ])('names what was probably meant by %s', (given, said) => {
    expect(() => parseCommand(['check', 'a.html', given])).toThrow(new UsageError(said));
  });

  test('reads a translation', () => {
    expect(parseCommand(['translate', '--from', 'sentry', '--to', 'rrweb', '--options', '{}'])).toEqual({
      name: 'translate',
      from: 'sentry',
      to: 'rrweb',
      options: '{}',
      rules: undefined,
      json: false,
    });
  });

  test.each([
    [['translate', '--from', 'sentry']],
    [['translate', '--to', 'sentry']],
    [['translate', 'a.html', '--from', 'sentry', '--to', 'rrweb']],
    [['capture']],
    [['capture', 'a', 'b']],
    [['chek', 'a']],
    [['check', 'a', '--jsn']],
    [['check', 'a', '--wait', '-1']],
    [['check', 'a', '--timeout', 'soon']],
    [['capture', '--rules']],
  ])('%j is refused', (argv) => {
    expect(() => parseCommand(argv)).toThrow(UsageError);
  });

  test('no command prints the help', () => {
    expect(parseCommand([])).toEqual({ name: 'help' });
  });
});

describe('fields and detect', () => {
  test('fields takes pages and a key', () => {
    expect(parseCommand(['fields', 'a.html', 'b.html', '--json', '--key', 'data-test'])).toMatchObject({
      name: 'fields',
      targets: ['a.html', 'b.html'],
      json: true,
      fieldKey: 'data-test',
    });
    expect(parseCommand(['detect'])).toEqual({ name: 'detect' });
  });

  test.each([[['fields']], [['fields', 'a.html', '--key', 'a b']], [['detect', 'a.txt']]])(
    '%j is refused',
    (argv) => {
      expect(() => parseCommand(argv)).toThrow(UsageError);
    },
  );
});
