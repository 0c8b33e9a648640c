import * as v from 'valibot';

/** A recorder that was found on a page. The page says so of itself: a hint for people, never a reason for a verdict. */
export interface DetectedRecorder {
  /** Id of the profile that plays it, or of a recorder that none plays. */
  readonly id: string;
  readonly name: string;
  /** As the page tells it. */
  readonly version?: string;
  /** The site's own configuration, as far as the page gives it away; absent: not known. */
  readonly options?: unknown;
}

/** What a page may say is no longer than this, in UTF-16 units of JSON. */
export const maxTraceLength = 32_768;

const names: Readonly<Record<string, string>> = {
  fullstory: 'FullStory',
  sentry: 'Sentry',
  posthog: 'PostHog',
  datadog: 'Datadog',
  clarity: 'Microsoft Clarity',
  openreplay: 'OpenReplay',
  rrweb: 'rrweb',
  mixpanel: 'Mixpanel',
  amplitude: 'Amplitude',
  newrelic: 'New Relic',
  statsig: 'Statsig',
  faro: 'Grafana Faro',
  hotjar: 'Hotjar',
  logrocket: 'LogRocket',
  contentsquare: 'Contentsquare',
  smartlook: 'Smartlook',
  heap: 'Heap',
  pendo: 'Pendo',
  dynatrace: 'Dynatrace',
  highlight: 'Highlight',
};

const trace = v.object({
  id: v.picklist(Object.keys(names)),
  version: v.optional(v.pipe(v.string(), v.regex(/^[\w.+-]{1,40}$/))),
  // Not `v.record`: a list passes for one.
  options: v.optional(
    v.custom<Readonly<Record<string, unknown>>>(
      (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
    ),
  ),
});

/**
 * @param text what `readTraces` answered in the page's own world; the page may have written it
 * @returns at most one for each recorder, those that Scrim plays first; nothing when it is not of that shape
 */
export function parseTraces(text: unknown): readonly DetectedRecorder[] {
  if (typeof text !== 'string' || text.length > maxTraceLength) return [];
  const found = new Map<string, DetectedRecorder>();
  for (const entry of listIn(text)) {
    const { success, output } = v.safeParse(trace, entry);
    if (!success || found.has(output.id)) continue;
    const { id, version, options } = output;
    const name = names[id] ?? id;
    const told = {
      ...(version === undefined ? {} : { version }),
      ...(options === undefined ? {} : { options }),
    };
    found.set(id, { id, name, ...told });
  }
  const order = Object.keys(names);
  return [...found.values()].sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
}

function listIn(text: string): readonly unknown[] {
  try {
    const json: unknown = JSON.parse(text);
    return Array.isArray(json) ? json.slice(0, Object.keys(names).length) : [];
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}
