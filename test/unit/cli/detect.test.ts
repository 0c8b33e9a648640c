import { describe, expect, test } from 'vitest';
import type { CommandContext } from '../../../cli/commandContext.ts';
import { detect } from '../../../cli/commands/detect.ts';
import { UsageError } from '../../../cli/usageError.ts';

function contextOf(lines: readonly string[]) {
  const written: string[] = [];
  const context = {
    write: (text: string) => void written.push(text),
    lines: async function* () {
      yield* lines;
    },
  } as unknown as CommandContext;
  return { context, written };
}

describe('scrim detect', () => {
  test('answers every line in its order, with offsets in UTF-16 units', async () => {
    const { context, written } = contextOf([
      JSON.stringify({ id: 'a', text: '😀 jane@example.com' }),
      '',
      JSON.stringify({ id: 2, text: 'nothing here', lang: 'en', region: null }),
    ]);
    expect(await detect(context)).toBe(0);
    expect(written.map((line) => JSON.parse(line))).toMatchObject([
      { id: 'a', findings: [{ detector: 'email', start: 3, end: 19 }] },
      { id: 2, findings: [] },
    ]);
  });

  test('reads national formats of the region, or else of the language', async () => {
    const text = 'Ruf an: 030 901820';
    const { context, written } = contextOf([
      JSON.stringify({ id: 1, text: '030 / 90182-0', region: 'de' }),
      JSON.stringify({ id: 2, text, lang: 'de-AT' }),
      JSON.stringify({ id: 3, text: 'nobody@example.com', lang: 'xx' }),
    ]);
    await detect(context);
    expect(written[0]).toContain('"scheme":"de"');
    expect(written[1]).toContain('"detector":"phone"');
    expect(written[2]).toContain('"email"');
  });

  test.each([
    [
      'no JSON, and is not repeated',
      '{"id":1,"text":"jane@example.com"',
      'line 2 of standard input is not JSON',
    ],
    ['a list', '[]', 'is no JSON object'],
    ['null', 'null', 'is no JSON object'],
    ['no id', '{"text":"x"}', 'has no "id"'],
    ['no text', '{"id":"\\u001b[2J"}', '(id \\u{1b}[2J) has no "text"'],
    ['a region of another type', '{"id":1,"text":"x","region":5}', 'has a "region" that is no string'],
  ])('stops at a line that is %s', async (_what, line, message) => {
    const { context, written } = contextOf(['{"id":1,"text":"x"}', line]);
    await expect(detect(context)).rejects.toThrow(message);
    await expect(detect(contextOf([line]).context)).rejects.toBeInstanceOf(UsageError);
    await expect(detect(contextOf([line]).context)).rejects.not.toThrow('jane@');
    expect(written).toHaveLength(1);
  });
});
