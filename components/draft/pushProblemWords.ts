import type { Translate } from '../../core/messages/translate.ts';

/** What stopped a push or a step, in words. */
export function pushProblemWords(problem: string, t: Translate): string {
  const key = `problem.${problem}.what`;
  return t.has(key) ? t(key) : problem;
}
