import { mkdir } from 'node:fs/promises';
import { openHarness } from './openHarness.ts';
import { states } from './states.ts';

const only = process.argv.slice(2);
await mkdir('/tmp/ui', { recursive: true });
const h = await openHarness();
try {
  for (const state of states) {
    if (only.length && !only.includes(state.name)) continue;
    const page = await h.open(state.case);
    page.setDefaultTimeout(8000);
    page.on('console', (m) => m.type() === 'error' && console.log('console', m.text()));
    try {
      await state.reach(page);
    } catch (e) {
      console.log(state.name, String(e));
    }
    await page.screenshot({ path: `/tmp/ui/${state.name}.png`, fullPage: true });
    await page.close();
  }
} finally {
  await h.close();
}
