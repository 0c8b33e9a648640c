import { describe, expect, it } from 'vitest';
import { en } from '../../../assets/locales/en/index.ts';
import { inForceLines } from '../../../cli/reporters/inForce.ts';
import { createTranslator } from '../../../core/messages/translate.ts';
import { notLoadedReport } from '../../../core/report/notLoadedReport.ts';

const t = createTranslator(en, 'en');
const page = notLoadedReport('https://shop.example', '');
const nothing = { notGiven: [], notListed: [], otherAction: [], untold: [] };

describe('the rules in force, for a person', () => {
  it('are not spoken of when they do not differ, or nobody knows', () => {
    expect(inForceLines(page, t)).toEqual([]);
    expect(inForceLines({ ...page, inForce: nothing }, t)).toEqual([]);
  });

  it('are told part by part, and no name writes to the terminal', () => {
    const inForce = { ...nothing, notGiven: ['Phone', 'Card'], notListed: ['.a\u001b[2J'] };
    const lines = inForceLines({ ...page, inForce }, t);
    expect(lines).toHaveLength(3);
    expect(lines[1]).toContain('Phone, Card');
    expect(lines.join('\n')).not.toContain('\u001b');
  });
});
