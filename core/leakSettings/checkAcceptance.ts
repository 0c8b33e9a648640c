import { defaultConfidence } from '../detectors/defaultConfidence.ts';
import { detectAll } from '../detectors/detectAll.ts';
import { DefinitionError } from './definitionError.ts';
import { leakSettingsLimits as limits } from './leakSettingsLimits.ts';

export interface AcceptanceTerms {
  readonly reason: string;
  /** `2026-12-31`: the last day it counts, in UTC. */
  readonly expires: string;
}

const day = /^\d{4}-\d{2}-\d{2}$/;
const millisecondsOfDay = 86_400_000;

/**
 * Nothing is accepted for ever: the last day is a day, and no further away than a year.
 *
 * @param today `2026-11-25`
 * @throws {DefinitionError}
 */
export function checkExpiry(expires: string, today: string): void {
  const at = Date.parse(`${expires}T00:00:00Z`);
  if (!day.test(expires) || Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== expires)
    throw new DefinitionError('expiry-no-day');
  if (at > Date.parse(`${today}T00:00:00Z`) + limits.days * millisecondsOfDay)
    throw new DefinitionError('expiry-too-far');
}

/**
 * What is written about an accepted finding is passed on with its file, and holds nothing personal itself.
 *
 * @throws {DefinitionError} naming the entry and the detector
 */
export function checkHoldsNoValue(entries: Readonly<Record<string, string>>): void {
  for (const [entry, text] of Object.entries(entries)) {
    const found = detectAll(text, {}).find(({ confidence }) => confidence >= defaultConfidence);
    if (found) throw new DefinitionError('holds-value', { entry, detector: found.detector });
  }
}

/**
 * Under which terms leaks are accepted into a baseline: as strict as a suppression in a rule file.
 *
 * @param today `2026-11-25`
 * @throws {DefinitionError} for what it says
 */
export function checkTerms({ reason, expires }: AcceptanceTerms, today: string): void {
  if (reason.trim() === '') throw new DefinitionError('reason-missing');
  if (reason.length > limits.reason)
    throw new DefinitionError('too-long', { entry: 'reason', max: limits.reason });
  if (expires === '') throw new DefinitionError('expiry-missing');
  checkExpiry(expires, today);
  checkHoldsNoValue({ reason });
}
