import { detectAll } from '../detectors/detectAll.ts';
import { detectors } from '../detectors/registry.ts';
import type { PlantedValue } from '../visitor/plantedValue.ts';
import { redact } from './redact.ts';

const dots = '•••';

/**
 * Words that somebody else made (an error of a test, of a driver) without the values that they may quote: what detectors
 * find, what was planted, and whatever stands in quotation marks and is no plain word.
 */
export function withoutValues(text: string, planted: readonly PlantedValue[]): string {
  let plain = text;
  for (const { value } of planted) if (value.length > 2) plain = plain.replaceAll(value, dots);
  plain = plain.replace(/(["'`])([^"'`]{1,400})\1/g, (whole, mark: string, quoted: string) =>
    /^[\w.#[\]=>:() -]{1,80}$/.test(quoted) && !/\d{3}|@/.test(quoted) ? whole : mark + dots + mark,
  );
  let shown = '';
  let from = 0;
  for (const { start, end, detector, confidence } of detectAll(plain, {}, detectors)) {
    if (confidence < minConfidence || start < from) continue;
    shown += plain.slice(from, start) + redact(plain.slice(start, end), detector);
    from = end;
  }
  return shown + plain.slice(from);
}

/** Below what is reported as a finding: here nothing is lost by hiding too much. */
const minConfidence = 0.3;
