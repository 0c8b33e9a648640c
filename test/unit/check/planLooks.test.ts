import { describe, expect, test } from 'vitest';
import { planLooks } from '../../../core/check/planLooks.ts';
import { shardOf } from '../../../core/check/shardOf.ts';

const addressOf = (page: string) => page.toLowerCase();
const names = (plan: ReturnType<typeof planLooks>) =>
  plan.looks.map(({ page, step }) => (step === undefined ? page : `${page} (${step})`));

describe('the looks of a run', () => {
  test('are one for each page and consent state, in the order of the list', () => {
    const consents = [{ name: 'asked' }, { name: 'agreed' }];
    const plan = planLooks([{ url: 'b' }, { url: 'a', consents: ['agreed'] }, { url: 'c', consents: [] }], {
      consents,
      addressOf,
    });
    expect(names(plan)).toEqual(['b (asked)', 'b (agreed)', 'a (agreed)', 'c']);
  });

  test('a page that is named again is looked at once, and counted', () => {
    const plan = planLooks([{ url: 'a' }, { url: 'A' }, { url: 'a', wait: 5 }], {
      defaults: { wait: 5 },
      addressOf,
    });
    expect(names(plan)).toEqual(['a']);
    expect(plan.duplicates).toBe(2);
  });

  test('the same page in other settings is a look of its own that says what differs', () => {
    const small = { url: 'a', viewport: { width: 390, height: 844 } };
    const plan = planLooks([{ url: 'a' }, small, { ...small, wait: 1 }, { url: 'a', locale: 'de-DE' }], {
      addressOf,
    });
    expect(names(plan)).toEqual(['a (plain)', 'a (390x844)', 'a (390x844 #3)', 'a (de-DE)']);
  });

  test('the command line comes before a page, a page before the defaults', () => {
    const [look] = planLooks([{ url: 'a', wait: 2, watch: 2 }], {
      defaults: { wait: 1, watch: 1, timeout: 1 },
      over: { watch: 3 },
      addressOf,
    }).looks;
    expect(look?.settings).toEqual({ wait: 2, watch: 3, timeout: 1 });
  });
});

describe('shards', () => {
  const looks = Array.from({ length: 4000 }, (_, at) => ({ page: `https://shop.example/product/${at}` }));

  test('share the pages evenly, each page in one', () => {
    const counts = [1, 2, 3, 4].map((index) => looks.filter((look) => shardOf(look, 4) === index).length);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(4000);
    for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(120);
  });

  test('a page stays in its shard on every machine', () => {
    expect(looks.slice(0, 8).map((look) => shardOf(look, 4))).toMatchInlineSnapshot(`
      [
        1,
        3,
        4,
        4,
        1,
        2,
        1,
        3,
      ]
    `);
  });
});
