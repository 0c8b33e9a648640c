import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { repeatingBlindly, withoutBaseCompare, withoutReadBack } from '../../faults/brokenSources.ts';
import { createFaultServer, type FaultServer } from '../../faults/createFaultServer.ts';
import { runFaults } from '../../faults/runFaults.ts';

/** `npm run faults` plays more of them; these are the same every time. */
const seed = 20_000;

let server: FaultServer;
beforeAll(async () => {
  server = await createFaultServer();
}, 120_000);
afterAll(() => server?.close());

describe('randomised edits, pushes and faults', { timeout: 240_000 }, () => {
  it('lose nothing that was saved, write nothing twice and overwrite nobody in silence', async () => {
    const totals = await runFaults({ server, seed, runs: 24 });
    expect(totals.findings).toEqual([]);
    // A run in which nothing happens proves nothing.
    expect([totals.saved > 50, totals.writes > 50, totals.faults > 50, totals.kills > 5]).toEqual([
      true,
      true,
      true,
      true,
    ]);
  });

  it.each([
    ['writes without comparing with what it was based on', withoutBaseCompare, 'overwritten', seed],
    // An answer is lost just after a create about once in a hundred runs.
    ['sends creates again without looking', repeatingBlindly, 'doubled', seed + 520],
    ['takes a write for done without reading back', withoutReadBack, 'lost', seed],
  ] as const)('are told apart from an engine that %s', async (_name, spoil, kind, from) => {
    let found: string[] = [];
    for (let at = 0; at < 80 && found.length === 0; at += 1) {
      const { findings } = await runFaults({ server, seed: from + at, runs: 1, spoil: spoil() });
      found = findings.filter((finding) => finding.includes(`: ${kind}: `));
    }
    expect(found).not.toEqual([]);
  });
});
