import type { KeptSession } from '../../../components/qa/keepSession.ts';
import type { RedactedText } from '../../../core/findings/finding.ts';
import { verdictOf } from '../../../core/findings/verdictOf.ts';
import type { PageReport, ReportedLeak } from '../../../core/report/pageReport.ts';
import { unseenReport } from '../../../core/report/unseenReport.ts';

const shop = 'https://shop.example.com';

function leak(
  id: string,
  detector: 'email' | 'phone' | 'iban',
  certainty: 'leak' | 'possible',
): ReportedLeak {
  return {
    ...{ id, certainty, severity: 'high', tags: ['contact'], confidence: 0.9 },
    kind: { type: 'value', detector },
    sample: 'a\u2022\u2022\u2022@\u2022\u2022\u2022.com' as RedactedText,
    places: [
      {
        ...{ node: 4, path: 'html > body > main > p:nth-child(3)', channel: 'text' },
        ...{ treatment: certainty === 'leak' ? 'captured' : 'unknown', moment: 'snapshot', why: 'no-rule' },
      },
    ],
  };
}

function page(path: string, leaks: readonly ReportedLeak[], more: Partial<PageReport> = {}): PageReport {
  const uninspected = more.uninspected ?? [];
  const nothing = unseenReport({ page: `${shop}${path}` }, { kind: 'page', path: '', reason: 'not-loaded' });
  return { ...nothing, loaded: true, verdict: verdictOf(leaks, uninspected), leaks, uninspected, ...more };
}

/** Pages in every state that one can be in. */
export const sampleSession: KeptSession = {
  ...{ version: 1, since: '2026-11-25T09:12:00Z', isOn: false, recorder: 'fullstory' },
  pages: [
    page('/account', [leak('a', 'email', 'leak'), leak('b', 'iban', 'leak'), leak('c', 'phone', 'possible')]),
    page('/orders/:id', [leak('d', 'email', 'possible')], { looks: 4 }),
    page(
      '/checkout/a-very-long-address/that-goes-on/and-on/until-it-has-to-be-broken/somewhere/in-the-middle',
      [],
      {
        uninspected: [
          { kind: 'frame', path: 'html > body > iframe', origin: 'https://pay.example.org', reason: 'frame' },
        ],
      },
    ),
    page('/help', []),
    page('/help', [], { step: 'recorded by Sentry' }),
    unseenReport({ page: `${shop}/basket` }, { kind: 'page', path: '', reason: 'left-too-soon' }),
    unseenReport(
      { page: 'Pages whose address the browser does not tell' },
      { kind: 'page', path: '', reason: 'no-access' },
      { kind: 'page', path: '', reason: 'panel-closed' },
    ),
  ],
};
