import type { CDPSession } from 'puppeteer';

/** Puppeteer's session, or one of another driver that answers the same commands. */
export type ProtocolSession = Pick<CDPSession, 'send' | 'detach'>;

/** @returns the world of this name in the page's document; one of the same name is the one that is there already */
export async function enterWorld(session: ProtocolSession, worldName: string): Promise<number> {
  const { frameTree } = await session.send('Page.getFrameTree');
  const frameId = frameTree.frame.id;
  return (await session.send('Page.createIsolatedWorld', { frameId, worldName })).executionContextId;
}

/**
 * @param contextId undefined: the page's own world
 * @throws Error with the words of what the expression throws
 */
export async function evaluateIn(
  session: ProtocolSession,
  contextId: number | undefined,
  expression: string,
): Promise<unknown> {
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
    expression,
    ...(contextId === undefined ? {} : { contextId }),
    awaitPromise: true,
    returnByValue: true,
  });
  if (exceptionDetails) {
    const { exception, text } = exceptionDetails;
    throw new Error(exception?.description ?? text);
  }
  return result.value;
}
