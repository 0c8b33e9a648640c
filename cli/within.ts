import { PageNotLoaded } from './pageNotLoaded.ts';

/**
 * @param problem what is said when it takes longer; absent: the page did not answer
 * @throws PageNotLoaded when the work is not done in time
 */
export async function within<T>(milliseconds: number, work: Promise<T>, problem?: string): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<never>((_resolve, reject) => {
    const said = `${problem ?? 'the page did not answer'} for ${milliseconds} ms`;
    timer = setTimeout(() => reject(new PageNotLoaded(said)), milliseconds);
  });
  // What fails after its time is up has been told already.
  work.catch(() => undefined);
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}
