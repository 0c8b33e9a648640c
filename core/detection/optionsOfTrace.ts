type Keyed = Readonly<Record<string, unknown>>;

export interface ToldOptions {
  readonly options?: Keyed;
  readonly untold?: readonly string[];
}

/**
 * The configuration object in the shape in which a site passes it to the recorder, from the parts a page gave away.
 *
 * @param told by the names in `recorderTraces`; values are the page's and not checked: a profile does that
 */
export function optionsOfTrace(id: string, told: Keyed): ToldOptions {
  const shape = shapes[id];
  return shape ? shape(told) : {};
}

const shapes: Readonly<Record<string, (told: Keyed) => ToldOptions>> = {
  sentry: sentryOptions,
  posthog: posthogOptions,
  datadog: datadogOptions,
  openreplay: given('options'),
  mixpanel: given('options'),
  faro: given('options'),
  highlight: given('options'),
  newrelic: ({ session_replay }) => (isKeyed(session_replay) ? { options: { session_replay } } : {}),
};

function given(name: string): (told: Keyed) => ToldOptions {
  return (told) => (isKeyed(told[name]) ? { options: told[name] } : {});
}

function isKeyed(value: unknown): value is Keyed {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What @sentry/replay@11.12.0 adds behind the site's own entries (`getPrivacyOptions`, `MEDIA_SELECTORS`). */
const sentryOwn = {
  mask: '.sentry-mask,[data-sentry-mask]',
  block: '.sentry-block,[data-sentry-block],base,iframe[srcdoc]:not([src])',
  ignore: '.sentry-ignore,[data-sentry-ignore],input[type="file"]',
  media: 'img,image,svg,video,object,picture,embed,map,audio,link[rel="icon"],link[rel="apple-touch-icon"]',
};

/** The lists are joined when it starts; a list with something else at its end is of another version: not known then. */
function sentryOptions({ initial, recording }: Keyed): ToldOptions {
  if (!isKeyed(initial) || !isKeyed(recording)) return {};
  const blocked = recording.blockSelector;
  const block =
    typeof blocked === 'string'
      ? withoutEnd(withoutEnd(blocked, sentryOwn.media) ?? blocked, sentryOwn.block)
      : null;
  const mask = withoutEnd(recording.maskTextSelector, sentryOwn.mask);
  const ignore = withoutEnd(recording.ignoreSelector, sentryOwn.ignore);
  const unmask = withoutEnd(recording.unmaskTextSelector, '');
  const unblock = withoutEnd(recording.unblockSelector, '');
  if (mask === null || block === null || ignore === null || unmask === null || unblock === null) return {};
  const lists = { mask, unmask, block, unblock, ignore };
  return {
    options: {
      ...initial,
      ...Object.fromEntries(
        Object.entries(lists).flatMap(([key, list]) => (list === '' ? [] : [[key, [list]]])),
      ),
      ...(recording.maskTextFn === undefined ? {} : { maskFn: recording.maskTextFn }),
    },
    // Only a function of the SDK knows it.
    untold: ['maskAttributes'],
  };
}

/** What stands before the end and its comma; '' when nothing does, null when it does not end so. */
function withoutEnd(list: unknown, end: string): string | null {
  if (typeof list !== 'string') return null;
  if (list === end) return '';
  if (end === '') return list;
  return list.endsWith(`,${end}`) ? list.slice(0, -end.length - 1) : null;
}

/** posthog-js@1.449.2, `_masking`: the project's settings count where the site's own configuration says nothing. */
function posthogOptions({ config, project }: Keyed): ToldOptions {
  if (!isKeyed(config) && !isKeyed(project)) return {};
  return {
    options: {
      session_recording: { ...(isKeyed(project) ? project : {}), ...(isKeyed(config) ? config : {}) },
    },
    ...(isKeyed(project) ? {} : { untold: ['masking of the project'] }),
  };
}

function datadogOptions({ getInitConfiguration, allowed }: Keyed): ToldOptions {
  if (!isKeyed(getInitConfiguration)) return {};
  return { options: { ...getInitConfiguration, ...(Array.isArray(allowed) ? { $DD_ALLOW: allowed } : {}) } };
}
