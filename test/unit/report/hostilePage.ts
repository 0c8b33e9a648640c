import type { PageReport } from '../../../core/report/pageReport.ts';
import { reportOf } from './sampleRun.ts';

/** What breaks out of one format or another. */
export const hostileTexts = [
  ']]><failure/>',
  '\n::error file=x::planted',
  '| a | b |',
  '`code` <!-- --> @somebody #1 [x](https://evil.example)',
  '</script><script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '\u0000\u0007\u001b[31m\ud800\ufffe',
  '\u202egnp.exe\u2066',
] as const;

const hostile = hostileTexts.join(' ');

/** A page whose every text that a site, a rule file or a server may choose tries to break out. */
export async function hostilePage(): Promise<PageReport> {
  const page = await reportOf(
    `https://shop.example/${hostile}`,
    '<p>jane.roe@example.org</p><input name="email">',
    {
      rules: [{ selector: 'p', action: 'unmask', name: hostile }],
      step: hostile,
    },
  );
  return {
    ...page,
    uninspected: [{ kind: 'frame', path: hostile, origin: hostile, reason: 'frame', detail: hostile }],
    problems: [{ ruleId: 'r1', kind: 'invalid-selector', selector: hostile, detail: hostile }],
    rules: page.rules.map((rule) => ({ ...rule, kinds: [hostile] })),
    leaks: page.leaks.map((leak) => ({
      ...leak,
      places: leak.places.map((place) => ({
        ...place,
        name: hostile,
        path: hostile,
      })) as unknown as typeof leak.places,
    })),
    picturesMissing: 'broken',
  };
}
