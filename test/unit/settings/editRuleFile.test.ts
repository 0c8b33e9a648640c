import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Rule, RuleContent } from '../../../core/rules/rule.ts';
import { compareRules } from '../../../core/settings/compareRules.ts';
import { editRuleFile } from '../../../core/settings/editRuleFile.ts';
import type { ProposedChange } from '../../../core/settings/proposal.ts';
import { readRuleFileText } from '../../../core/settings/readRuleFileText.ts';
import { serializeRuleFile } from '../../../core/settings/serializeRuleFile.ts';
import { makeRule } from './makeRule.ts';

const content: RuleContent = {
  name: 'Phone',
  selector: '.phone',
  exceptions: ['.public'],
  action: 'mask',
  consent: false,
  scope: 'all',
  platforms: ['web'],
};
const create: ProposedChange = { changeId: 'new', before: null, after: content };

function rulesOf(text: string): readonly Rule[] {
  return readRuleFileText(text).ruleSet.rules;
}

function update(rule: Rule | undefined, change: Partial<RuleContent>): ProposedChange {
  if (!rule) throw new Error('no such rule');
  return { changeId: rule.id, before: rule, after: { ...rule, ...change } };
}

const byHand = `{
\t"scrim": 1,
\t"rules": [
\t\t{ "source": { "selector": ".a" }, "operation": { "action": "MASK" } },

\t\t{
\t\t\t"operation": {"action":"EXCLUDE"}, "source": {"selector":"#\\u0062"},
\t\t\t"name": "B", "id": "b", "platforms": [ "WEB" ]
\t\t}
\t],
\t"suppressions": []
}
`;

describe('a rule file that is edited', () => {
  it('keeps everything that was not changed, character by character', () => {
    const [first, second] = rulesOf(byHand);
    const { text } = editRuleFile(byHand, [
      update(second, { action: 'mask' }),
      update(first, { consent: true }),
    ]);
    expect(text).toBe(
      byHand
        .replace('{"action":"EXCLUDE"}', '{"action":"MASK"}')
        .replace('{ "action": "MASK" } }', '{ "action": "MASK", "consent": true } }'),
    );
  });

  it('gets new entries in the way the others are written, and keeps line ends and a byte order mark', () => {
    const windows = `\uFEFF${byHand.replaceAll('\n', '\r\n')}`;
    const { text } = editRuleFile(windows, [create]);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(text).toContain('\t\t{\r\n\t\t\t"id": "new",\r\n\t\t\t"name": "Phone",');
    expect(text.startsWith('\uFEFF{\r\n')).toBe(true);
    expect(rulesOf(text).at(-1)).toMatchObject(content);
  });

  it('that is one line stays one line', () => {
    const line = JSON.stringify(JSON.parse(byHand));
    const [first] = rulesOf(line);
    const { text } = editRuleFile(line, [create, update(first, { description: 'why' })]);
    expect(text).toBe(JSON.stringify(JSON.parse(text)));
    expect(rulesOf(text)).toHaveLength(3);
  });

  it('may be a list response or a bare list; the count of a list response goes along', () => {
    const rules = (JSON.parse(byHand) as { rules: unknown[] }).rules;
    const response = JSON.stringify({ results: rules, total_records: '2', next_page_token: '' }, null, 2);
    const added = editRuleFile(response, [create]).text;
    expect(JSON.parse(added)).toMatchObject({ total_records: '3' });
    expect(readRuleFileText(added).ruleSet.gaps).toEqual([]);
    const [first, second] = rulesOf(JSON.stringify(rules));
    const removed = [first, second].map((rule) => ({
      changeId: rule?.id ?? '',
      before: rule ?? null,
      after: null,
    }));
    expect(editRuleFile(JSON.stringify(rules, null, 2), removed).text).toBe('[]');
  });

  it('finds rules without an id by what they say, wherever they are by now', () => {
    const [first] = rulesOf(byHand);
    const moved = byHand.replace(
      '"rules": [',
      '"rules": [\n\t\t{ "source": { "selector": ".0" }, "operation": { "action": "MASK" } },',
    );
    expect(rulesOf(moved)[1]?.id).toBe('2');
    const { text } = editRuleFile(moved, [update(first, { selector: '.a2' })]);
    expect(rulesOf(text).map(({ selector, name }) => [name, selector])).toEqual([
      ['.0', '.0'],
      ['.a', '.a2'],
      ['B', '#b'],
    ]);
  });

  it('is left as it is where it says all of it already', () => {
    const [first, second] = rulesOf(byHand);
    const once = editRuleFile(byHand, [
      create,
      update(second, { name: 'C' }),
      { ...update(first, {}), after: null },
    ]);
    const again = editRuleFile(once.text, [
      create,
      update(second, { name: 'C' }),
      { ...update(first, {}), after: null },
    ]);
    expect(again.text).toBe(once.text);
  });

  it.each([
    ['changed', byHand.replace('#\\u0062', '#c')],
    ['is gone', '{"scrim":1,"rules":[]}'],
  ])('is a conflict when a rule of it %s', (_what, now) => {
    const [, second] = rulesOf(byHand);
    expect(() => editRuleFile(now, [update(second, { action: 'mask' })])).toThrow(
      expect.objectContaining({ code: 'conflict', message: expect.stringContaining('"B"') }),
    );
  });

  it.each(['{', '[1]', '{"scrim":2}', '"x"', '{"rules":[]}', '{"scrim":1,"rules":[{"__proto__":1}]}'])(
    'is refused when it is none: %s',
    (text) => {
      expect(() => editRuleFile(text, [create])).toThrow(expect.objectContaining({ code: 'invalid' }));
    },
  );

  it('says what was asked for and nothing else, whatever the rules and the way they are written', () => {
    const word = fc.string({ minLength: 1, maxLength: 12 }).filter((text) => text.trim() !== '');
    const anyContent = fc.record({
      name: word,
      selector: word,
      exceptions: fc.array(word, { maxLength: 3 }),
      action: fc.constantFrom('exclude', 'mask', 'unmask'),
      consent: fc.boolean(),
      scope: fc.constantFrom('all', 'none', 'preview', 'live'),
      platforms: fc.uniqueArray(fc.constantFrom('web', 'android', 'ios'), { minLength: 1 }),
    }) as fc.Arbitrary<RuleContent>;
    const indents = fc.constantFrom(undefined, 1, 2, 4, '\t');
    fc.assert(
      fc.property(
        fc.array(anyContent, { maxLength: 5 }),
        fc.array(fc.option(anyContent), { maxLength: 7 }),
        indents,
        (now, next, indent) => {
          const rules = now.map((one, at) => makeRule({ ...one, id: `r${at}` }));
          const file = serializeRuleFile({ rules, groups: [], gaps: [] });
          const changes = next.map(
            (after, at): ProposedChange => ({ changeId: `r${at}`, before: rules[at] ?? null, after }),
          );
          const { text } = editRuleFile(JSON.stringify(file, null, indent), changes);
          const wanted = [
            ...rules.map((rule, at) => (at < next.length ? next[at] : rule)),
            ...next.slice(rules.length),
          ].filter((one) => one !== null && one !== undefined);
          const read = rulesOf(text);
          for (const one of wanted)
            expect(read.some((rule) => compareRules(rule, one).length === 0)).toBe(true);
          for (const rule of read)
            expect(wanted.some((one) => compareRules(rule, one).length === 0)).toBe(true);
        },
      ),
    );
  });
});
