import { Possible } from '../treatment/treatment.ts';
import { createPolicyRecorder, type PolicyRecorderOptions } from './documented/createPolicyRecorder.ts';
import { documentedPolicyKey } from './documented/documentedPolicyKey.ts';
import { maskCharacters } from './documented/maskCharacters.ts';
import { measurementOf } from './documented/measuredPolicy.ts';
import { playDocumented } from './documented/playDocumented.ts';
import { undocumentedParts } from './documented/undocumentedParts.ts';
import {
  hotjarContentPolicy,
  hotjarFields,
  hotjarRecordings,
  hotjarSuppressed,
  hotjarTested,
} from './hotjar/contentPolicy.ts';
import { hotjarRules } from './hotjar/rules.ts';
import type { Profile } from './profile.ts';
import { objectAt } from './readOptions.ts';
import { listRules } from './ruleLists.ts';

/**
 * Hotjar, from public documentation. It has no configuration in the page but attributes: what its dashboard says
 * (text suppressed on the whole site) is not known here.
 */
export const hotjar: Profile<Readonly<Record<string, never>>> = {
  id: 'hotjar',
  name: 'Hotjar',
  evidence: { kind: 'documented', sources: [hotjarFields, hotjarRecordings, hotjarSuppressed, hotjarTested] },
  undocumented: ['undocumented.hotjar-settings', ...undocumentedParts, 'undocumented.late-changes'],
  parseOptions(input) {
    objectAt(input, 'options');
    return {};
  },
  offlineRules: () => ({ rules: [], groups: [], gaps: [] }),
  documentedRows: () => ({ rows: hotjarContentPolicy }),

  play: (ruleSet) =>
    playDocumented({
      rules: hotjarRules,
      problems: listRules(ruleSet, {}, 'refused').problems,
      root: { possible: Possible.captured, doubts: [] },
      nesting: 'contested',
      lateChanges: 'unknown',
      record: createPolicyRecorder({ ...recording, measured: measurementOf(ruleSet.measured, 'hotjar') }),
    }),
};

const recording: PolicyRecorderOptions = {
  policy: hotjarContentPolicy,
  mask: (raw, kind, type) => (kind === 'value' && raw !== '' ? maskedValue(type) : maskCharacters(raw, '*')),
  policyKey: documentedPolicyKey,
  fieldTexts: 'apart',
  ownAttributes: 'unknown',
};

/** Written down character for character: https://help.hotjar.com/hc/en-us/articles/36820034730641 */
function maskedValue(type: string): string {
  if (type === 'date') return '01/01/1979';
  return type === 'number' ? '111' : '***';
}
