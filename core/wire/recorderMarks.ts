/** By what it is told that a message is a recorder's. */
export interface RecorderMarks {
  /** Host names that end like this, of receivers and of scripts. */
  readonly hosts: readonly string[];
  /** Of an address, where a site has the recorder's traffic go through itself. */
  readonly path?: RegExp;
  /** Literals that stand in one text of its payload, all of one of these lists. */
  readonly says?: readonly (readonly string[])[];
  /** What its payload begins with. */
  readonly begins?: RegExp;
}

/**
 * By recorder, in the order of `recorderTraces`. Payloads and paths were read in the packages that its profiles name;
 * hosts are those that vendors publish for allow lists.
 */
export const recorderMarks: Readonly<Record<string, RecorderMarks>> = {
  fullstory: { hosts: ['fullstory.com'], path: /\/rec\/(?:v\d\/)?(?:page|bundle|integrations|settings)/ },
  sentry: {
    hosts: ['sentry.io', 'sentry-cdn.com'],
    path: /\/api\/\d{1,20}\/(?:envelope|store)\//,
    says: [
      ['"type":"replay_recording"'],
      ['"type":"replay_event"'],
      ['"sent_at"', '"sdk":{"name":"sentry.javascript'],
    ],
  },
  posthog: {
    hosts: ['posthog.com'],
    says: [['"$snapshot_data"'], ['"$lib"', '"$session_id"'], ['"$lib"', '"distinct_id"', '"token"']],
  },
  datadog: {
    hosts: [
      'datadoghq.com',
      'datadoghq.eu',
      'ddog-gov.com',
      'datadoghq-browser-agent.com',
      'browser-intake-datadoghq.com',
      'browser-intake-datadoghq.eu',
      'browser-intake-ddog-gov.com',
      'browser-intake-us3-datadoghq.com',
      'browser-intake-us5-datadoghq.com',
      'browser-intake-ap1-datadoghq.com',
      'browser-intake-ap2-datadoghq.com',
    ],
    path: /\/api\/v2\/(?:rum|replay)\?/,
    says: [
      ['"creation_reason"', '"records_count"'],
      ['"_dd":{', '"application":{"id"'],
    ],
  },
  clarity: { hosts: ['clarity.ms'], begins: /^\{"e":\["\d{1,4}\.\d{1,4}\.\d{1,4}[^"]{0,20}",\d/ },
  openreplay: { hosts: ['openreplay.com'], path: /\/v1\/web\/(?:start|i|images|not-started)(?:$|[/?])/ },
  rrweb: { hosts: [] },
  mixpanel: {
    hosts: ['mixpanel.com', 'mxpnl.com'],
    says: [['"mp_lib"', '"distinct_id"'], ['"$mp_replay_id"']],
    path: /[?&]replay_id=/,
  },
  amplitude: {
    hosts: ['amplitude.com'],
    path: /\/sessions\/v2\/track/,
    says: [['"amplitude_event_type"'], ['"client_upload_time"']],
  },
  newrelic: {
    hosts: ['nr-data.net', 'newrelic.com'],
    path: /\/browser\/blobs\?|[?&]browser_monitoring_key=/,
  },
  statsig: {
    hosts: ['statsigapi.net', 'featureassets.org', 'featuregates.org', 'prodregistryv2.org', 'statsig.com'],
    says: [['"statsigMetadata"']],
  },
  faro: { hosts: ['grafana.net'], says: [['"faro.session_recording.event"'], ['"@grafana/faro-']] },
  highlight: { hosts: ['highlight.io', 'highlight.run'] },
  hotjar: { hosts: ['hotjar.com', 'hotjar.io'] },
  contentsquare: { hosts: ['contentsquare.net', 'contentsquare.com'] },
  logrocket: {
    hosts: [
      'logrocket.io',
      'logrocket.com',
      'lr-ingest.io',
      'lr-ingest.com',
      'lr-in.com',
      'lr-in-prod.com',
      'lr-intake.com',
      'lgrckt-in.com',
    ],
  },
  smartlook: { hosts: ['smartlook.com', 'smartlook.cloud'] },
  dynatrace: { hosts: ['dynatrace.com', 'dynatracelabs.com', 'ruxit.com'], path: /\/rb_[\w-]{4,80}\?type=/ },
  heap: { hosts: ['heapanalytics.com', 'heap-api.com', 'heap.io'] },
  pendo: { hosts: ['pendo.io'] },
};

/** Recorders that send rrweb's events: a message that shows nothing but those may be any of them. */
export const builtOnRrweb: ReadonlySet<string> = new Set([
  'rrweb',
  'sentry',
  'posthog',
  'mixpanel',
  'amplitude',
  'newrelic',
  'statsig',
  'faro',
  'highlight',
]);
