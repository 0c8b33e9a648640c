/**
 * Runs in the page's own world, so it may use nothing but itself. Looks for what recorders leave there, calls
 * nothing but Datadog's documented `getInitConfiguration`, changes nothing, and answers JSON. The page may have put
 * anything there: whoever reads the answer checks it.
 */
export function readTraces(): string {
  const page = window as unknown as Record<string, unknown>;
  const found: { id: string; version?: string; options?: Record<string, unknown> }[] = [];
  const maxLength = 8000;

  function at(holder: unknown, key: string): unknown {
    try {
      return holder === null || holder === undefined ? undefined : (holder as Record<string, unknown>)[key];
    } catch {
      // A getter that throws has nothing to say.
      return undefined;
    }
  }

  /** Keys that decide what is recorded, never a token or a key of the site's account. */
  function pick(holder: unknown, keys: readonly string[]): Record<string, unknown> | undefined {
    const picked: Record<string, unknown> = {};
    for (const key of keys) {
      const value = at(holder, key);
      if (typeof value === 'function') picked[key] = { $scrim: 'function' };
      else if (value !== undefined) picked[key] = value;
    }
    return plain(picked);
  }

  function plain(value: Record<string, unknown>): Record<string, unknown> | undefined {
    try {
      const text = JSON.stringify(value, (_key, inner: unknown) =>
        typeof inner === 'function' ? { $scrim: 'function' } : inner,
      );
      return text.length > maxLength ? undefined : (JSON.parse(text) as Record<string, unknown>);
    } catch {
      // A cycle, or a `toJSON` that throws: the configuration is not known then.
      return undefined;
    }
  }

  function add(id: string, isThere: boolean, version?: unknown, options?: Record<string, unknown>): void {
    if (!isThere) return;
    found.push({
      id,
      ...(typeof version === 'string' ? { version: version.slice(0, 40) } : {}),
      ...(options === undefined ? {} : { options }),
    });
  }

  function datadogOptions(): Record<string, unknown> | undefined {
    const get = at(page.DD_RUM, 'getInitConfiguration');
    if (typeof get !== 'function') return undefined;
    try {
      return pick(get.call(page.DD_RUM), ['defaultPrivacyLevel', 'actionNameAttribute']);
    } catch {
      return undefined;
    }
  }

  function posthogOptions(): Record<string, unknown> | undefined {
    const config = at(at(page.posthog, 'config'), 'session_recording');
    const keys =
      'blockClass blockSelector maskTextClass maskTextSelector maskAllInputs maskInputOptions maskAllElementAttributes maskAttributeFn maskTextFn maskInputFn slimDOMOptions captureJsonLd';
    const picked = pick(config, keys.split(' '));
    return config === undefined || picked === undefined ? undefined : { session_recording: picked };
  }

  const has = (key: string): boolean => page[key] !== undefined && page[key] !== null;
  add('fullstory', typeof page._fs_org === 'string');
  add('sentry', has('__SENTRY__'), at(page.__SENTRY__, 'version'));
  add('posthog', has('posthog'), at(page.posthog, 'version'), posthogOptions());
  add('datadog', has('DD_RUM'), at(page.DD_RUM, 'version'), datadogOptions());
  add('clarity', typeof page.clarity === 'function');
  add('openreplay', has('__OPENREPLAY__'));
  add('rrweb', has('rrweb') || has('rrwebRecord'));
  const others: Record<string, readonly string[]> = {
    hotjar: ['hj', '_hjSettings'],
    logrocket: ['LogRocket', '_LRLogger'],
    contentsquare: ['_uxa', 'CS_CONF'],
    smartlook: ['smartlook'],
    heap: ['heap'],
    pendo: ['pendo'],
    dynatrace: ['dtrum', 'dT_'],
    mixpanel: ['mixpanel'],
    amplitude: ['amplitude', 'sessionReplay'],
    newrelic: ['NREUM', 'newrelic'],
    statsig: ['__STATSIG__'],
    faro: ['faro'],
    highlight: ['H'],
  };
  for (const [id, keys] of Object.entries(others)) add(id, keys.some(has));
  return JSON.stringify(found);
}
