import { record } from 'posthog-js/rrweb';
import './driver.ts';

const events: unknown[] = [];

/** Options of `record` that `posthog.init({ session_recording })` lets a site set, with their defaults. */
const allowed: Record<string, unknown> = {
  blockClass: 'ph-no-capture',
  blockSelector: undefined,
  ignoreClass: 'ph-ignore-input',
  maskTextClass: 'ph-mask',
  maskTextSelector: undefined,
  maskAllInputs: true,
  maskInputOptions: { password: true },
  maskAllElementAttributes: false,
  slimDOMOptions: {},
  collectFonts: false,
  inlineStylesheet: true,
  inlineStylesheetBudgetRules: 10000,
  recordCrossOriginIframes: false,
};

/** As posthog-js@1.449.2 does in lazy-loaded-session-recorder `_startRecorder`. */
function recordOptions(init: Record<string, unknown>): Record<string, unknown> {
  const given = (init.session_recording ?? {}) as Record<string, unknown>;
  const options = { ...allowed };
  for (const key of Object.keys(given)) if (key in allowed) options[key] = given[key];
  if (given.maskInputOptions) options.maskInputOptions = { password: true, ...given.maskInputOptions };
  if (given.captureJsonLd === true)
    options.slimDOMOptions = { ...(options.slimDOMOptions as object), script: true };
  const masking = ['maskAllInputs', 'maskTextSelector', 'blockSelector', 'maskAllElementAttributes'];
  if (masking.some((key) => given[key] !== undefined)) {
    options.maskAllInputs = given.maskAllInputs ?? true;
    options.maskAllElementAttributes = given.maskAllElementAttributes ?? false;
  }
  return options;
}

window.recorderDriver = {
  start(init) {
    record({ ...recordOptions(init), emit: (event: unknown) => void events.push(event) });
  },
  collect: () => events,
};
