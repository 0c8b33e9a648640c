// `npm run faults -- --seed 1 --runs 1000`: randomised sequences of edits, pushes and faults over the real background
// code, the real connectors and the real server; the judge's numbers at the end. A finding ends with 1.
import { parseArgs } from 'node:util';
import { createFaultServer } from '../test/faults/createFaultServer.ts';
import { runFaults } from '../test/faults/runFaults.ts';

const { values } = parseArgs({
  options: { seed: { type: 'string' }, runs: { type: 'string', default: '1000' } },
});
const seed = values.seed === undefined ? Math.floor(Math.random() * 1_000_000_000) : Number(values.seed);
const runs = Number(values.runs);
console.log(`Seed ${seed}, ${runs} runs.`);
const began = performance.now();
const server = await createFaultServer();
let played = 0;
const { findings, ...totals } = await runFaults({
  server,
  seed,
  runs,
  onRun: () => {
    played += 1;
    if (played % 100 === 0)
      console.log(`${played} runs, ${((performance.now() - began) / 1000).toFixed(0)} s`);
  },
});
await server.close();
for (const [name, count] of Object.entries(totals)) console.log(`${name.padEnd(12)} ${count}`);
console.log(`seconds      ${((performance.now() - began) / 1000).toFixed(1)}`);
for (const finding of findings) console.log(finding);
process.exitCode = findings.length > 0 ? 1 : 0;
