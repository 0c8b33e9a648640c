import type { CheckConfig, ConsentState, PageConfig, PageSettings } from './checkConfig.ts';
import type { LookSettings, PlannedLook } from './plannedLook.ts';

/** One page that a source of pages names. */
export interface FoundPage extends PageConfig {
  readonly notInspected?: string;
  readonly flow?: string;
}

export interface LookPlan {
  readonly looks: readonly PlannedLook[];
  /** How often a page was named again, in the same settings. */
  readonly duplicates: number;
}

export interface PlanOptions extends Pick<CheckConfig, 'consents' | 'defaults'> {
  /** What the command line says comes before everything. */
  readonly over?: PageSettings;
  /** What two names of the same page have in common: `http://a.example` and `HTTP://a.example/`. */
  readonly addressOf: (page: string) => string;
}

/**
 * Every look of a run, in the order of its pages: each page once in each consent state. The same page in the same
 * settings is looked at once; in different settings each is a look of its own, and its step says what differs.
 */
export function planLooks(
  pages: readonly FoundPage[],
  { consents = [], defaults = {}, over = {}, addressOf }: PlanOptions,
): LookPlan {
  const looks: PlannedLook[] = [];
  const seen = new Set<string>();
  let duplicates = 0;
  const all = pages.map(({ url, notInspected, flow, ...own }) => {
    const settings: PageSettings = { ...defaults, ...own, ...over };
    return { url, notInspected, flow, settings, address: addressOf(url) };
  });
  const variants = variantsOf(all);
  for (const { url, notInspected, flow, settings, address } of all) {
    const key = JSON.stringify([address, sorted(settings)]);
    if (seen.has(key)) {
      duplicates += 1;
      continue;
    }
    seen.add(key);
    const variant = variants.get(key);
    for (const consent of statesOf(settings, consents)) {
      const step = [variant, consent?.name].filter((part) => part !== undefined).join(', ');
      looks.push({
        page: url,
        ...(step === '' ? {} : { step }),
        settings: inState(settings, consent),
        ...(flow === undefined ? {} : { flow }),
        ...(notInspected === undefined ? {} : { notInspected }),
      });
    }
  }
  return { looks, duplicates };
}

function statesOf(
  { consents: wanted }: PageSettings,
  states: readonly ConsentState[],
): readonly (ConsentState | undefined)[] {
  const chosen = wanted === undefined ? states : states.filter(({ name }) => wanted.includes(name));
  return chosen.length === 0 ? [undefined] : chosen;
}

function inState(
  { consents: _, ...settings }: PageSettings,
  consent: ConsentState | undefined,
): LookSettings {
  return consent === undefined ? settings : { ...settings, consent };
}

interface Variant {
  readonly address: string;
  readonly settings: PageSettings;
}

/** Of an address that is named in several settings, what each is told apart by; of the others nothing. */
function variantsOf(pages: readonly Variant[]): ReadonlyMap<string, string> {
  const byAddress = new Map<string, Map<string, PageSettings>>();
  for (const { address, settings } of pages) {
    const known = byAddress.get(address) ?? new Map<string, PageSettings>();
    byAddress.set(address, known.set(JSON.stringify([address, sorted(settings)]), settings));
  }
  const names = new Map<string, string>();
  for (const known of byAddress.values()) {
    if (known.size < 2) continue;
    const used = new Set<string>();
    for (const [key, settings] of known) {
      const name = nameOf(settings);
      const unique = used.has(name) ? `${name} #${used.size + 1}` : name;
      used.add(unique);
      names.set(key, unique);
    }
  }
  return names;
}

function nameOf({ viewport, locale, login }: PageSettings): string {
  const size = viewport === undefined ? undefined : `${viewport.width}x${viewport.height}`;
  const parts = [size, locale, login].filter((part) => part !== undefined);
  return parts.length === 0 ? 'plain' : parts.join(', ');
}

/** Two settings are the same whatever order they were written in. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return entries.map(([key, entry]) => [key, sorted(entry)]);
}
