import type { Browser } from 'puppeteer';
import { vi } from 'vitest';

/** Ends the extension's background worker as the browser does when it needs memory, and waits until it is gone. */
export async function killWorker(browser: Browser, extensionId: string): Promise<void> {
  const session = await browser.target().createCDPSession();
  const workers = async () => {
    const { targetInfos } = await session.send('Target.getTargets');
    return targetInfos
      .filter(({ type, url }) => type === 'service_worker' && url.includes(`//${extensionId}/`))
      .map(({ targetId }) => targetId);
  };
  const [targetId] = await workers();
  if (targetId === undefined) throw new Error('The background worker is not running.');
  await session.send('Target.closeTarget', { targetId });
  await vi.waitUntil(async () => !(await workers()).includes(targetId), { timeout: 10_000 });
  await session.detach();
}
