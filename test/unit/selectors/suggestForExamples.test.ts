import { is, selectAll } from 'css-select';
import { type AnyNode, type Document, Element, isTag } from 'domhandler';
import fc from 'fast-check';
import { parse } from 'parse5';
import { adapter } from 'parse5-htmlparser2-tree-adapter';
import { describe, expect, it } from 'vitest';
import words from '../../../assets/locales/en/picker.json' with { type: 'json' };
import known from '../../../assets/locales/en/selectors.json' with { type: 'json' };
import type { ElementFacts } from '../../../core/selectors/elementFacts.ts';
import type { ExampleElement } from '../../../core/selectors/examplePool.ts';
import { isInterfaceWord } from '../../../core/selectors/holdsPageData.ts';
import { stableAttributes } from '../../../core/selectors/stableAttributes.ts';
import { type ExamplesAnswer, suggestForExamples } from '../../../core/selectors/suggestForExamples.ts';

interface Tree {
  readonly elements: readonly Element[];
  readonly tried: string[];
  suggest(included: readonly Element[], excluded?: readonly Element[]): ExamplesAnswer;
  find(selector: string): Element[];
}

/** A page as markup; ids are positions in document order. */
function read(html: string, wordOnPage = (_word: string) => false): Tree {
  const document = parse(`<!doctype html><body>${html}</body>`, { treeAdapter: adapter }) as Document;
  const elements: Element[] = [];
  const collect = (node: AnyNode): void => {
    if (isTag(node)) elements.push(node);
    if ('children' in node) node.children.forEach(collect);
  };
  collect(document);
  const tried: string[] = [];
  const find = (selector: string) => selectAll<AnyNode, Element>(selector, document.children);
  return {
    elements,
    tried,
    find,
    suggest(included, excluded = []) {
      const examples = [...included, ...excluded];
      const example = (element: Element): ExampleElement => ({
        id: elements.indexOf(element),
        facts: factsOf(element),
        ancestors: ancestorsOf(element).map(factsOf),
      });
      return suggestForExamples({
        included: included.map(example),
        excluded: excluded.map(example),
        wordOnPage,
        hits(selector) {
          tried.push(selector);
          return new Set(examples.filter((one) => is(one, selector)).map((one) => elements.indexOf(one)));
        },
        evaluate(selector) {
          const nodes = find(selector).map((element) => elements.indexOf(element));
          return { count: nodes.length, nodes };
        },
      });
    },
  };
}

function ancestorsOf(element: Element): Element[] {
  const found: Element[] = [];
  for (let parent = element.parent; parent instanceof Element; parent = parent.parent) found.push(parent);
  return found;
}

function factsOf(element: Element): ElementFacts {
  const alike = element.parent?.children.filter((one) => isTag(one) && one.name === element.name) ?? [
    element,
  ];
  return {
    tag: element.name,
    elementId: element.attribs.id ?? '',
    classes: (element.attribs.class ?? '').split(/\s+/).filter((name) => name !== ''),
    attributes: Object.entries(element.attribs).filter(([name]) => stableAttributes.has(name)),
    position: alike.indexOf(element) + 1,
    ofType: alike.length,
  };
}

const orders = `<section class="orders"><h2 class="title">Orders</h2>
  <p class="line recipient">a</p><p class="line recipient gift">b</p><p class="line total">c</p></section>
  <section class="support"><p class="line recipient">d</p></section><footer><p class="imprint">e</p></footer>`;

const selectorsOf = ({ candidates }: ExamplesAnswer) => candidates.map(({ selector }) => selector);

describe('many examples', () => {
  it('are all taken, from only these to everything like them', () => {
    const tree = read(orders);
    const answer = tree.suggest(tree.find('.orders .recipient'));
    expect(selectorsOf(answer)).toContain('.orders .recipient');
    expect(selectorsOf(answer)).toContain('.recipient');
    const counts = answer.candidates.map(({ count }) => count);
    expect(counts).toEqual(counts.toSorted((a, b) => a - b));
  });

  it('leave out what was clicked to be left out', () => {
    const tree = read(orders);
    const answer = tree.suggest(tree.find('.orders .recipient'), tree.find('.support .recipient'));
    expect(selectorsOf(answer)[0]).toBe('.orders .recipient');
    for (const selector of selectorsOf(answer))
      expect(tree.find(selector)).not.toContain(tree.find('.support p')[0]);
  });

  it('need :not() only where nothing else separates them', () => {
    const tree = read(orders);
    const [plain, gift] = tree.find('.orders .recipient') as [Element, Element];
    const answer = tree.suggest([plain], [gift]);
    expect(selectorsOf(answer)).toContain('.recipient:not(.gift)');
    expect(answer.candidates.find(({ selector }) => selector === '.recipient:not(.gift)')?.notes).toContain(
      'not',
    );
    expect(selectorsOf(tree.suggest([plain, gift])).join()).not.toContain(':not');
  });

  it('share two parts where one is not enough', () => {
    const tree = read(`<i class="tag" role="link">a</i><i class="tag" role="link">b</i><i class="tag">c</i>
      <u role="link">d</u><i role="link">e</i>`);
    const all = tree.find('i, u') as [Element, Element, Element, Element, Element];
    const answer = tree.suggest(all.slice(0, 2), all.slice(2));
    expect(selectorsOf(answer)).toEqual(['i[role="link"].tag']);
  });

  it('become two selectors in one where they have nothing in common', () => {
    const tree = read(orders);
    const answer = tree.suggest(
      [...tree.find('.imprint'), ...tree.find('.title')],
      [...tree.find('.line'), ...tree.find('section')],
    );
    expect(selectorsOf(answer)).toContain('.title, .imprint');
    expect(answer.candidates[0]?.notes).toContain('union');
  });

  it('that nothing separates get no candidate, but the closest selector with its errors by name', () => {
    const tree = read('<div><b>x</b></div>'.repeat(4));
    const [a, b, c, d] = tree.find('b') as [Element, Element, Element, Element];
    const answer = tree.suggest([a, c], [b, d]);
    expect(answer.candidates).toEqual([]);
    expect(answer.closest?.selector).toBe('b');
    expect(answer.closest?.missed).toEqual([]);
    expect(answer.closest?.wrong).toHaveLength(2);
  });

  it('can be told apart by exceptions of the rule where one selector cannot', () => {
    const tree =
      read(`<ul class="basket"><li class="entry">a</li></ul><ul class="wishes"><li class="entry">b</li></ul>
      <ul><li class="entry">c</li></ul><ul><li class="entry">d</li></ul>`);
    const [basket, wishes, third, fourth] = tree.find('.entry') as [Element, Element, Element, Element];
    const answer = tree.suggest([third, fourth], [basket, wishes]);
    expect(answer.candidates).toEqual([]);
    expect(answer.excepted).toEqual({
      selector: '.entry',
      exceptions: ['.basket .entry', '.wishes .entry'],
    });
  });

  it('say the same as one element does when there is only that one', () => {
    const tree = read(orders);
    const [only] = tree.find('.total') as [Element];
    expect(selectorsOf(tree.suggest([only]))).toContain('.total');
  });
});

const name = fc.constantFrom('card', 'row', 'total', 'title', 'button', 'mt-2', 'is-open', 'css-1q2w3e');
const leaf = fc.record({
  tag: fc.constantFrom('div', 'p', 'b', 'input'),
  id: fc.option(fc.constantFrom('basket', 'footer', 'radix-12'), { nil: undefined, freq: 6 }),
  classes: fc.uniqueArray(name, { maxLength: 3 }),
  role: fc.option(fc.constantFrom('link', 'button'), { nil: undefined, freq: 5 }),
});
interface Spec {
  readonly self: { tag: string; id: string | undefined; classes: string[]; role: string | undefined };
  readonly children: readonly Spec[];
}
const specOfDepth = (depth: number): fc.Arbitrary<Spec> =>
  fc.record({
    self: leaf,
    children: depth === 0 ? fc.constant([]) : fc.array(specOfDepth(depth - 1), { maxLength: 4 }),
  });
const spec = specOfDepth(3);

function markup({ self, children }: Spec): string {
  const attributes = [
    self.id === undefined ? '' : ` id="${self.id}"`,
    self.classes.length === 0 ? '' : ` class="${self.classes.join(' ')}"`,
    self.role === undefined ? '' : ` role="${self.role}"`,
  ].join('');
  if (self.tag === 'input') return `<input${attributes}>`;
  // A paragraph would be closed by what is in it.
  const tag = children.length > 0 ? 'div' : self.tag;
  return `<${tag}${attributes}>${children.map(markup).join('')}</${tag}>`;
}

describe('on any tree, with any examples', () => {
  const scene = fc.tuple(
    fc.array(spec, { minLength: 2, maxLength: 5 }),
    fc.array(fc.nat(), { minLength: 1, maxLength: 4 }),
    fc.array(fc.nat(), { maxLength: 3 }),
  );

  it('every candidate takes all of the included and none of the excluded, and counts what it says', () => {
    let offered = 0;
    let without = 0;
    fc.assert(
      fc.property(scene, ([specs, plus, minus]) => {
        const tree = read(specs.map(markup).join(''));
        const inside = tree.elements.slice(3);
        const pick = (index: number) => inside[index % inside.length] as Element;
        const included = [...new Set(plus.map(pick))];
        const excluded = [...new Set(minus.map(pick))].filter((one) => !included.includes(one));
        const { candidates, closest, excepted } = tree.suggest(included, excluded);
        const sets = candidates.map(({ selector, count, nodes }) => {
          const matched = tree.find(selector);
          expect(matched).toEqual(expect.arrayContaining(included));
          expect(matched.filter((one) => excluded.includes(one))).toEqual([]);
          expect(count).toBe(matched.length);
          expect(nodes.slice(0, included.length)).toEqual(included.map((one) => tree.elements.indexOf(one)));
          return matched.map((one) => tree.elements.indexOf(one)).join();
        });
        expect(new Set(sets).size).toBe(sets.length);
        offered += candidates.length;
        if (candidates.length > 0) return;
        without += 1;
        if (closest) {
          const matched = tree.find(closest.selector).map((one) => tree.elements.indexOf(one));
          const ids = (list: Element[]) => list.map((one) => tree.elements.indexOf(one));
          expect(closest.missed).toEqual(ids(included).filter((id) => !matched.includes(id)));
          expect(closest.wrong).toEqual(ids(excluded).filter((id) => matched.includes(id)));
          expect(closest.missed.length + closest.wrong.length).toBeGreaterThan(0);
        }
        if (excepted) {
          const spared = excepted.exceptions.flatMap((one) => tree.find(one));
          const left = tree.find(excepted.selector).filter((one) => !spared.includes(one));
          expect(left).toEqual(expect.arrayContaining(included));
          expect(left.filter((one) => excluded.includes(one))).toEqual([]);
        }
      }),
      { numRuns: 400 },
    );
    // Both sides of the property were seen.
    expect(offered).toBeGreaterThan(400);
    expect(without).toBeGreaterThan(5);
  });
});

describe('page data', () => {
  const given = fc.constantFrom('jane', 'Mary', 'OLEG', 'priya', 'wolfgang', 'giulia');
  const family = fc.constantFrom('doe', 'Smith', 'Okafor', 'mustermann', 'garcia', 'Nguyen');
  const strange = fc
    .stringMatching(/^[b-df-hj-np-tv-z][aeiou][b-df-hj-np-tv-z][aeiou][b-df-hj-np-tv-z]{1,2}$/)
    .filter((word) => !isInterfaceWord(word));
  const secret = fc.oneof(
    fc.tuple(given, fc.constantFrom('-', '_', '', '.', '@'), family).map((parts) => parts.join('')),
    fc.tuple(given, family, strange).map(([a, b, c]) => `${a}.${b}@${c}.com`),
    fc.tuple(fc.integer({ min: 1, max: 99 }), strange).map(([n, street]) => `${street}-street-${n}`),
    fc.integer({ min: 1000, max: 10 ** 15 }).map(String),
    strange,
  );
  const planted = fc.record({
    tag: fc.constantFrom('div', 'td', 'b'),
    id: fc.option(secret, { nil: '' }),
    classes: fc.array(fc.oneof(fc.constantFrom('card', 'row'), secret), { maxLength: 4 }),
    testId: fc.option(secret, { nil: '' }),
    name: fc.option(secret, { nil: '' }),
  });

  it('never stands in a selector, an exception or a :not(), however many examples there are', () => {
    fc.assert(
      fc.property(fc.array(planted, { minLength: 3, maxLength: 7 }), (elements) => {
        // Made-up words are in the page's text; names, addresses and numbers must be refused without that.
        const wordOnPage = (word: string) => /^[^aeiou][aeiou][^aeiou][aeiou][^aeiou]{1,2}$/.test(word);
        const tree = read(
          elements
            .map(({ tag, id, classes, testId, name: field }) => {
              const own = tag === 'td' ? 'span' : tag;
              return `<div class="${classes.join(' ')}"><${own} id="${id}" class="${classes.join(' ')}" data-testid="${testId}" name="${field}" title="x">y</${own}></div>`;
            })
            .join(''),
          wordOnPage,
        );
        const inner = tree.find('[title]');
        const { candidates, closest, excepted } = tree.suggest(inner.slice(0, 2), inner.slice(2));
        const plain = /^(div|span|b|body|html|\*|\.card|\.row|:nth-of-type\(\d+\)|:not\([.\w]+\)|[ >,]+)+$/;
        const said = [
          ...tree.tried,
          ...candidates.map(({ selector }) => selector),
          ...(closest ? [closest.selector] : []),
          ...(excepted ? [excepted.selector, ...excepted.exceptions] : []),
        ];
        for (const selector of said) {
          expect(selector).toMatch(plain);
          for (const [, part] of selector.matchAll(/:not\(([^)]*)\)/g)) expect(part).toMatch(plain);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('notes', () => {
  it('have words', () => {
    for (const note of ['not', 'union', 'closed-root', 'holds-left-out'])
      expect({ ...known, ...words }).toHaveProperty([`selectorNote.${note}`]);
  });
});
