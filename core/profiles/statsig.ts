import type { Profile } from './profile.ts';
import { playRrweb } from './rrwebFamily/play.ts';
import { allInputs, type RrwebSettings } from './rrwebFamily/settings.ts';
import { statsigMasks } from './statsig/masks.ts';
import { parseStatsigOptions, type StatsigOptions } from './statsig/options.ts';

/**
 * Statsig Session Replay: the options are those of `StatsigSessionReplayPlugin`; the project's privacy settings, which
 * its server sends to the page, may stand beside them as `session_recording_privacy_settings`.
 */
export const statsig: Profile<StatsigOptions> = {
  id: 'statsig',
  name: 'Statsig',
  evidence: { kind: 'verified', package: '@statsig/session-replay', version: '3.33.5' },
  undocumented: ['undocumented.statsig-project'],
  configuredBy: 'StatsigSessionReplayPlugin',
  parseOptions: parseStatsigOptions,
  offlineRules: () => ({ rules: [], groups: [], gaps: [] }),
  play: (ruleSet, options, syntax) => playRrweb(settingsOf(options), ruleSet, syntax, options.notSimulated),
};

/** It ships rrweb@2.0.0-alpha.17; settings of the project replace what the page says (`getNewRRWebConfigWithPrivacySettings`). */
function settingsOf({ record, privacy }: StatsigOptions): RrwebSettings {
  const shipped: RrwebSettings = {
    ...record,
    slim: { ...record.slim, modulePreloadOfScripts: true },
    recordsBlockedFrames: true,
    stylesInText: true,
    leaksTextAreaChanges: true,
    cssAddresses: { splitsFragment: false, keepsOwn: false },
  };
  if (!privacy) return shipped;
  return {
    ...shipped,
    blockSelector: null,
    maskInput: new Set(allInputs),
    maskText: starLines,
    maskInputValue: starLines,
    elementMasks: statsigMasks(privacy),
  };
}

/** Every character but line breaks. */
function starLines(text: string): string {
  return text.replace(/./g, '*');
}
