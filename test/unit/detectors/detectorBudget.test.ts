import { expect, test } from 'vitest';
import { detectAll } from '../../../core/detectors/detectAll.ts';
import type { Detector } from '../../../core/detectors/detector.ts';
import { createDetectorBudget } from '../../../core/detectors/detectorBudget.ts';

/** A clock that only runs while a detector works. */
function scene(milliseconds: number) {
  let time = 0;
  let asked = 0;
  const slow: Detector = {
    id: 'email',
    examples: { found: [], clean: [] },
    detect() {
      asked += 1;
      time += milliseconds;
      return [];
    },
  };
  const quick: Detector = { ...slow, id: 'phone', detect: () => [{ start: 0, end: 1, confidence: 1 }] };
  const budget = createDetectorBudget(() => time, { base: 100, perMillion: 0 });
  return { slow, quick, budget, asked: () => asked };
}

test('a detector beyond its time is not asked again, the others are, and it is told', () => {
  const { slow, quick, budget, asked } = scene(30);
  let found = 0;
  for (let text = 0; text < 10; text += 1)
    found += detectAll(`text number ${text}`, {}, [slow, quick], budget).length;
  expect(asked()).toBe(4);
  expect(found).toBe(10);
  expect(budget.uninspected()).toEqual([
    { kind: 'detector', path: '', reason: 'detector-too-slow', detail: 'email, 120 ms' },
  ]);
});

test('it is stopped between the windows of one long text', () => {
  const { slow, budget, asked } = scene(60);
  detectAll('x'.repeat(1_000_000), {}, [slow], budget);
  expect(asked()).toBe(2);
});

test('more to read is more time', () => {
  const { slow, asked } = scene(60);
  const budget = createDetectorBudget(() => 60 * asked(), { base: 100, perMillion: 2000 });
  detectAll('x'.repeat(1_000_000), {}, [slow], budget);
  expect(asked()).toBe(18);
  expect(budget.uninspected()).toEqual([]);
});
