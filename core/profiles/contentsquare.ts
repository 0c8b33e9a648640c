import type { Decision } from '../treatment/decision.ts';
import { Possible } from '../treatment/treatment.ts';
import {
  contentsquareContentPolicy,
  contentsquareData,
  contentsquareFields,
  contentsquareMasking,
} from './contentsquare/contentPolicy.ts';
import { type ContentsquareOptions, parseContentsquareOptions } from './contentsquare/options.ts';
import { contentsquareRules } from './contentsquare/rules.ts';
import type { ContentKind } from './documented/contentPolicy.ts';
import {
  createPolicyRecorder,
  type PolicyRecorderOptions,
  type Redacted,
} from './documented/createPolicyRecorder.ts';
import { documentedPolicyKey } from './documented/documentedPolicyKey.ts';
import { maskCharacters } from './documented/maskCharacters.ts';
import { measurementOf } from './documented/measuredPolicy.ts';
import { placeholder } from './documented/placeholder.ts';
import { playDocumented } from './documented/playDocumented.ts';
import { redactEmails } from './documented/redactEmails.ts';
import { undocumentedParts } from './documented/undocumentedParts.ts';
import type { Profile } from './profile.ts';
import { listRules } from './ruleLists.ts';

/** Contentsquare, from public documentation: page masking, the tag's commands and its attributes. */
export const contentsquare: Profile<ContentsquareOptions> = {
  id: 'contentsquare',
  name: 'Contentsquare',
  evidence: {
    kind: 'documented',
    sources: [contentsquareData, contentsquareMasking, contentsquareFields],
  },
  undocumented: ['undocumented.contentsquare-console', 'undocumented.mask-shape', ...undocumentedParts],
  parseOptions: parseContentsquareOptions,
  offlineRules: () => ({ rules: [], groups: [], gaps: [] }),
  documentedRows: () => ({ rows: contentsquareContentPolicy }),

  play(ruleSet, options) {
    const lists = { mask: ['PIISelectors'], unmask: ['setCapturedElementsSelector'] };
    const given = listRules(ruleSet, lists, 'as-not');
    return playDocumented({
      rules: contentsquareRules(options, given.listed),
      problems: [...options.notSimulated, ...given.problems],
      root: rootOf(options),
      nesting: 'contested',
      // "The HTML content is sent after every pageview and every DOM change", masked before it is sent.
      lateChanges: 'as-before',
      record: createPolicyRecorder({
        ...recording,
        measured: measurementOf(ruleSet.measured, 'contentsquare'),
      }),
    });
  },
};

function rootOf({ automasking }: ContentsquareOptions): Pick<Decision, 'possible' | 'doubts'> {
  if (automasking !== undefined)
    return { possible: automasking ? Possible.masked : Possible.captured, doubts: [] };
  return { possible: Possible.captured | Possible.masked, doubts: ['doubt.page-masking'] };
}

const recording: PolicyRecorderOptions = {
  policy: contentsquareContentPolicy,
  mask,
  policyKey: documentedPolicyKey,
  redact,
  fieldTexts: 'apart',
  // "The content of every element marked with data-cs-mask is removed": of the element itself nothing is said.
  ownAttributes: 'unknown',
};

/** "Replaced with bullets"; "every figure of type number is replaced by 0"; how masked texts look is not said. */
function mask(raw: string, kind: ContentKind, type: string): string {
  if (type === 'number') return raw.replace(/\d/g, '0');
  const isField = kind === 'value' || kind === 'value-attribute' || type === 'textarea';
  return maskCharacters(raw, isField ? '•' : placeholder);
}

/** What may be a card number: where the recorder draws the line is not said. */
const cardLike = /(?:\d[ -]?){13,19}/;

/** Before anything is sent; names as documented. */
function redact(raw: string): Redacted {
  return { raw: redactEmails(raw, () => 'CS_ANONYMIZED_EMAIL'), isSure: !cardLike.test(raw) };
}
