import type { Problem } from '../core/protocol.ts';
import { SettingsError } from '../core/settings/settingsSource.ts';
import { ProblemError } from './problemError.ts';

/** Whatever went wrong, in the one shape that is shown. An unforeseen error tells its kind only: its text may hold anything. */
export function problemOf(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  if (error instanceof SettingsError) return { code: error.code, detail: error.message };
  return { code: 'unexpected', detail: error instanceof Error ? error.name : typeof error };
}
