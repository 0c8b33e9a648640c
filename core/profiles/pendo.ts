import type { ActiveRule } from '../rules/activeRule.ts';
import type { Decision } from '../treatment/decision.ts';
import { Possible } from '../treatment/treatment.ts';
import { createPolicyRecorder, type PolicyRecorderOptions } from './documented/createPolicyRecorder.ts';
import { documentedPolicyKey } from './documented/documentedPolicyKey.ts';
import { listedRule, markerRule } from './documented/documentedRule.ts';
import { fieldMarkers } from './documented/fieldMarkers.ts';
import { maskCharacters } from './documented/maskCharacters.ts';
import { measurementOf } from './documented/measuredPolicy.ts';
import { playDocumented } from './documented/playDocumented.ts';
import { undocumentedParts } from './documented/undocumentedParts.ts';
import { pendoContentPolicy, pendoOverview, pendoPrivacy } from './pendo/contentPolicy.ts';
import { type PendoOptions, parsePendoOptions } from './pendo/options.ts';
import type { Profile } from './profile.ts';
import { listRules } from './ruleLists.ts';

/** Pendo Session Replay, from public documentation. Its settings are made in Pendo, by hand. */
export const pendo: Profile<PendoOptions> = {
  id: 'pendo',
  name: 'Pendo',
  evidence: { kind: 'documented', sources: [pendoPrivacy, pendoOverview] },
  undocumented: ['undocumented.pendo-settings', 'undocumented.rule-order', ...undocumentedParts],
  parseOptions: parsePendoOptions,
  offlineRules: () => ({ rules: [], groups: [], gaps: [] }),
  documentedRows: () => ({ rows: pendoContentPolicy }),

  play(ruleSet, options) {
    const list = ['rules'];
    const given = listRules(ruleSet, { exclude: list, mask: list, unmask: list }, 'as-not');
    return playDocumented({
      rules: [
        ...fieldRules(options),
        ...[...options.rules, ...given.listed].map((entry) =>
          // "Blocking entire elements from being captured" leaves nothing for another rule to show.
          listedRule(entry, entry.action === 'exclude' ? 3 : 2),
        ),
      ],
      problems: given.problems,
      root: rootOf(options),
      nesting: 'contested',
      // "Your privacy settings are applied at the point of event capture."
      lateChanges: 'as-before',
      record: createPolicyRecorder({ ...recording, measured: measurementOf(ruleSet.measured, 'pendo') }),
    });
  },
};

function rootOf({ masksAllText }: PendoOptions): Pick<Decision, 'possible' | 'doubts'> {
  if (masksAllText !== undefined)
    return { possible: masksAllText ? Possible.masked : Possible.captured, doubts: [] };
  return { possible: Possible.captured | Possible.masked, doubts: ['doubt.starting-configuration'] };
}

function fieldRules({ masksAllInputs }: PendoOptions): readonly ActiveRule[] {
  if (masksAllInputs === false) return [];
  const doubt = masksAllInputs === true ? undefined : 'doubt.starting-configuration';
  return fieldMarkers(1, doubt).map(markerRule);
}

const recording: PolicyRecorderOptions = {
  policy: pendoContentPolicy,
  // "Replacing text with asterisks."
  mask: (raw) => maskCharacters(raw, '*'),
  policyKey: documentedPolicyKey,
  fieldTexts: 'apart',
  ownAttributes: 'go-with-it',
};
