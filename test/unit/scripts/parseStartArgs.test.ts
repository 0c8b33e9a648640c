import { describe, expect, it } from 'vitest';
import { parseStartArgs, StartUsageError } from '../../../scripts/demo/parseStartArgs.ts';

describe('parseStartArgs', () => {
  it('opens the demo shop on a screen when nothing is said', () => {
    expect(parseStartArgs([])).toEqual({ headless: false });
  });

  it.each([['https://example.com/a'], ['pages/a.html'], ['B.HTM']])(
    'takes %s in any order with --headless',
    (target) => {
      expect(parseStartArgs([target, '--headless'])).toEqual({ headless: true, target });
      expect(parseStartArgs(['--headless', target])).toEqual({ headless: true, target });
    },
  );

  it.each([[['--headles']], [['a.html', 'b.html']], [['file:///a']], [['javascript:alert(1)']], [['shop']]])(
    'refuses %j',
    (argv) => {
      expect(() => parseStartArgs(argv)).toThrow(StartUsageError);
    },
  );
});
