import { mixpanelMasks } from './mixpanel/masks.ts';
import { type MixpanelOptions, parseMixpanelOptions } from './mixpanel/options.ts';
import type { Profile } from './profile.ts';
import { playRrweb } from './rrwebFamily/play.ts';
import { allInputs, rrwebSettings } from './rrwebFamily/settings.ts';

/** Longer texts leave as this many stars (mixpanel-browser@2.83.0, src/recorder/session-recording.js, `_getMaskFn`). */
const mostStars = 10_000;

/**
 * Mixpanel Session Replay: the options are those of `mixpanel.init()`, of which `record_*` count
 * (mixpanel-browser@2.83.0, src/recorder/session-recording.js, `startRecording`).
 */
export const mixpanel: Profile<MixpanelOptions> = {
  id: 'mixpanel',
  name: 'Mixpanel',
  evidence: { kind: 'verified', package: 'mixpanel-browser', version: '2.83.0' },
  undocumented: ['undocumented.mixpanel-project'],
  configuredBy: 'init',
  parseOptions: parseMixpanelOptions,
  offlineRules: () => ({ rules: [], groups: [], gaps: [] }),
  play: (ruleSet, options, syntax) =>
    playRrweb(
      {
        ...rrwebSettings,
        blockClass: options.blockClass,
        blockSelector: options.blockSelector,
        // Its fork adds hidden fields (@mixpanel/rrweb@2.0.0-alpha.18.6, `record`).
        maskInput: new Set([...allInputs, 'hidden']),
        recordsCanvas: options.canvas,
        recordsConsole: options.console,
        masksPlaceholder: true,
        elementMasks: mixpanelMasks(options),
        recordsBlockedFrames: true,
        maskText: stars,
        maskInputValue: stars,
        cssAddresses: { splitsFragment: false, keepsOwn: false },
      },
      ruleSet,
      syntax,
      options.notSimulated,
    ),
};

/** Every character, white space too; nothing of what is only white space. */
function stars(text: string): string {
  return text.trim() === '' ? '' : '*'.repeat(Math.min(text.length, mostStars));
}
