import { describe, expect, it } from 'vitest';
import type { Rule } from '../../../core/rules/rule.ts';
import { goneRules } from '../../../core/settings/goneRules.ts';
import { restoredContent } from '../../../core/settings/restoredContent.ts';
import type { SettingsVersion } from '../../../core/settings/ruleHistory.ts';
import { ruleTrail } from '../../../core/settings/ruleTrail.ts';
import { makeRule, makeRuleSet } from './makeRule.ts';

const version = (at: string, rules: readonly Rule[], by = 'kim@example.com'): SettingsVersion => ({
  at,
  by,
  ruleSet: makeRuleSet(rules.map((rule, index) => ({ ...rule, id: `v1:${index}` }))),
});
const names = makeRule({ id: 'r1' });
const mails = makeRule({ id: 'r2', name: 'E-mail', selector: '.mail' });

describe('the trail of a rule', () => {
  it('tells each change with what it was before, back to its creation', () => {
    const trail = ruleTrail(
      names,
      [names, mails],
      [
        version('4', [names, mails], 'robin@example.com'),
        version('3', [{ ...names, scope: 'preview' }]),
        version('2', [{ ...names, scope: 'preview', action: 'exclude' }, mails]),
        version('1', [mails]),
      ],
    );
    expect(trail.end).toBe('start');
    expect(trail.steps).toMatchObject([
      { at: '4', by: 'robin@example.com', fields: ['scope'], beforeAt: '3', before: { scope: 'preview' } },
      { at: '3', fields: ['action'], beforeAt: '2', before: { action: 'exclude' } },
      { at: '2', fields: [], before: null },
    ]);
  });

  it('says nothing of versions that only other rules changed in', () => {
    const trail = ruleTrail(names, [names], [version('2', [names, mails]), version('1', [names])]);
    expect(trail).toEqual({ steps: [], end: 'oldest' });
  });

  it('follows a rule to another selector by its name, and says so', () => {
    const versions = [version('2', [names, mails]), version('1', [{ ...names, selector: '.who' }, mails])];
    const trail = ruleTrail(names, [names, mails], versions);
    expect(trail.steps).toMatchObject([{ fields: ['selector'], byName: true, before: { selector: '.who' } }]);
  });

  it('does not follow a name that is a selector, that several have, or whose owner is still there', () => {
    const unnamed = makeRule({ id: 'r3', name: '.plain', selector: '.plain' });
    const then = { ...unnamed, selector: '.other' };
    expect(ruleTrail(unnamed, [unnamed], [version('2', [unnamed]), version('1', [then])])).toMatchObject({
      steps: [{ before: null }],
      end: 'start',
    });
    const [one, two] = [
      { ...names, selector: '.a' },
      { ...names, selector: '.b' },
    ];
    const twice = [version('2', [names]), version('1', [one, two])];
    expect(ruleTrail(names, [names], twice)).toEqual({ steps: [], end: 'unclear' });
    const beside = [version('2', [names, one]), version('1', [one])];
    expect(ruleTrail(names, [names, one], beside).steps[0]?.before ?? null).toBeNull();
  });

  it('does not guess which of several rules with one selector it was', () => {
    const twins = [names, { ...names, name: 'Twin' }];
    const changed = [
      { ...names, name: 'A' },
      { ...names, name: 'B' },
    ];
    expect(ruleTrail(names, twins, [version('2', twins), version('1', changed)])).toEqual({
      steps: [],
      end: 'unclear',
    });
    expect(ruleTrail(names, twins, [version('2', twins), version('1', twins)]).end).toBe('oldest');
  });

  it('does not take a rule of another group for it', () => {
    const grouped = { ...names, groupId: '12' };
    expect(ruleTrail(grouped, [grouped], [version('1', [names])])).toEqual({ steps: [], end: 'unknown' });
  });
});

describe('deleted rules', () => {
  it('are told once, as they were last, with who deleted them', () => {
    const versions = [
      version('4', [names]),
      version('3', [names], 'alex@example.com'),
      version('2', [names, { ...mails, action: 'exclude' }]),
      version('1', [names, mails]),
    ];
    expect(goneRules([names], versions)).toMatchObject([
      { at: '3', by: 'alex@example.com', rule: { selector: '.mail', action: 'exclude' } },
    ]);
  });

  it('are not those that were only renamed, given another selector, or created again', () => {
    const moved = { ...mails, selector: '.e-mail' };
    expect(goneRules([moved], [version('2', [moved]), version('1', [mails])])).toEqual([]);
    const back = [version('3', [mails]), version('2', []), version('1', [mails])];
    expect(goneRules([mails], back)).toEqual([]);
  });

  it('are not built-in ones', () => {
    const builtIn = makeRule({ id: 'b', groupId: '7', selector: 'input' });
    expect(goneRules([], [version('2', []), version('1', [builtIn])])).toEqual([]);
  });
});

describe('what is put back', () => {
  it('keeps the platforms and the name of today where the version has none of its own', () => {
    const before = makeRule({
      name: '.customer-name',
      action: 'exclude',
      platforms: ['web', 'android', 'ios'],
    });
    expect(restoredContent(before, names)).toMatchObject({
      name: 'Customer names',
      action: 'exclude',
      platforms: ['web'],
    });
    expect(restoredContent({ ...before, platforms: ['ios'] }, names).platforms).toEqual(['ios']);
    expect(restoredContent(before)).toMatchObject({ name: '.customer-name', platforms: before.platforms });
  });
});
