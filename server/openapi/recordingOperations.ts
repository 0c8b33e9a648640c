import type { Operation } from './operation.ts';
import { historyAnswer, recordingAnswers } from './recordingAnswers.ts';

const oldPaged = { paginationToken: 'Where the page before ended.', limit: '1 to 100; default 20.' };
const platform = { platform: 'web (default) or mobile.' };

/** FullStory's older reads, each with its history. */
export function recordingOperations(): Record<string, Operation> {
  const found: Record<string, Operation> = {};
  for (const [name, answer] of Object.entries(recordingAnswers)) {
    const level = name === 'privacy' ? 'architect' : 'standard';
    const path = `/settings/recording/v1/${name}`;
    const id = `${name[0]?.toUpperCase()}${name.slice(1)}`;
    const more = name === 'domain' || name === 'features' ? platform : {};
    const fresh = name === 'privacy' ? { headers: ['If-None-Match'] as const } : {};
    const summary = `FullStory's ${name} settings.`;
    found[`GET ${path}`] = { id: `read${id}`, summary, level, query: more, ...fresh, answer };
    found[`GET ${path}/history`] = {
      id: `read${id}History`,
      summary: `FullStory's ${name} settings as they were, newest first.`,
      level,
      query: { ...oldPaged, ...more },
      answer: historyAnswer(answer),
    };
  }
  return found;
}
