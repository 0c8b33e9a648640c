// `node test/conformance/compare.ts <recorder> ['<options>']`: every difference between a recorder and its profile.
import { openBrowser } from '../page/openScrimPage.ts';
import { compareCapture } from './compareCapture.ts';
import { plantedPage, wholeStory } from './plantedPage.ts';
import { type RecorderId, recorders } from './runTruth.ts';
import { servePlantedPage } from './servePlantedPage.ts';

const [recorder, options = '{}'] = process.argv.slice(2);
if (!recorders.includes(recorder as RecorderId)) throw new Error(`one of ${recorders.join(', ')}`);

const page = plantedPage();
const served = await servePlantedPage(page);
const browsers = { recorder: await openBrowser(), scrim: await openBrowser() };
try {
  const variant = { recorder: recorder as RecorderId, name: options, options: JSON.parse(options) };
  const result = await compareCapture(browsers, variant, { ...page, url: served.url, watch: wholeStory });
  for (const { token, where, recorder: truth, scrim } of result.differences)
    console.log(`${token}  recorder ${truth}, scrim ${scrim}: ${where}`);
  for (const text of result.unsent.slice(0, 20)) console.log(`not sent: ${JSON.stringify(text)}`);
  const agreed = result.values - result.differences.length;
  console.log(
    `${recorder}: ${agreed}/${result.values} values, ${result.masked - result.unsent.length}/${result.masked} masked outputs`,
  );
} finally {
  await browsers.recorder.close();
  await browsers.scrim.close();
  await served.close();
}
