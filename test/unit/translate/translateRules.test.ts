import { describe, expect, it } from 'vitest';
import type { Rule } from '../../../core/rules/rule.ts';
import { savedSyntaxError } from '../../../core/saved/savedSelector.ts';
import { quoted } from '../../../core/translate/codeText.ts';
import { targetWriters } from '../../../core/translate/registry.ts';
import { type Translation, translateRules } from '../../../core/translate/translateRules.ts';

function rule(over: Partial<Rule>): Rule {
  return {
    id: 'r1',
    name: 'Rule one',
    selector: '.a',
    exceptions: [],
    action: 'mask',
    consent: false,
    scope: 'all',
    platforms: ['web'],
    groupId: '0',
    editable: 'any',
    ...over,
  };
}

function translated(from: string, to: string, options: unknown, rules: readonly Rule[] = []): Translation {
  return translateRules({
    from,
    to,
    options,
    ruleSet: { rules, groups: [], gaps: [] },
    syntax: savedSyntaxError,
  });
}

const reasons = ({ notes }: Translation, id: string) =>
  notes.filter((note) => note.rule === id).map(({ kind, why }) => `${kind}: ${why}`);

describe('a translation', () => {
  it('masks the fields of the page where a text mask would leave them', () => {
    const result = translated('fullstory', 'rrweb', {}, [rule({ exceptions: ['.b'] })]);
    expect(result.options).toMatchObject({
      maskTextSelector: ':is(.a):not(.b)',
      maskInputOptions: { input: true, textarea: true, select: true },
    });
    expect(reasons(result, 'r1')).toEqual(['approximate: fields-everywhere']);
  });

  it.each(targetWriters.map(({ id }) => id))('says something about every rule, to %s', (to) => {
    const rules = [
      rule({ id: 'a' }),
      rule({ id: 'b', action: 'unmask', selector: '.b' }),
      rule({ id: 'c', action: 'exclude', selector: '.c', consent: true }),
      rule({ id: 'd', scope: 'preview' }),
      rule({ id: 'e', selector: '[' }),
      rule({ id: 'f', action: 'unspecified' }),
    ];
    const { notes } = translated('fullstory', to, {}, rules);
    expect(rules.filter(({ id }) => !notes.some((note) => note.rule === id))).toEqual([]);
  });

  it.each([
    ['rrweb', 'unmask', 'refused: no-unmask'],
    ['posthog', 'unmask', 'refused: no-unmask'],
    ['clarity', 'exclude', 'refused: no-exclude'],
    ['openreplay', 'unmask', 'refused: no-unmask'],
  ] as const)('refuses by name what %s cannot say: %s', (to, action, reason) => {
    expect(reasons(translated('fullstory', to, {}, [rule({ action })]), 'r1')).toContain(reason);
  });

  it.each([
    ['.a', '.a'],
    ['div .b iframe', 'div .b iframe'],
    [':is(.a, div):not(.c)', ':is(.a, div):not(.c)'],
    ['.b:has(.c)', '.b'],
    [':where(.b:has(.c))', '*'],
  ])('blocks for PostHog what holds a frame that %s blocks', (selector, frames) => {
    const result = translated('rrweb', 'posthog', { blockSelector: selector });
    expect(result.options).toMatchObject({
      session_recording: {
        blockSelector: `.rr-block, ${selector}, :has(> :is(iframe, frame, object):is(.rr-block, ${frames}))`,
      },
    });
    expect(reasons(result, 'blockSelector')).toEqual(['approximate: frames-held']);
    expect(reasons(result, 'part:frames')).toEqual(['refused: frames-in-roots']);
  });

  it.each(['div.a', 'iframe .a > p, input', ':is(p, .a section)'])(
    'says nothing about frames of a rule that matches none: %s',
    (selector) => {
      const result = translated('rrweb', 'posthog', { blockSelector: selector });
      expect(reasons(result, 'blockSelector')).toEqual(['exact: exact']);
    },
  );

  it('leaves the blocked frames of PostHog to PostHog as they are', () => {
    const same = translated('posthog', 'posthog', { session_recording: { blockSelector: 'iframe' } });
    expect(JSON.stringify(same.options)).not.toContain(':has');
    expect(reasons(same, 'part:frames')).toEqual([]);
    const other = translated('posthog', 'rrweb', { session_recording: { blockSelector: 'iframe' } });
    expect(reasons(other, 'part:frames')).toEqual(['approximate: frames-hidden']);
  });

  it('leaves nothing of a selector that is not closed: it would take the rest of a list along', () => {
    for (const selector of ['.a /*', '[x="', ':is(.b', '.a\\']) {
      const result = translated('sentry', 'rrweb', { mask: [selector, '.safe'], maskAllText: false });
      expect(result.options).toMatchObject({ maskTextSelector: expect.stringContaining('.safe') as string });
      expect(JSON.stringify(result.options)).not.toContain(JSON.stringify(selector).slice(1, -1));
      expect(reasons(result, 'mask[0]')).toEqual(['refused: invalid']);
    }
  });

  it('keeps a password masked that an unmask of Sentry would show', () => {
    const { options } = translated('datadog', 'sentry', {});
    expect(options).toMatchObject({
      mask: expect.arrayContaining([expect.stringContaining('password')]) as unknown,
    });
  });

  it('carries the very rules from one FullStory org to another', () => {
    const rules = [rule({ consent: true, scope: 'preview' })];
    const { ruleSet, notes } = translated('fullstory', 'fullstory', {}, rules);
    expect(ruleSet?.rules).toEqual(rules);
    expect(notes.map(({ kind }) => kind)).toEqual(['exact']);
  });
});

describe('the code of a translation', () => {
  const hostile = [
    '[data-x="</script><script>alert(1)</script>"]',
    `[data-x="\`$\{alert(1)}\`"]`,
    '[data-x="*/ alert(1) //"]',
    '[data-x="a\\a b"]',
    '[data-x="\u2028alert(1)"]',
    '[data-x="\u202e<!--"]',
    '[data-x="!"]',
  ];

  it.each(targetWriters.map(({ id }) => id))('stays one piece whatever a selector holds, for %s', (to) => {
    for (const selector of hostile) {
      const { code, notes, language } = translated('fullstory', to, {}, [rule({ selector })]);
      expect(code).not.toMatch(/<\/|<!--|`|\$\{|[\u2028\u202e]/);
      expect(reasons({ notes } as Translation, 'r1')).not.toContain('refused: invalid');
      const lines = code.split('\n').filter((line) => !line.startsWith('//'));
      if (language === 'json') expect(() => JSON.parse(code)).not.toThrow();
      // Outside of strings no word of it is left.
      else expect(lines.join('\n').replace(/"(?:[^"\\]|\\.)*"/g, '')).not.toContain('alert');
    }
  });

  it('takes no other rule along: an argument that stays open is refused by name', () => {
    for (const { id } of targetWriters) {
      if (id === 'fullstory') continue;
      const rules = ['p:nth-child(2n /* )', 'p:lang(")', '.card'].map((selector, at) =>
        rule({ id: `r${at}`, name: `r${at}`, selector }),
      );
      const result = translated('fullstory', id, {}, rules);
      expect(reasons(result, 'r0')).toContain('refused: invalid');
      expect(reasons(result, 'r1')).toContain('refused: invalid');
      const lines = result.code.split('\n').filter((line) => !line.startsWith('//'));
      expect(lines.join('\n')).not.toMatch(/2n \/\*|lang\(\\?"\)/);
    }
  });

  it('reads as the same string wherever it is pasted', () => {
    for (const selector of [...hostile, 'line\nbreak', '\u0000\u007f\u{e0041}'])
      expect(JSON.parse(quoted(selector))).toBe(selector);
  });

  it('keeps an exclamation mark from turning a Clarity selector into an override', () => {
    const { options } = translated('clarity', 'clarity', { mask: ['[x="a!"]'] });
    expect(options.mask).toContain('[x="a\\21 "]');
  });
});
