import { builtInDetectorIds, fieldClasses } from '../findings/tagsOf.ts';
import { asObject, asString, isAbsent } from '../settings/wireGuards.ts';
import { checkExpiry, checkHoldsNoValue } from './checkAcceptance.ts';
import { DefinitionError } from './definitionError.ts';
import type { Suppression } from './leakSettings.ts';
import { leakSettingsLimits as limits } from './leakSettingsLimits.ts';
import { detectorName } from './readCustomDetector.ts';
import { parseSimpleSelector } from './simpleSelector.ts';

const keys = new Set(['id', 'detector', 'selector', 'page', 'reason', 'expires']);
const fieldPrefix = 'field:';
const customPrefix = 'custom:';
const pagePattern = /^(?:https?:\/\/|file:\/\/|\/|\*)[^\s?#]*$/i;

/**
 * One entry of `suppressions` in a rule file. Refused when it would accept everything, for ever, or without a reason,
 * and when it holds what a detector takes for personal data: a rule file is passed on.
 *
 * @param today `2026-11-25`; an expiry further away than a year is refused, one that is over is not
 * @throws {DefinitionError} for what it says
 * @throws {WireError} for a wrong type
 */
export function readSuppression(json: unknown, position: number, today: string): Suppression {
  const raw = asObject(json, '$');
  for (const key of Object.keys(raw))
    if (!keys.has(key)) throw new DefinitionError('unknown-entry', { entry: key.slice(0, 40) });
  const text = (entry: 'id' | 'detector' | 'selector' | 'page' | 'reason' | 'expires', max: number) => {
    const value = raw[entry];
    if (isAbsent(value)) return undefined;
    if (typeof value === 'string' && value.length > max)
      throw new DefinitionError('too-long', { entry, max });
    return asString(value, entry, max).trim() || undefined;
  };
  const suppression = {
    id: text('id', 100) ?? `#${position}`,
    detector: text('detector', 100),
    selector: text('selector', limits.selector),
    page: text('page', limits.page),
    reason: text('reason', limits.reason),
    expires: text('expires', 20),
  };
  const { detector, selector, page, reason, expires } = suppression;
  if (detector === undefined && selector === undefined && page === undefined)
    throw new DefinitionError('suppresses-everything');
  if (reason === undefined) throw new DefinitionError('reason-missing');
  if (expires === undefined) throw new DefinitionError('expiry-missing');
  checkExpiry(expires, today);
  if (detector !== undefined && !isDetector(detector)) throw new DefinitionError('detector-unknown');
  if (page !== undefined && !pagePattern.test(page)) throw new DefinitionError('page-pattern');
  if (selector !== undefined) parseSimpleSelector(selector);
  checkHoldsNoValue({
    reason,
    ...(page === undefined ? {} : { page }),
    ...(selector === undefined ? {} : { selector }),
  });
  return {
    id: suppression.id,
    ...(detector === undefined ? {} : { detector }),
    ...(selector === undefined ? {} : { selector }),
    ...(page === undefined ? {} : { page }),
    reason,
    expires,
  };
}

function isDetector(id: string): boolean {
  if (id.startsWith(fieldPrefix)) return fieldClasses.includes(id.slice(fieldPrefix.length));
  if (id.startsWith(customPrefix)) return detectorName.test(id.slice(customPrefix.length));
  return builtInDetectorIds.includes(id);
}
