/** A property of the page, from its global object on; a pair picks the entry of a list whose key has that value. */
export type TracePath = readonly (string | readonly [key: string, value: string])[];

export type TraceKind = 'string' | 'number' | 'boolean' | 'function' | 'object' | 'list';

export interface TraceSign {
  readonly at: TracePath;
  /** One of these. An object is none of the others. */
  readonly is: readonly TraceKind[];
}

/** What one recorder leaves in the page's own world. */
export interface RecorderTrace {
  readonly id: string;
  readonly name: string;
  /** Found when every sign of one of these is there. One plain word is no sign: pages have a `heap` of their own. */
  readonly signs: readonly (readonly TraceSign[])[];
  readonly version?: TracePath;
  /** What tells whether it records at all: an SDK may run without its recorder. */
  readonly replay?: {
    /** Something stands there: it does. */
    readonly at: TracePath;
    /** Something stands here and not there: it does not. Absent: then it is not known. */
    readonly else?: TracePath;
  };
  /** Parts of the configuration, by name; first what is there. Only keys that decide what is recorded. */
  readonly picks?: readonly {
    readonly as: string;
    readonly at: TracePath;
    /** Absent: the value itself. */
    readonly keys?: readonly string[];
  }[];
  /** Documented to answer the configuration without changing anything; nothing else of a page is called. */
  readonly getter?: { readonly holder: string; readonly method: string; readonly keys: readonly string[] };
}

const words = (list: string): readonly string[] => list.split(' ');
const is = (path: string, ...kinds: readonly TraceKind[]): TraceSign => ({ at: path.split('.'), is: kinds });

/** `__SENTRY__` has one carrier for each version; `*` in a path stands for what `__SENTRY__.version` says. */
const sentryClient = words('__SENTRY__ * stack _stack 0 scope _client');
const replayKeys =
  'blockClass blockSelector ignoreClass ignoreSelector maskTextClass maskTextSelector maskAllInputs maskInputOptions maskAllElementAttributes maskAttributeFn maskTextFn maskInputFn slimDOMOptions captureJsonLd inlineStylesheet captureCanvas';
const faroReplay: TracePath = [
  'faro',
  'instrumentations',
  'instrumentations',
  ['name', '@grafana/faro-instrumentation-replay'],
];

/**
 * Every recorder that has a profile or may get one, in the order in which they are offered. Read from the packages
 * (sentry 11.12.0, datadog 7.16.2, posthog-js 1.449.2, clarity-js 0.8.70, tracker 19.0.1) and from the loaders that
 * the vendors publish.
 */
export const recorderTraces: readonly RecorderTrace[] = [
  {
    id: 'fullstory',
    name: 'FullStory',
    // Snippet 2.1 sets no `_fs_org` (https://developer.fullstory.com/browser/fullcapture/configure-capture/).
    signs: [[is('_fs_org', 'string')], [is('FS', 'function'), is('FS._v', 'string')]],
  },
  {
    id: 'sentry',
    name: 'Sentry',
    signs: [[is('__SENTRY__', 'object'), is('__SENTRY__.version', 'string')]],
    version: ['__SENTRY__', 'version'],
    // The names that begin with `_` are shortened in Sentry's own bundles: then it is not known.
    replay: {
      at: [...sentryClient, '_integrations', 'Replay'],
      else: [...sentryClient, '_integrations'],
    },
    picks: [
      {
        as: 'initial',
        at: [...sentryClient, '_integrations', 'Replay', '_initialOptions'],
        keys: words('maskAllText maskAllInputs blockAllMedia beforeAddRecordingEvent'),
      },
      {
        as: 'recording',
        at: [...sentryClient, '_integrations', 'Replay', '_recordingOptions'],
        keys: words(
          'maskTextSelector unmaskTextSelector blockSelector unblockSelector ignoreSelector maskTextFn',
        ),
      },
    ],
  },
  {
    id: 'posthog',
    name: 'PostHog',
    signs: [
      [is('posthog.config', 'object'), is('posthog.capture', 'function')],
      [is('posthog._i', 'list'), is('posthog.init', 'function')],
    ],
    version: ['posthog', 'version'],
    picks: [
      { as: 'config', at: words('posthog config session_recording'), keys: words(replayKeys) },
      // What the project's settings say, as the SDK keeps it: the site's own configuration wins over it.
      {
        as: 'project',
        at: words('posthog persistence props $session_recording_remote_config masking'),
        keys: words('maskAllInputs maskTextSelector blockSelector maskAllElementAttributes'),
      },
    ],
  },
  {
    id: 'datadog',
    name: 'Datadog',
    signs: [
      [is('DD_RUM.init', 'function'), is('DD_RUM.version', 'string')],
      [is('DD_RUM.q', 'list'), is('DD_RUM.onReady', 'function')],
    ],
    version: ['DD_RUM', 'version'],
    // https://docs.datadoghq.com/real_user_monitoring/browser/advanced_configuration/
    getter: {
      holder: 'DD_RUM',
      method: 'getInitConfiguration',
      keys: words('defaultPrivacyLevel actionNameAttribute'),
    },
    picks: [{ as: 'allowed', at: ['$DD_ALLOW'] }],
  },
  {
    id: 'clarity',
    name: 'Microsoft Clarity',
    signs: [
      [is('clarity', 'function'), is('clarity.v', 'string')],
      [is('clarity', 'function'), is('clarity.q', 'list')],
    ],
    version: ['clarity', 'v'],
  },
  {
    id: 'openreplay',
    name: 'OpenReplay',
    signs: [[is('__OPENREPLAY__', 'object'), is('__OPENREPLAY__.options', 'object')]],
    version: words('__OPENREPLAY__ app version'),
    picks: [
      {
        as: 'options',
        at: words('__OPENREPLAY__ options'),
        keys: words(
          'privateMode obscureTextEmails obscureTextNumbers defaultInputMode obscureInputEmails obscureInputNumbers obscureInputDates captureIFrames domSanitizer',
        ),
      },
    ],
  },
  {
    id: 'rrweb',
    name: 'rrweb',
    signs: [[is('rrweb.record', 'function')], [is('rrwebRecord', 'function')]],
  },
  {
    id: 'mixpanel',
    name: 'Mixpanel',
    signs: [
      [is('mixpanel.config', 'object'), is('mixpanel.track', 'function')],
      [is('mixpanel.__SV', 'number'), is('mixpanel.init', 'function')],
    ],
    picks: [
      {
        as: 'options',
        at: ['mixpanel', 'config'],
        keys: words(
          'record_block_class record_block_selector record_mask_text_class record_mask_text_selector record_mask_all_text record_mask_all_inputs record_mask_input_selector record_unmask_text_selector record_unmask_input_selector record_sessions_percent record_canvas record_inline_images record_collect_fonts',
        ),
      },
    ],
  },
  {
    id: 'amplitude',
    name: 'Amplitude',
    signs: [
      [is('sessionReplay.init', 'function'), is('sessionReplay.getSessionReplayProperties', 'function')],
      [is('sessionReplay.plugin', 'function')],
      [is('amplitude.invoked', 'boolean'), is('amplitude._q', 'list')],
      [is('amplitude.track', 'function'), is('amplitude.Identify', 'function')],
    ],
  },
  {
    id: 'newrelic',
    name: 'New Relic',
    signs: [[is('NREUM.init', 'object')], [is('NREUM.loader_config', 'object')]],
    replay: { at: words('NREUM init session_replay'), else: words('NREUM init') },
    picks: [
      {
        as: 'session_replay',
        at: words('NREUM init session_replay'),
        keys: words(
          'enabled block_selector mask_text_selector mask_all_inputs mask_input_options inline_images inline_stylesheet collect_fonts',
        ),
      },
    ],
  },
  {
    id: 'statsig',
    name: 'Statsig',
    signs: [[is('__STATSIG__.instance', 'function')], [is('__STATSIG__.instances', 'object')]],
  },
  {
    id: 'faro',
    name: 'Grafana Faro',
    signs: [[is('faro.api', 'object'), is('faro.instrumentations', 'object')]],
    version: words('faro metas value sdk version'),
    replay: { at: faroReplay, else: words('faro instrumentations instrumentations') },
    picks: [
      {
        as: 'options',
        at: [...faroReplay, 'options'],
        keys: words(
          'blockSelector maskTextSelector maskAllInputs maskInputOptions maskInputFn ignoreSelector beforeSend collectFonts inlineImages inlineStylesheet recordCanvas recordCrossOriginIframes',
        ),
      },
    ],
  },
  {
    id: 'highlight',
    name: 'Highlight',
    signs: [
      [
        is('H.init', 'function'),
        is('H.identify', 'function'),
        is('H.consumeError', 'function'),
        is('H.getSessionURL', 'function'),
      ],
    ],
    picks: [
      {
        as: 'options',
        at: ['H', 'options'],
        keys: words('privacySetting disableSessionRecording enableCanvasRecording inlineImages'),
      },
    ],
  },
  {
    id: 'hotjar',
    name: 'Hotjar',
    signs: [[is('_hjSettings.hjid', 'number', 'string'), is('hj', 'function')]],
  },
  {
    id: 'contentsquare',
    name: 'Contentsquare',
    signs: [[is('_uxa.push', 'function')], [is('CS_CONF.projectId', 'number', 'string')]],
  },
  {
    id: 'logrocket',
    name: 'LogRocket',
    signs: [
      [is('_LRLogger', 'function')],
      [
        is('LogRocket.init', 'function'),
        is('LogRocket.identify', 'function'),
        is('LogRocket.getSessionURL', 'function'),
      ],
    ],
  },
  {
    id: 'smartlook',
    name: 'Smartlook',
    signs: [[is('smartlook', 'function'), is('smartlook.api', 'list', 'object', 'function')]],
  },
  {
    id: 'dynatrace',
    name: 'Dynatrace',
    signs: [[is('dT_', 'object', 'function')], [is('dtrum.enterAction', 'function')]],
  },
  {
    id: 'heap',
    name: 'Heap',
    signs: [
      [is('heap.appid', 'string', 'number'), is('heap.track', 'function')],
      [is('heap.envId', 'string', 'number'), is('heap.track', 'function')],
    ],
  },
  {
    id: 'pendo',
    name: 'Pendo',
    signs: [
      [is('pendo.VERSION', 'string'), is('pendo.initialize', 'function')],
      [is('pendo._q', 'list'), is('pendo.initialize', 'function')],
    ],
    version: ['pendo', 'VERSION'],
  },
];
