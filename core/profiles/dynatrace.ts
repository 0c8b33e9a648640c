import { Possible } from '../treatment/treatment.ts';
import type { ContentPolicy, PolicyRow } from './documented/contentPolicy.ts';
import { createPolicyRecorder } from './documented/createPolicyRecorder.ts';
import { documentedPolicyKey } from './documented/documentedPolicyKey.ts';
import { measurementOf } from './documented/measuredPolicy.ts';
import { playDocumented } from './documented/playDocumented.ts';
import { undocumentedParts } from './documented/undocumentedParts.ts';
import {
  dynatraceBlockList,
  dynatraceContentPolicy,
  dynatraceMaskAll,
  dynatraceMasking,
  dynatraceSchema,
  dynatraceSettings,
} from './dynatrace/contentPolicy.ts';
import { type DynatraceOptions, type Preset, parseDynatraceOptions } from './dynatrace/options.ts';
import { dynatraceRules } from './dynatrace/rules.ts';
import type { Profile } from './profile.ts';
import { listRules } from './ruleLists.ts';

/**
 * Dynatrace Session Replay, from public documentation: the options are the settings object for data privacy
 * (`builtin:sessionreplay.web.privacy-preferences`), of which the masking while recording is played.
 */
export const dynatrace: Profile<DynatraceOptions> = {
  id: 'dynatrace',
  name: 'Dynatrace',
  evidence: { kind: 'documented', sources: [dynatraceMasking, dynatraceSchema, dynatraceSettings] },
  undocumented: ['undocumented.dynatrace-pages', ...undocumentedParts],
  parseOptions: parseDynatraceOptions,
  offlineRules: () => ({ rules: [], groups: [], gaps: [] }),
  documentedRows: (options) => ({ rows: policyOf[options.preset], attributeRow: attributeRows(options) }),

  play(ruleSet, options) {
    const { preset } = options;
    const given = listRules(ruleSet, listsOf(preset), 'as-not');
    const isMasked = preset === 'MASK_ALL' || preset === 'ALLOW_LIST';
    return playDocumented({
      rules: dynatraceRules(options, given.listed),
      problems: given.problems,
      root: { possible: isMasked ? Possible.masked : Possible.captured, doubts: [] },
      nesting: 'contested',
      // "Recording masking rules are transmitted to the client" and hold for what is recorded there.
      lateChanges: 'as-before',
      record: createPolicyRecorder({
        policy: policyOf[preset],
        mask: maskAlphanumerics,
        policyKey: documentedPolicyKey,
        attributeRow: attributeRows(options),
        measured: measurementOf(ruleSet.measured, 'dynatrace'),
        fieldTexts: 'apart',
        ownAttributes: 'unknown',
      }),
    });
  },
};

const policyOf: Readonly<Record<Preset, ContentPolicy>> = {
  MASK_ALL: dynatraceMaskAll,
  ALLOW_LIST: dynatraceMaskAll,
  BLOCK_LIST: dynatraceBlockList,
  MASK_USER_INPUT: dynatraceContentPolicy,
};

/** Rules exist only in the presets that have a list. */
function listsOf(preset: Preset) {
  if (preset === 'ALLOW_LIST') return { unmask: ['recordingMaskingAllowListRules'] };
  return preset === 'BLOCK_LIST' ? { mask: ['recordingMaskingBlockListRules'] } : {};
}

/** Written down character for character: zeros for digits, stars for the other letters, all else stays. */
function maskAlphanumerics(text: string): string {
  return text.replace(/\p{Nd}/gu, '0').replace(/\p{L}|\p{M}|[^\P{N}0]/gu, '*');
}

/** A page may call an attribute anything; an expression that somebody wrote is not run on more than this. */
const maxName = 100;

/**
 * A rule names attributes by an expression. One that takes in the whole name is sure to hit; whether it must is not
 * said, so a part of the name that matches leaves both possible.
 */
function attributeRows({ preset, attributes }: DynatraceOptions) {
  if (attributes.length === 0) return undefined;
  const effect = preset === 'ALLOW_LIST' ? 'send' : 'mask';
  const hit: PolicyRow = {
    captured: effect,
    masked: effect,
    excluded: 'nothing',
    grade: 'documented',
    source: dynatraceSchema,
  };
  const doubtful: PolicyRow = { ...hit, captured: 'unknown', masked: 'unknown', grade: 'unknown' };
  return (name: string): PolicyRow | undefined => {
    if (name.length > maxName) return doubtful;
    const found = attributes.find((expression) => expression.test(name));
    if (!found) return undefined;
    return attributes.some((expression) => expression.exec(name)?.[0] === name) ? hit : doubtful;
  };
}
