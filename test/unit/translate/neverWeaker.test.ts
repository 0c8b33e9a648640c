import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { savedSyntaxError } from '../../../core/saved/savedSelector.ts';
import { sourceReaders, targetWriters } from '../../../core/translate/registry.ts';
import { translateRules } from '../../../core/translate/translateRules.ts';
import { anyConfiguration } from './anyConfiguration.ts';
import { tallies, weakerTokens } from './compareTokens.ts';
import { anyTokenPage } from './pageTokens.ts';
import { sentBy } from './playTokens.ts';

const runs = Number(process.env.SCRIM_RUNS ?? 40);

afterAll(() => {
  const rows = [...tallies].map(
    ([pair, { tokens, hidden, hiddenMore, named }]) =>
      `${pair.padEnd(24)} ${tokens} texts and values, ${hidden} hidden by the source, ${hiddenMore} more by the target, ${named} less and named`,
  );
  console.info(rows.join('\n'));
});

describe.each(sourceReaders.map(({ id }) => id))('what %s hides', (from) => {
  it('is hidden by every other recorder too, or a refused note says where it is not', () => {
    fc.assert(
      fc.property(anyTokenPage(from), anyConfiguration(from), (page, { options, ruleSet }) => {
        const sent = sentBy(page.html, from, options, ruleSet);
        for (const { id: to } of targetWriters) {
          const translation = translateRules({ from, to, options, ruleSet, syntax: savedSyntaxError });
          const weaker = weakerTokens(page, sent, translation, options);
          expect({ to, weaker, written: weaker.length > 0 ? translation.options : undefined }).toEqual({
            to,
            weaker: [],
            written: undefined,
          });
        }
      }),
      { numRuns: runs },
    );
  });
});
