import robotsParser from 'robots-parser';
import { agentName, type FetchBytesOptions, FetchError, fetchBytes } from './fetchBytes.ts';

/** What the sites of a crawl ask of those who crawl them. */
export interface Robots {
  /** @returns why a page is not to be opened; undefined: nothing speaks against it */
  forbids(url: string): Promise<string | undefined>;
  /** Milliseconds between two pages of an origin, of what was asked for so far. */
  delayOf(origin: string): number;
}

/** RFC 9309 2.5: at least 500 KiB are read. */
const maxBytes = 512 * 1024;
const timeout = 15_000;
/** A site that asks for more is left alone by not crawling it. */
const maxDelay = 60_000;

type Rules = { readonly robots?: ReturnType<typeof robotsParser>; readonly problem?: string };

export function createRobots(deps: Pick<FetchBytesOptions, 'fetch' | 'signal'>): Robots {
  const known = new Map<string, Promise<Rules>>();
  const delays = new Map<string, number>();

  async function read(origin: string): Promise<Rules> {
    const address = `${origin}/robots.txt`;
    try {
      const { status, bytes } = await fetchBytes(address, { ...deps, timeout, maxBytes });
      // RFC 9309 2.3.1: what is not there forbids nothing; what cannot be reached forbids everything.
      if (status >= 400 && status < 500 && status !== 429) return {};
      if (status !== 200) return { problem: `the server answered ${status}` };
      const robots = robotsParser(address, bytes.toString('utf8'));
      const seconds = robots.getCrawlDelay(agentName) ?? 0;
      delays.set(origin, Math.min(maxDelay, Math.max(0, seconds * 1000)));
      return { robots };
    } catch (error) {
      if (!(error instanceof FetchError)) throw error;
      return { problem: error.message };
    }
  }

  return {
    async forbids(url) {
      const { origin } = new URL(url);
      const asked = known.get(origin) ?? read(origin);
      known.set(origin, asked);
      const { robots, problem } = await asked;
      if (problem !== undefined) return `robots.txt could not be read: ${problem}`;
      return robots?.isDisallowed(url, agentName) ? 'robots.txt of the site forbids it' : undefined;
    },
    delayOf: (origin) => delays.get(origin) ?? 0,
  };
}
