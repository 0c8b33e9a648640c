import type { HTTPResponse, Page } from 'puppeteer';
import {
  asksForRecorderRules,
  parseRecorderRules,
  type RecorderRule,
} from '../core/settings/recorderRules.ts';

/** Settings of an org with 10,000 rules are about 5 MB. */
const maxLength = 16 * 1024 * 1024;

/**
 * Listens for the answer that FullStory's script gets when it asks for the org's settings. Nothing is asked by us: that
 * would begin a session.
 *
 * @returns what was heard so far; undefined: the recorder did not ask, or its answer tells nothing
 */
export function hearRecorderRules(page: Page): () => Promise<readonly RecorderRule[] | undefined> {
  const heard: Promise<readonly RecorderRule[] | undefined>[] = [];
  page.on('response', (response) => {
    if (asksForRecorderRules(response.url())) heard.push(rulesIn(response));
  });
  return async () => {
    const answers = await Promise.all(heard);
    return answers.findLast((rules) => rules !== undefined);
  };
}

async function rulesIn(response: HTTPResponse): Promise<readonly RecorderRule[] | undefined> {
  try {
    const text = await response.text();
    return text.length > maxLength ? undefined : parseRecorderRules(JSON.parse(text));
  } catch (error) {
    // No body (a preflight), a page that went away, no JSON: it tells nothing.
    if (error instanceof Error) return undefined;
    throw error;
  }
}
