import { type FaroOptions, parseFaroOptions } from './faro/options.ts';
import type { Profile } from './profile.ts';
import { playRrweb } from './rrwebFamily/play.ts';

/** Grafana Faro session replay: the options are those of `new ReplayInstrumentation()`. */
export const faro: Profile<FaroOptions> = {
  id: 'faro',
  name: 'Grafana Faro',
  evidence: { kind: 'verified', package: '@grafana/faro-instrumentation-replay', version: '2.12.1' },
  undocumented: [],
  configuredBy: 'ReplayInstrumentation',
  parseOptions: parseFaroOptions,
  offlineRules: () => ({ rules: [], groups: [], gaps: [] }),
  play: (ruleSet, { settings, notSimulated }, syntax) => playRrweb(settings, ruleSet, syntax, notSimulated),
};
