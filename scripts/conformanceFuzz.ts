// `node scripts/conformanceFuzz.ts [--recorder id] [--seed n] [--runs n] [--values n] [--changes n] [--oddity p]
// [--options json] [--command] [--html]`: random pages and configurations through the real recorders and through Scrim. Prints
// every difference with what is needed to see it again, then how many values agreed.
import { parseArgs } from 'node:util';
import { type FuzzRequest, type FuzzResult, fuzzCase } from '../test/conformance/fuzz/fuzzCase.ts';
import { type RecorderId, recorders } from '../test/conformance/runTruth.ts';
import { simulateByCommand } from '../test/conformance/simulateByCommand.ts';
import { openBrowser } from '../test/page/openScrimPage.ts';

const { values: given } = parseArgs({
  options: {
    recorder: { type: 'string' },
    seed: { type: 'string', default: '1' },
    runs: { type: 'string', default: '5' },
    values: { type: 'string', default: '300' },
    changes: { type: 'string', default: '0' },
    oddity: { type: 'string', default: '0' },
    options: { type: 'string' },
    command: { type: 'boolean', default: false },
    html: { type: 'boolean', default: false },
  },
});

/** More of one page have the same cause most of the time. */
const shownDifferences = 10;

const wanted = given.recorder?.split(',') ?? recorders;
const chosen = wanted.filter((id): id is RecorderId => (recorders as readonly string[]).includes(id));
if (chosen.length === 0) throw new Error(`--recorder: one of ${recorders.join(', ')}`);

const browsers = { recorder: await openBrowser(), scrim: await openBrowser() };
try {
  for (const recorder of chosen) await fuzz(recorder);
} finally {
  await browsers.recorder.close();
  await browsers.scrim.close();
}

async function fuzz(recorder: RecorderId): Promise<void> {
  const sum = { values: 0, differences: 0, masked: 0, unsent: 0, unforeseen: 0, shown: 0 };
  const first = Number(given.seed);
  for (let seed = first; seed < first + Number(given.runs); seed += 1) {
    const options = given.options === undefined ? undefined : JSON.parse(given.options);
    const changes = Number(given.changes);
    const oddity = Number(given.oddity);
    const simulate = given.command ? simulateByCommand : undefined;
    const values = Number(given.values);
    const result = await twice({ recorder, seed, values, changes, oddity, options, simulate });
    if (!result) continue;
    print(recorder, seed, result);
    sum.values += result.values;
    sum.shown += result.shown;
    sum.differences += result.differences.length;
    sum.masked += result.masked;
    sum.unsent += result.unsent.length;
    sum.unforeseen += result.unforeseen.length;
  }
  console.log(
    `${recorder}: ${sum.values - sum.differences}/${sum.values} values (${sum.shown} sent), ${sum.masked - sum.unsent}/${sum.masked} masked outputs, ${sum.unforeseen} masks sent that were not foreseen`,
  );
}

/** A difference counts when it is there both times: under load a recorder may be a moment late. */
async function twice(request: FuzzRequest): Promise<FuzzResult | undefined> {
  try {
    const first = await fuzzCase(browsers, request);
    const isClean = first.differences.length + first.unsent.length + first.unforeseen.length === 0;
    if (isClean) return first;
    const second = await fuzzCase(browsers, request);
    const again = new Set(second.differences.map(({ token }) => token));
    return {
      ...second,
      differences: first.differences.filter(({ token }) => again.has(token)),
      unforeseen: second.unforeseen.filter((text) => first.unforeseen.includes(text)),
    };
  } catch (error) {
    console.log(
      `${request.recorder} seed ${request.seed}: ${error instanceof Error ? error.message : error}`,
    );
    return undefined;
  }
}

function print(recorder: RecorderId, seed: number, result: FuzzResult): void {
  const { differences, unsent, unsentPlaces, unforeseen, options, page } = result;
  if (differences.length + unsent.length + unforeseen.length === 0) return;
  console.log(`--- ${recorder} --seed ${seed} --options '${JSON.stringify(options)}'`);
  for (const { token, where, recorder: truth, scrim } of differences.slice(0, shownDifferences))
    console.log(`${token} recorder ${truth}, scrim ${scrim}: ${where}`);
  if (differences.length > shownDifferences) console.log(`and ${differences.length - shownDifferences} more`);
  for (const [i, text] of unsent.slice(0, 8).entries())
    console.log(`  not sent: ${JSON.stringify(text.slice(0, 80))} from ${unsentPlaces[i]}`);
  for (const text of unforeseen.slice(0, 8))
    console.log(`  not foreseen: ${JSON.stringify(text.slice(0, 200))}`);
  if (given.html) console.log(page.html, ...page.documents.values());
}
