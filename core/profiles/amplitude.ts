import { amplitudeMasks } from './amplitude/masks.ts';
import { type AmplitudeOptions, parseAmplitudeOptions } from './amplitude/options.ts';
import type { Profile } from './profile.ts';
import { playRrweb } from './rrwebFamily/play.ts';
import { allInputs, rrwebSettings, starText } from './rrwebFamily/settings.ts';

/** What the replay does not draw is left out (@amplitude/session-replay-browser@1.50.2, `buildRRWebRecordOptions`). */
const slim = {
  script: true,
  modulePreloadOfScripts: true,
  comment: true,
  headFavicon: true,
  headMetaDescKeywords: true,
  headMetaSocial: true,
  headMetaRobots: true,
  headMetaHttpEquiv: true,
  headMetaAuthorship: true,
  headMetaVerification: true,
};

/** Amplitude Session Replay: the options are those of `sessionReplayPlugin()` and of `sessionReplay.init()`. */
export const amplitude: Profile<AmplitudeOptions> = {
  id: 'amplitude',
  name: 'Amplitude',
  evidence: { kind: 'verified', package: '@amplitude/session-replay-browser', version: '1.50.2' },
  undocumented: ['undocumented.amplitude-project'],
  configuredBy: 'sessionReplayPlugin',
  parseOptions: parseAmplitudeOptions,
  offlineRules: () => ({ rules: [], groups: [], gaps: [] }),
  play: (ruleSet, options, syntax) =>
    playRrweb(
      {
        ...rrwebSettings,
        blockClass: 'amp-block',
        maskTextClass: 'amp-mask',
        maskInput: new Set(allInputs),
        slim,
        inlineStylesheet: options.inlineStylesheet,
        inlinesImages: options.inlinesImages,
        elementMasks: amplitudeMasks(options),
        recordsBlockedFrames: true,
        maskText: starText,
        maskInputValue: starText,
        maskAttribute: starText,
        // Its fork forgets to pass the function on where nodes are added (`pushAdd`).
        masksAddedAttributes: false,
        tellsNavigation: true,
        tellsTitle: options.tellsTitle,
        losesChangesWhenBroken: false,
        cssAddresses: { splitsFragment: false, keepsOwn: false },
      },
      ruleSet,
      syntax,
      options.notSimulated,
    ),
};
