import type { Detector, Span } from './detector.ts';
import { textSetting } from './textSetting.ts';

const threeGroups = /(?<![\p{L}\d_.+-])(\d{3})([- .]?)(\d{2})([- .]?)(\d{4})(?![\p{L}\d_]|[.,-]\d|-\p{L})/gu;
const words = /\bssn\b|social[ _-]*security|\bss ?#|\bss no\b|taxpayer/i;
const contextReach = 60;
const afterReach = 32;
/** Printed in adverts and specimen cards; never issued (SSA, "Social Security number randomization"). */
const specimens = new Set(['078051120', '219099999', '123456789', '987654321', '111111111', '333333333']);

/** SSA rules for area, group and serial. Hyphens make the form; bare digits and spaces need the words. */
export const usSsn: Detector = {
  id: 'us-ssn',
  examples: {
    found: [
      'SSN 536-90-4399',
      '536-90-4399',
      'Social security number: 536904399',
      '536.90.4399',
      '536904399 is my SSN',
    ],
    clean: [
      '536-90-0000',
      '000-12-3456',
      '666-12-3456',
      '912-34-5678',
      '536904399',
      '1-536-90-4399',
      '536.90-4399',
    ],
  },
  detect(text, context) {
    const spans: Span[] = [];
    for (const match of text.matchAll(threeGroups)) {
      const [written, area = '', before = '', group = '', after = '', serial = ''] = match;
      if (area === '000' || area === '666' || area >= '900' || group === '00' || serial === '0000') continue;
      if (specimens.has(area + group + serial)) continue;
      const alone = textSetting(text, context) === 'alone';
      if (before !== after && !(alone && before + after === '-')) continue;
      const ahead = text.slice(Math.max(0, match.index - contextReach), match.index);
      const behind = text.slice(match.index + written.length, match.index + written.length + afterReach);
      const named = words.test(`${context.hint ?? ''} ${ahead} ${behind}`);
      const dashed = before === '-' && after === '-';
      const confidence = named ? 0.95 : dashed ? 0.8 : alone && written.length > 9 ? 0.55 : 0.2;
      spans.push({ start: match.index, end: match.index + written.length, confidence });
    }
    return spans;
  },
};
