// `node scripts/conformanceDrift.ts [recorder]`: the newest recorders instead of the pinned ones. Prints, for each, which values
// of the planted page it treats otherwise than Scrim does, and ends with 1 when there are any.
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browsers, compareCapture } from '../test/conformance/compareCapture.ts';
import { plantedPage, wholeStory } from '../test/conformance/plantedPage.ts';
import { type RecorderId, recorders } from '../test/conformance/runTruth.ts';
import { servePlantedPage } from '../test/conformance/servePlantedPage.ts';
import { variantsOf } from '../test/conformance/variants.ts';
import { openBrowser } from '../test/page/openScrimPage.ts';
import { projectRoot } from './projectRoot.ts';
import { runCommand } from './runCommand.ts';

const packages: Readonly<Record<RecorderId, string>> = {
  rrweb: 'rrweb',
  sentry: '@sentry/browser',
  posthog: 'posthog-js',
  datadog: '@datadog/browser-rum',
  clarity: 'clarity-js',
  openreplay: '@openreplay/tracker',
  mixpanel: 'mixpanel-browser',
  amplitude: '@amplitude/session-replay-browser',
  newrelic: '@newrelic/browser-agent',
  statsig: '@statsig/session-replay',
  faro: '@grafana/faro-instrumentation-replay',
};

/** A package and what it needs, over a slow line. */
const installTimeout = 5 * 60_000;

async function main(): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'scrim-drift-'));
  const browsers: Browsers = { recorder: await openBrowser(), scrim: await openBrowser() };
  const compared: number[] = [];
  const [only] = process.argv.slice(2);
  try {
    for (const recorder of recorders.filter((id) => only === undefined || id === only)) {
      const drifted = await compareIfPossible(browsers, recorder, join(folder, recorder));
      if (drifted !== null) compared.push(drifted);
    }
  } finally {
    await browsers.recorder.close();
    await browsers.scrim.close();
    await rm(folder, { recursive: true });
  }
  if (compared.length === 0) throw new Error('nothing could be compared: is the registry reachable?');
  return compared.every((drifted) => drifted === 0) ? 0 : 1;
}

/** Null, said aloud, where the newest version cannot be installed or no longer has what its driver needs. */
async function compareIfPossible(
  browsers: Browsers,
  recorder: RecorderId,
  folder: string,
): Promise<number | null> {
  try {
    await installNewest(recorder, folder);
    return await compareNewest(browsers, recorder, folder);
  } catch (error) {
    const [problem] = (error instanceof Error ? error.message : String(error)).split('\n');
    console.log(`${packages[recorder]}: not compared: ${problem}`);
    return null;
  }
}

/** Each in a folder of its own: one that cannot be installed takes no other with it. */
async function installNewest(recorder: RecorderId, folder: string): Promise<void> {
  await mkdir(folder);
  await writeFile(join(folder, 'package.json'), '{"private":true,"type":"module"}');
  await cp(join(projectRoot, 'test', 'conformance', 'recorders'), join(folder, 'recorders'), {
    recursive: true,
  });
  const newest = `${packages[recorder]}@latest`;
  const args = ['install', '--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund', newest];
  const { code, output, problem } = await runCommand('npm', args, { show: false, timeout: installTimeout });
  if (code !== 0) throw new Error(problem ?? /^npm error (?!code).*$/m.exec(output)?.[0] ?? `code ${code}`);
}

async function compareNewest(browsers: Browsers, recorder: RecorderId, folder: string): Promise<number> {
  const file = join(folder, 'node_modules', packages[recorder], 'package.json');
  const { version } = JSON.parse(await readFile(file, 'utf8')) as { version: string };
  const page = plantedPage();
  const served = await servePlantedPage(page);
  let drifted = 0;
  try {
    for (const variant of variantsOf(recorder)) {
      const drivers = join(folder, 'recorders');
      const result = await compareCapture(
        browsers,
        { ...variant, drivers },
        { ...page, url: served.url, watch: wholeStory },
      );
      drifted += result.differences.length + result.unsent.length;
      for (const { where, recorder: truth, scrim } of result.differences)
        console.log(`  ${variant.name}: ${where}: sent ${truth}, scrim ${scrim}`);
      for (const text of result.unsent)
        console.log(`  ${variant.name}: no longer sent: ${JSON.stringify(text)}`);
    }
  } finally {
    await served.close();
  }
  console.log(`${packages[recorder]} ${version}: ${drifted === 0 ? 'no drift' : `${drifted} differences`}`);
  return drifted;
}

process.exitCode = await main();
