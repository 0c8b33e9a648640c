import type { PageReport } from '../../../core/report/pageReport.ts';

/** What a synthetic visitor and a wire check may have added to a page. */
export const wireSample = {
  visitor: {
    seed: 7,
    locale: 'de-DE',
    filled: [{ path: 'html > body > input', class: 'email' }],
    shownPasswords: 1,
    opened: 2,
    skipped: [{ path: 'html > body > select', why: 'disabled' }],
  },
  wire: {
    messages: 3,
    bytes: 4096,
    arrivals: [
      {
        id: 'email-collector-unpredicted',
        kind: 'email',
        receiver: { origin: 'https://r.example', recorder: 'fullstory', isThirdParty: true },
        carriers: ['fetch', 'beacon'],
        encodings: [['gzip', 'json']],
        match: 'whole',
        count: 2,
        predicted: 'masked',
        isUnpredicted: true,
      },
    ],
    ofPlayed: 2,
    notSeen: [{ kind: 'tel', predicted: 'captured', count: 1 }],
    notInspected: [{ origin: 'https://r.example', carrier: 'worker', why: 'body-withheld', count: 1 }],
  },
} as const satisfies Pick<PageReport, 'visitor' | 'wire'>;
