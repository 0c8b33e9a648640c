import type { RuleProblem } from '../../rules/activeRule.ts';
import { booleanAt, hasFunctionAt, objectAt, selectorAt } from '../readOptions.ts';
import { maskInputOf } from '../rrwebFamily/recordOptions.ts';
import { type RrwebSettings, rrwebSettings } from '../rrwebFamily/settings.ts';

export interface FaroOptions {
  readonly settings: RrwebSettings;
  readonly notSimulated: readonly RuleProblem[];
}

const at = 'options';
/** However long the value is. */
const fixedMask = '******';

/** @grafana/faro-instrumentation-replay@2.12.1, dist/esm/const.js, and `buildRecordOptions`. */
const defaults = { maskAllInputs: true, maskInputOptions: { password: true }, maskTextSelector: '*' };

/** @throws OptionsError for the wrong shape of a key that decides what is recorded */
export function parseFaroOptions(input: unknown): FaroOptions {
  const given = { ...defaults, ...objectAt(input, at) };
  const notSimulated: RuleProblem[] = [];
  const fn = (key: string): boolean => {
    if (!hasFunctionAt(given, key, at)) return false;
    notSimulated.push({ rule: -1, ruleId: key, kind: 'not-simulated', selector: '', detail: key });
    return true;
  };
  const strips = booleanAt(given, 'sanitizeMetaHref', at) ?? true;
  return {
    settings: {
      ...rrwebSettings,
      blockClass: 'grafana-block',
      maskTextClass: 'grafana-mask',
      ignoreClass: 'grafana-ignore',
      blockSelector: selectorAt(given, 'blockSelector', at),
      maskTextSelector: selectorAt(given, 'maskTextSelector', at),
      ignoreSelector: selectorAt(given, 'ignoreSelector', at),
      maskInput: maskInputOf(given, at),
      maskInputValue: fn('maskInputFn') ? 'unknown' : maskWhatIsThere,
      inlineStylesheet: booleanAt(given, 'inlineStylesheet', at) ?? false,
      inlinesImages: booleanAt(given, 'inlineImages', at) ?? false,
      recordsCanvas: booleanAt(given, 'recordCanvas', at) ?? false,
      recordsBlockedFrames: true,
      hasEventFilter: fn('beforeSend'),
      pageAddress: strips ? withoutQuery : null,
      cssAddresses: { splitsFragment: true, keepsOwn: false },
    },
    notSimulated,
  };
}

function maskWhatIsThere(text: string): string {
  return text === '' ? '' : fixedMask;
}

/** Its `sanitizeUrl`: no user, no query, no fragment. */
function withoutQuery(address: string): string {
  return address.replace(/[?#].*$/s, '').replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/]*@/i, '$1');
}
