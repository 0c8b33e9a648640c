import type { Profile } from './profile.ts';
import { playRrweb } from './rrwebFamily/play.ts';
import { type RecordOptions, recordOptionsAt } from './rrwebFamily/recordOptions.ts';

/** rrweb: the options are the object passed to `record()` (rrweb@2.2.2, dist/rrweb.js, `record`). */
export const rrweb: Profile<RecordOptions> = {
  id: 'rrweb',
  name: 'rrweb',
  evidence: { kind: 'verified', package: 'rrweb', version: '2.2.2' },
  undocumented: [],
  configuredBy: 'record',
  parseOptions: (input) => recordOptionsAt(input, 'options'),
  offlineRules: () => ({ rules: [], groups: [], gaps: [] }),
  play: (ruleSet, { settings, notSimulated }, syntax) => playRrweb(settings, ruleSet, syntax, notSimulated),
};
