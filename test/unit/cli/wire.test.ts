import { describe, expect, it } from 'vitest';
import { en } from '../../../assets/locales/en/index.ts';
import { wireLines } from '../../../cli/reporters/wire.ts';
import { createTranslator } from '../../../core/messages/translate.ts';
import { notLoadedReport } from '../../../core/report/notLoadedReport.ts';
import { decodeGaps } from '../../../core/wire/decodedMessage.ts';
import type { WireArrival, WireReport } from '../../../core/wire/wireReport.ts';

const t = createTranslator(en, 'en');
const page = notLoadedReport('https://shop.example', '');
const arrival: WireArrival = {
  id: 'email https://r.example rrweb masked',
  kind: 'email',
  receiver: { origin: 'https://r.example', isThirdParty: true, recorder: 'rrweb' },
  carriers: ['fetch'],
  encodings: [['gzip', 'json']],
  match: 'whole',
  count: 2,
  predicted: 'masked',
  isUnpredicted: true,
};
const wire: WireReport = { messages: 3, bytes: 9, arrivals: [], notInspected: [], ofPlayed: 2, notSeen: [] };
const text = (report: Partial<WireReport>) =>
  wireLines({ ...page, wire: { ...wire, ...report } }, t).join('\n');

describe('what left the browser, for a person', () => {
  it('is not spoken of when nobody listened', () => {
    expect(wireLines(page, t)).toEqual([]);
  });

  it('is loud about what was not predicted', () => {
    const said = text({ arrivals: [arrival] });
    expect(said).toContain('✗ Sent though not predicted');
    expect(said).toContain('https://r.example');
    expect(said).toContain('gzip > json');
    expect(said).toContain('simulation: masked');
  });

  it('says when the recorder was not heard at all', () => {
    expect(text({ ofPlayed: 0 })).toContain('was not compared with the simulation');
  });

  it('takes what was not seen for no proof', () => {
    expect(text({ notSeen: [{ kind: 'tel', predicted: 'captured', count: 2 }] })).toContain('no proof');
  });

  it('has words for every gap, and no origin writes to the terminal', () => {
    const others = ['body-not-read', 'stream', 'target-lost', 'worker-start', 'web-transport', 'not-left'];
    for (const why of [...decodeGaps, ...others]) expect(en[`wire.notInspected.${why}`]).toBeTypeOf('string');
    const said = text({
      notInspected: [{ origin: 'https://a\u001b[2J', carrier: 'fetch', why: 'media', count: 1 }],
    });
    expect(said).not.toContain('\u001b');
  });
});
