import { describe, expect, it } from 'vitest';
import { matchedBy, memoryLimits, noteMatches, rotOf } from '../../../core/rot/matchMemory.ts';

const page = 'https://shop.example.com/order';
const note = (ruleId: string, count = 4, selector = '.name') => ({ ruleId, selector, count, sketches: [] });
const rule = { id: 'r1', selector: '.name', exceptions: [] };
const week = '2026-11-01T10:00:00.000Z';

describe('what is remembered of rules', () => {
  it('says of a rule that matched here and matches nothing now how many it matched, and when', () => {
    const memory = noteMatches([], page, [note('r1')], week);
    expect(rotOf(memory, rule, page, 0)).toMatchObject({ kind: 'gone', count: 4, at: week });
    expect(rotOf(memory, rule, page, 1)).toBeUndefined();
  });

  it('does not call a rule broken that only ever matched on another page', () => {
    const memory = noteMatches([], `${page}s`, [note('r1')], week);
    expect(rotOf(memory, rule, page, 0)).toMatchObject({ kind: 'elsewhere', page: `${page}s` });
  });

  it('knows nothing of a rule whose selector was another one then, nor of a rule that never matched', () => {
    const memory = noteMatches([], page, [note('r1', 4, '.other')], week);
    expect(rotOf(memory, rule, page, 0)).toBeUndefined();
    expect(rotOf(memory, { id: 'r2', selector: '.x', exceptions: [] }, page, 0)).toBeUndefined();
  });

  it('does not call a rule broken that spares everything since somebody gave it an exception', () => {
    const memory = noteMatches([], page, [note('r1')], week);
    expect(rotOf(memory, { ...rule, exceptions: ['.name'] }, page, 0)).toBeUndefined();
    const noted = noteMatches([], page, [note('r1', 4, matchedBy({ ...rule, exceptions: ['.x'] }))], week);
    expect(rotOf(noted, { ...rule, exceptions: ['.x'] }, page, 0)).toMatchObject({ kind: 'gone' });
  });

  it('claims no more of another page with a like address than that', () => {
    const like = 'https://shop.example.com/orders/•••';
    const memory = noteMatches([], like, [note('r1')], week);
    expect(rotOf(memory, rule, like, 0)).toMatchObject({ kind: 'gone-alike', count: 4 });
  });

  it('keeps what was noted before of rules that match nothing now', () => {
    const before = noteMatches([], page, [note('r1'), note('r2')], week);
    const memory = noteMatches(before, page, [note('r2', 7)], '2026-11-08T10:00:00.000Z');
    expect(memory.map(({ ruleId, pages }) => [ruleId, pages[0]?.count])).toEqual([
      ['r2', 7],
      ['r1', 4],
    ]);
  });

  it('stays small: the pages seen last, and so many rules', () => {
    let memory = noteMatches([], page, [note('r1')], week);
    for (let at = 0; at < 20; at += 1) memory = noteMatches(memory, `${page}/${at}`, [note('r1')], week);
    expect(memory[0]?.pages.map((one) => one.page)).toEqual(
      Array.from({ length: memoryLimits.pages }, (_, at) => `${page}/${19 - at}`),
    );
    const many = Array.from({ length: memoryLimits.rules + 5 }, (_, at) => note(`m${at}`));
    expect(noteMatches(memory, page, many, week)).toHaveLength(memoryLimits.rules);
  });
});
