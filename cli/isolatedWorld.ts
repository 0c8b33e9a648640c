import type { CDPSession } from 'puppeteer';

/** @returns the world of this name in the page's document; one of the same name is the one that is there already */
export async function enterWorld(session: CDPSession, worldName: string): Promise<number> {
  const { frameTree } = await session.send('Page.getFrameTree');
  const frameId = frameTree.frame.id;
  return (await session.send('Page.createIsolatedWorld', { frameId, worldName })).executionContextId;
}

/** @throws Error with the words of what the expression throws */
export async function evaluateIn(
  session: CDPSession,
  contextId: number,
  expression: string,
): Promise<unknown> {
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
    expression,
    contextId,
    awaitPromise: true,
    returnByValue: true,
  });
  if (exceptionDetails) {
    const { exception, text } = exceptionDetails;
    throw new Error(exception?.description ?? text);
  }
  return result.value;
}
