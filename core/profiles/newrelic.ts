import { newrelicMasks } from './newrelic/masks.ts';
import { type NewRelicOptions, parseNewRelicOptions } from './newrelic/options.ts';
import type { Profile } from './profile.ts';
import { playRrweb } from './rrwebFamily/play.ts';
import { slimOf } from './rrwebFamily/recordOptions.ts';
import { rrwebSettings, starText, starValue } from './rrwebFamily/settings.ts';

/**
 * New Relic Browser: the options are the agent's `init` (`NREUM.init`), of which `session_replay` counts
 * (@newrelic/browser-agent@1.322.0, src/common/config/init.js, src/features/session_replay/shared/recorder.js).
 */
export const newrelic: Profile<NewRelicOptions> = {
  id: 'newrelic',
  name: 'New Relic',
  evidence: { kind: 'verified', package: '@newrelic/browser-agent', version: '1.322.0' },
  undocumented: [],
  parseOptions: parseNewRelicOptions,
  offlineRules: () => ({ rules: [], groups: [], gaps: [] }),
  play: (ruleSet, options, syntax) =>
    playRrweb(
      {
        ...rrwebSettings,
        blockClass: 'nr-block',
        maskTextClass: 'nr-mask',
        ignoreClass: 'nr-ignore',
        maskInput: options.maskInput,
        slim: slimOf('all'),
        inlinesImages: options.inlinesImages,
        elementMasks: newrelicMasks(options, syntax),
        recordsBlockedFrames: true,
        maskText: starText,
        maskInputValue: (text, type) => (type === 'password' ? starValue(text) : starText(text)),
        cssAddresses: { splitsFragment: false, keepsOwn: false },
      },
      ruleSet,
      syntax,
      options.notSimulated,
    ),
};
