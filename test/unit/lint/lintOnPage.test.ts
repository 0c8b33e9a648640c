import { describe, expect, it } from 'vitest';
import { en } from '../../../assets/locales/en/index.ts';
import { lintOnPage } from '../../../core/lint/lintOnPage.ts';
import { createPageRules } from '../../../core/lint/pageRules.ts';
import { profileById } from '../../../core/profiles/registry.ts';
import type { Rule, RuleContent } from '../../../core/rules/rule.ts';
import { withBuiltIns } from '../../../core/rules/withBuiltIns.ts';
import { scanSavedPage } from '../../../core/saved/scanSavedPage.ts';
import { makeRule, makeRuleSet } from '../settings/makeRule.ts';

interface Asked {
  readonly html: string;
  readonly rule: Partial<RuleContent>;
  readonly others?: readonly Partial<Rule>[];
  /** Tag of the elements that the page says are matched. */
  readonly matched?: string;
  readonly profile?: string;
}

/** What the engine's own scan of a page with this rule says about it. */
function lint({ html, rule: part, others = [], matched, profile: id = 'fullstory' }: Asked) {
  const profile = profileById(id);
  if (!profile) throw new Error(id);
  const rule = makeRule({ id: 'edited', ...part });
  const beside = others.map((other, index) =>
    makeRule({ id: `other-${index}`, name: 'The other', ...other }),
  );
  const ruleSet = withBuiltIns(makeRuleSet([rule, ...beside]), profile.offlineRules());
  const scan = scanSavedPage({
    html: `<!doctype html><body>${html}`,
    url: 'https://x.example/',
    profile,
    options: {},
    ruleSet,
  });
  const nodes = scan.nodes.filter(({ step }) => step.split(':')[0] === matched).map((node) => node.id);
  const live = matched === undefined ? null : { count: nodes.length, nodes, milliseconds: 1 };
  return lintOnPage(rule, createPageRules(scan), live, ruleSet.rules);
}
const keys = (asked: Asked) => lint(asked).map(({ key }) => key);

const paragraphs = '<p>Words</p>'.repeat(30);

describe('a rule on a page', () => {
  it('that decides about most of it', () => {
    expect(keys({ html: `<main class="all">${paragraphs}</main>`, rule: { selector: '.all' } })).toEqual([
      'covers-most',
    ]);
    expect(
      keys({
        html: `<main class="all">${paragraphs}</main>${paragraphs}${paragraphs}`,
        rule: { selector: '.all' },
      }),
    ).toEqual([]);
    expect(keys({ html: '<main class="all"><p>Words</p></main>', rule: { selector: '.all' } })).toEqual([]);
  });

  it('that is shadowed by an exclude above', () => {
    const html = '<div class="gone"><b class="kept">x</b></div><i>y</i>';
    const others = [{ selector: '.gone', action: 'exclude' as const }];
    const found = lint({ html, rule: { selector: '.kept', action: 'unmask' }, others, matched: 'b' });
    expect(found).toMatchObject([{ key: 'shadowed', isSerious: true, params: { by: 'The other' } }]);
    expect(
      keys({ html: `${html}<b class="kept">z</b>`, rule: { selector: '.kept' }, others, matched: 'b' }),
    ).toEqual([]);
    // Whoever has not asked the page does not know where it matches.
    expect(keys({ html, rule: { selector: '.kept' }, others })).toEqual([]);
    const masked = [{ selector: '.gone', action: 'mask' as const }];
    expect(
      keys({ html, rule: { selector: '.kept', action: 'unmask' }, others: masked, matched: 'b' }),
    ).toEqual([]);
  });

  it('that unmasks a field which Form Privacy masks, with the exception that is documented to help', () => {
    const html = '<input class="nick"><p class="nick">x</p>';
    const [found] = lint({ html, rule: { selector: 'input.nick', action: 'unmask' }, matched: 'input' });
    expect(found).toMatchObject({
      key: 'form-privacy-wins',
      params: { by: 'Form Privacy: inputs', count: 1 },
    });
    const [mend] = found?.mends ?? [];
    expect(mend).toMatchObject({
      kind: 'other-rule',
      content: { selector: 'input', exceptions: ['input.nick'] },
    });
    expect(keys({ html, rule: { selector: 'p.nick', action: 'unmask' }, matched: 'p' })).toEqual([]);
  });

  it('never offers to spare a password field', () => {
    const html = '<input autocomplete="one-time-code" name="otp" class="code">';
    const found = lint({ html, rule: { selector: '.code', action: 'unmask' }, matched: 'input' });
    const beaten = found.find(({ key }) => key === 'form-privacy-wins');
    expect(beaten?.mends).toEqual([]);
  });

  it('that masks an image', () => {
    const html = '<img class="face" src="/face.png"><p class="face">x</p>';
    const [found] = lint({ html, rule: { selector: 'img.face' } });
    expect(found).toMatchObject({ key: 'mask-image', isSerious: true, params: { count: 1 } });
    expect(found?.mends).toMatchObject([{ change: { action: 'exclude' } }]);
    expect(keys({ html, rule: { selector: 'p.face' } })).toEqual([]);
    expect(keys({ html, rule: { selector: 'img.face', action: 'exclude' } })).toEqual([]);
  });

  it('that masks a choice', () => {
    const html = '<input type="checkbox" class="news" checked><input class="news">';
    const others = [
      {
        id: 'built-in:input[type=checkbox]',
        groupId: '1',
        scope: 'none' as const,
        selector: 'input[type=checkbox]',
      },
    ];
    expect(keys({ html, rule: { selector: '[type=checkbox].news' }, others })).toEqual(['mask-choice']);
    expect(keys({ html, rule: { selector: '.news:not([type=checkbox])' }, others })).toEqual([]);
    // Form Privacy excludes it already: the mask does no harm.
    expect(keys({ html, rule: { selector: '[type=checkbox].news' } })).toEqual([]);
  });

  it('that shows a password or card field, itself or with what it is in', () => {
    const html =
      '<form class="pay"><label>Card number <input name="card-number"></label></form><p class="pay2">x</p>';
    const none = [{ id: 'built-in:input', groupId: '1', scope: 'none' as const, selector: 'input' }];
    const direct = lint({
      html,
      rule: { selector: 'form input', action: 'unmask' },
      others: none,
      matched: 'input',
    });
    expect(direct).toMatchObject([{ key: 'unmask-secret', isSerious: true, params: { count: 1 } }]);
    expect(direct[0]?.mends.map(({ key }) => key)).toEqual(['spare-secrets', 'mask-instead']);
    const around = lint({
      html,
      rule: { selector: '.pay', action: 'unmask' },
      others: none,
      matched: 'form',
    });
    expect(around[0]?.mends.map(({ key }) => key)).toEqual(['mask-instead']);
    expect(keys({ html, rule: { selector: '.pay2', action: 'unmask' }, others: none, matched: 'p' })).toEqual(
      [],
    );
  });

  it('that matches a password field which only another rule hides', () => {
    const html = '<input type="password" class="secret"><input type="text" class="plain">';
    const found = keys({ html, rule: { selector: '.secret', action: 'unmask' }, matched: 'input' });
    expect(found).toContain('unmask-secret-held');
    expect(keys({ html, rule: { selector: '.secret', action: 'mask' }, matched: 'input' })).not.toContain(
      'unmask-secret-held',
    );
  });

  it('has words for everything it says', () => {
    for (const key of [
      'covers-most',
      'shadowed',
      'form-privacy-wins',
      'mask-wins',
      'mask-image',
      'mask-image-unknown',
      'mask-choice',
      'unmask-secret',
      'unmask-secret-held',
    ])
      expect(en).toHaveProperty([`selectorLint.${key}`]);
    for (const key of [
      'spare-there',
      'exclude',
      'mask-instead',
      'spare-secrets',
      'not-needed',
      'other-name',
      'similar',
      'pick',
    ])
      expect(en).toHaveProperty([`mend.${key}`]);
  });
});
