import { describe, expect, it } from 'vitest';
import { compareInForce } from '../../../core/settings/compareInForce.ts';
import { asksForRecorderRules, parseRecorderRules } from '../../../core/settings/recorderRules.ts';
import { makeRule, makeRuleSet } from './makeRule.ts';

describe('the rules that the recorder was given', () => {
  it.each([
    ['https://rs.fullstory.com/rec/page', true],
    ['https://edge.fullstory.com/s/settings/o-ACME-na1/v1/web', true],
    ['https://relay.shop.example/rec/page?x=1', true],
    ['https://rs.fullstory.com/rec/bundle/v2', false],
    ['https://shop.example/rec/pages', false],
    [`https://shop.example/s/settings/${'a'.repeat(10_000)}/v1/web`, false],
  ])('are asked for at %s: %s', (address, expected) => {
    expect(asksForRecorderRules(address)).toBe(expected);
  });

  it('are selectors and actions, and nothing else of the answer', () => {
    const answer = {
      UserIntId: '999',
      ElementBlocks: [
        { Selector: '.a', Type: 2, Name: 'secret' },
        { Selector: '.b', Type: 'BLOCK_EXCLUDE' },
        { Selector: '.c', Type: 9 },
      ],
    };
    expect(parseRecorderRules(answer)).toEqual([
      { selector: '.a', action: 'mask' },
      { selector: '.b', action: 'exclude' },
      { selector: '.c' },
    ]);
    expect(parseRecorderRules({ Blocks: [] })).toEqual([]);
  });

  it.each([
    [null],
    ['text'],
    [{}],
    [{ ElementBlocks: {} }],
    [{ ElementBlocks: [{ Selector: 5 }] }],
    [{ ElementBlocks: ['.a'] }],
    [JSON.parse('{"__proto__": {"ElementBlocks": []}}')],
    [{ ElementBlocks: new Array(10_001).fill({ Selector: '.a' }) }],
  ])('are not told by an answer of another shape', (answer) => {
    expect(parseRecorderRules(answer)).toBeUndefined();
  });
});

describe('rules in force against the list', () => {
  const rule = (name: string, part: object = {}) =>
    makeRule({ id: name, name, selector: `.${name}`, ...part });

  it('tells what did not arrive, what is still there, and what arrived as something else', () => {
    const listed = makeRuleSet([
      rule('same'),
      rule('late'),
      rule('weaker'),
      rule('excepted', { exceptions: ['.x'] }),
      rule('preview', { scope: 'preview' }),
      rule('off', { scope: 'none' }),
      rule('app', { platforms: ['ios'] }),
      rule('builtIn', { groupId: '7' }),
    ]);
    const given = [
      { selector: ' .same ', action: 'mask' },
      { selector: '.weaker', action: 'unmask' },
      { selector: '.deleted', action: 'mask' },
    ] as const;
    expect(compareInForce(given, listed)).toEqual({
      notGiven: ['late'],
      untold: ['excepted'],
      notListed: ['.deleted'],
      otherAction: ['weaker'],
    });
  });

  it('does not call another what it cannot read', () => {
    const listed = makeRuleSet([rule('same')]);
    expect(compareInForce([{ selector: '.same' }], listed).otherAction).toEqual([]);
  });
});
