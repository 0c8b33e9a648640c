import { describe, expect, it } from 'vitest';
import { en } from '../../../assets/locales/en/index.ts';
import { createSelectorComparer } from '../../../core/lint/compareSelectors.ts';
import { type LintRequest, lintRule } from '../../../core/lint/lintRule.ts';
import { createTranslator } from '../../../core/messages/translate.ts';
import type { Rule, RuleContent } from '../../../core/rules/rule.ts';

const documented = { name: 'FullStory', evidence: { kind: 'documented', sources: [] } } as const;
const verified = { name: 'rrweb', evidence: { kind: 'verified', package: 'rrweb', version: '2' } } as const;

function content(part: Partial<RuleContent>): RuleContent & { readonly id: string } {
  return {
    id: 'edited',
    name: 'edited',
    selector: '.card',
    exceptions: [],
    action: 'mask',
    consent: false,
    scope: 'all',
    platforms: ['web'],
    ...part,
  };
}

const other = (part: Partial<Rule>): Rule => ({
  ...content({ name: 'The other' }),
  id: 'other',
  groupId: '0',
  editable: 'any',
  ...part,
});

function lint(rule: Partial<RuleContent>, request: Partial<LintRequest> = {}) {
  return lintRule(
    { rule: content(rule), others: [], recorder: documented, live: null, onPage: null, ...request },
    createSelectorComparer(),
  );
}
const keys = (...args: Parameters<typeof lint>) => lint(...args).map(({ key }) => key);
/** What the first mend of a remark would write. */
function mended(key: string, ...args: Parameters<typeof lint>) {
  const mend = lint(...args).find((one) => one.key === key)?.mends[0];
  return mend?.kind === 'content' ? (mend.change.selector ?? mend.change) : mend?.kind;
}
const answer = { count: 3, nodes: [1, 2, 3], milliseconds: 1 };

describe('remarks about the text of a selector', () => {
  it.each([
    ['invalid', '.a[b', '.ab', '.a[b]'],
    ['invalid', '.a, ', '.a, b', '.a'],
    ['invalid', '.a { color: red }', '.a', '.a'],
    ['invalid', '.1a', '.a1', '.\\31 a'],
    ['hidden-character', '.a\u202eb', '.ab', '.ab'],
    ['not-css', '.a:contains(x)', '.a:not(.x)', '.a'],
    ['not-css', 'a[b!=c]', 'a[b=c]', 'a:not([b="c"])'],
    ['pseudo-element', '.a::before', '.a', '.a'],
    ['positional', '.a:nth-child(2)', '.a', '.a'],
    ['generated-name', '.Card_title__x9Yz1', '.Card_title', '[class*="Card_title__"]'],
    ['generated-name', '.lead.css-1q2w3e', '.lead', '.lead'],
    ['page-data', 'a[href="/users/1"]', 'a[href]', 'a[href]'],
    ['page-data', '[data-user="jane@example.com"]', '[data-user="admin"]', '[data-user]'],
    ['matches-everything', 'body', '.body', 'main'],
    ['utility-class', '.summary.mt-4', '.summary', '.summary'],
    ['pseudo-class', '.a:has(b)', '.a', '.a'],
  ] as const)('%s: of %j, not of %j, and mends it to %j', (key, hit, miss, mend) => {
    expect(keys({ selector: hit })).toContain(key);
    expect(keys({ selector: miss })).not.toContain(key);
    expect(mended(key, { selector: hit })).toBe(mend);
  });

  it('point at the place and say what is wrong there', () => {
    expect(lint({ selector: '.card > [x' })[0]).toMatchObject({
      key: 'invalid',
      isSerious: true,
      place: { start: 8, end: 9 },
      fault: 'unclosed-bracket',
    });
  });

  it('never leave out all that is said about an element', () => {
    expect(mended('generated-name', { selector: '.css-1q2w3e' })).toBeUndefined();
    expect(mended('page-data', { selector: '#order-1234567' })).toBe('[id^="order-"]');
  });

  it('say nothing about pseudo-classes to a recorder that asks the browser', () => {
    expect(keys({ selector: '.a:has(b)' }, { recorder: verified })).toEqual([]);
    expect(keys({ selector: '.a::before' }, { recorder: verified })).toEqual(['pseudo-element']);
  });

  it('believe the browser when it refuses what reads well', () => {
    const problem = { kind: 'invalid-selector', detail: 'not a valid selector' };
    expect(keys({ selector: '.a:unheard-of' }, { problem })).toContain('refused');
    expect(keys({ selector: '.a[b' }, { problem })).toEqual(['invalid']);
    expect(keys({ selector: '.a' })).toEqual([]);
  });
});

describe('remarks about what the page answers', () => {
  it('it matches nothing', () => {
    expect(keys({}, { live: { ...answer, count: 0, nodes: [] } })).toEqual(['matches-nothing']);
    expect(keys({}, { live: answer })).toEqual([]);
    expect(keys({}, { live: null })).toEqual([]);
  });

  it('it takes longer than 50 ms', () => {
    expect(keys({}, { live: { ...answer, milliseconds: 51 } })).toEqual(['costly']);
    expect(keys({}, { live: { ...answer, milliseconds: 50 } })).toEqual([]);
  });

  it('it took too long and was stopped', () => {
    const problem = { kind: 'too-costly', detail: 'longer than 50 ms at once' };
    expect(keys({ selector: '.a:has(b)' }, { problem })).toContain('too-costly');
    expect(mended('too-costly', { selector: '.a:has(b)' }, { problem })).toBe('.a');
  });
});

describe('remarks about exceptions', () => {
  const spared = (counts: number[]) => ({ live: { ...answer, spared: counts } });
  it.each([
    ['exception-invalid', '.a[', '.a'],
    ['exception-impossible', 'p.help', 'input.help'],
    ['exception-spares-all', '.profile', '.profile.help'],
    ['exception-spares-all', 'input', 'input.help'],
  ] as const)('%s: of %j, not of %j', (key, hit, miss) => {
    const selector = 'input.profile:not(.old)';
    expect(keys({ selector, exceptions: [hit] })).toContain(key);
    expect(keys({ selector, exceptions: [miss] })).not.toContain(key);
    expect(mended(key, { selector, exceptions: ['.first', hit, '.last'] })).not.toBeUndefined();
  });

  it('one that the rule refuses itself can never match', () => {
    expect(keys({ selector: 'input:not(.old)', exceptions: ['input.old'] })).toContain(
      'exception-impossible',
    );
  });

  it('one that names what is inside, or leaves nothing out here, only once the page says so', () => {
    expect(keys({ selector: '.box', exceptions: ['.box .ok'] }, spared([0]))).toEqual(['exception-inside']);
    expect(keys({ selector: '.box', exceptions: ['.ok'] }, spared([0]))).toEqual(['exception-idle']);
    expect(keys({ selector: '.box', exceptions: ['.box .ok'] }, spared([1]))).toEqual([]);
    expect(keys({ selector: '.box', exceptions: ['.box .ok'] })).toEqual([]);
  });

  it('takes out the very exception it is about', () => {
    expect(mended('exception-idle', { exceptions: ['.a', '.b'] }, spared([1, 0]))).toEqual({
      exceptions: ['.a'],
    });
  });

  it('knows which one the browser refuses', () => {
    const problem = { kind: 'invalid-exception', detail: 'not valid', exception: 1 };
    expect(lint({ exceptions: ['.a', '.b:unheard-of'] }, { problem })[0]).toMatchObject({
      key: 'exception-invalid',
      params: { line: 2 },
    });
  });
});

describe('remarks about other rules', () => {
  const beside = (part: Partial<Rule>) => ({ others: [other(part)] });
  it('the same rule is there', () => {
    expect(keys({}, beside({ selector: '.card' }))).toEqual(['duplicate']);
    expect(mended('duplicate', {}, beside({ selector: '.card' }))).toBe('delete');
  });

  it.each([
    ['.card', '.list .card.open', true],
    ['.list .card', 'main .list .card', true],
    ['.card, .note', '.card', true],
    ['.card', '.card, .note', false],
    ['.list > .card', '.list .card', false],
    ['.list .card', '.card', false],
    ['.card.open', '.card', false],
  ] as const)('%j covers %j: %j', (outer, inner, covers) => {
    expect(keys({ selector: inner }, beside({ selector: outer }))).toEqual(covers ? ['subsumed'] : []);
  });

  it('only one that is in force whenever this one is', () => {
    const selector = '.card';
    expect(keys({}, beside({ selector, scope: 'preview' }))).toEqual([]);
    expect(keys({ scope: 'preview' }, beside({ selector, scope: 'preview' }))).toEqual(['duplicate']);
    expect(keys({}, beside({ selector, consent: true }))).toEqual([]);
    expect(keys({}, beside({ selector, exceptions: ['.x'] }))).toEqual([]);
    expect(keys({ exceptions: ['.x'] }, beside({ selector, exceptions: ['.x'] }))).toEqual(['duplicate']);
    expect(keys({}, beside({ selector, uncertain: 'doubt.targeting' }))).toEqual([]);
    expect(keys({}, beside({ selector, platforms: ['ios'] }))).toEqual([]);
  });

  it('a stronger one always wins, a weaker one is no reason', () => {
    expect(keys({ action: 'unmask' }, beside({ selector: '.card', action: 'exclude' }))).toEqual([
      'always-beaten',
    ]);
    expect(keys({ action: 'exclude' }, beside({ selector: '.card', action: 'unmask' }))).toEqual([]);
  });

  it('is not compared with itself', () => {
    expect(keys({}, beside({ id: 'edited', selector: '.card' }))).toEqual([]);
  });
});

describe('what somebody else wrote', () => {
  it.each([
    ['a megabyte', 'a'.repeat(1_000_000)],
    ['ten thousand commas', `${'.a,'.repeat(10_000)}.b`],
    ['as many as are read', `${'.css-1q2w3e,'.repeat(680)}.b`],
    ['parentheses', ':is('.repeat(2000)],
    ['brackets', '['.repeat(8000)],
    ['escapes', '\\'.repeat(8000)],
  ])('is answered in time: %s', (_name, selector) => {
    const start = performance.now();
    const found = lint({ selector, exceptions: [selector] }, { others: [other({ selector })] });
    expect(performance.now() - start).toBeLessThan(400);
    expect(found.length).toBeGreaterThan(0);
    expect(found.length).toBeLessThan(40);
  });

  it('has words for every remark and every mend', () => {
    const t = createTranslator(en, 'en');
    const selectors = [
      '.a[',
      '.a\u202eb',
      '.a:contains(x)',
      '.a::b',
      '.a:nth-child(2)',
      '.Card_title__x9Yz1',
      'body',
      '#order-1234567',
      'a[b!=c]',
      '[data-u="a@b"]',
      '.mt-4.lead',
      'a'.repeat(9000),
    ];
    for (const selector of selectors) {
      for (const { key, fault, mends } of lint({ selector, exceptions: ['.a['] })) {
        expect(t.has(`selectorLint.${key}`), key).toBe(true);
        if (fault) expect(t.has(`selectorFault.${fault}`), fault).toBe(true);
        for (const mend of mends) expect(t.has(`mend.${mend.key}`), mend.key).toBe(true);
      }
    }
  });
});
