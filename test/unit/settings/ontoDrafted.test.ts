import { describe, expect, it } from 'vitest';
import type { DraftChange, DraftOperation } from '../../../core/settings/draft.ts';
import { ontoDrafted } from '../../../core/settings/ontoDrafted.ts';
import { makeContent, makeRule } from './makeRule.ts';

const base = makeRule({ id: 'r1', selector: '.a', name: 'A' });
const drafted = (over: Parameters<typeof makeContent>[0]): DraftChange => ({
  id: 'r1',
  kind: 'update',
  base,
  content: makeContent({ selector: '.a', name: 'A', ...over }),
  keys: ['k1'],
});
const edit = (over: Parameters<typeof makeContent>[0]): DraftOperation => ({
  kind: 'update',
  ruleId: 'r1',
  base,
  content: makeContent({ selector: '.a', name: 'A', ...over }),
});
const seen = makeContent({ selector: '.a', name: 'A' });
const contentOf = (operation: DraftOperation) => 'content' in operation && operation.content;

describe('an edit that was begun before another panel saved one of the same rule', () => {
  it('keeps what the other changed in other fields', () => {
    const after = ontoDrafted(edit({ description: 'mine' }), {
      seen,
      changes: [drafted({ selector: '.b' })],
    });
    expect(contentOf(after)).toMatchObject({ selector: '.b', description: 'mine' });
  });

  it('has the later word in the same field', () => {
    const after = ontoDrafted(edit({ selector: '.mine' }), { seen, changes: [drafted({ selector: '.b' })] });
    expect(contentOf(after)).toMatchObject({ selector: '.mine' });
  });

  it('may go back to what the org has when the other edit was seen', () => {
    const other = drafted({ selector: '.b' });
    const after = ontoDrafted(edit({}), {
      seen: makeContent({ selector: '.b', name: 'A' }),
      changes: [other],
    });
    expect(contentOf(after)).toMatchObject({ selector: '.a' });
  });

  it('stays as it is without another edit, or where nobody says what was seen', () => {
    expect(ontoDrafted(edit({ name: 'B' }), { seen, changes: [] })).toEqual(edit({ name: 'B' }));
    const unsaid = { seen: undefined, changes: [drafted({ selector: '.b' })] };
    expect(ontoDrafted(edit({ name: 'B' }), unsaid)).toEqual(edit({ name: 'B' }));
  });
});
