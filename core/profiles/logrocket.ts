import { Possible } from '../treatment/treatment.ts';
import type { ContentPolicy } from './documented/contentPolicy.ts';
import { createPolicyRecorder } from './documented/createPolicyRecorder.ts';
import { documentedPolicyKey } from './documented/documentedPolicyKey.ts';
import { maskCharacters } from './documented/maskCharacters.ts';
import { measurementOf } from './documented/measuredPolicy.ts';
import { placeholder } from './documented/placeholder.ts';
import { playDocumented } from './documented/playDocumented.ts';
import { undocumentedParts } from './documented/undocumentedParts.ts';
import { undocumentedPolicy } from './documented/undocumentedPolicy.ts';
import {
  logrocketContentPolicy,
  logrocketDom,
  logrocketPrivacy,
  logrocketTypes,
} from './logrocket/contentPolicy.ts';
import { type LogrocketOptions, parseLogrocketOptions, type Sanitizer } from './logrocket/options.ts';
import { logrocketRules } from './logrocket/rules.ts';
import type { Profile } from './profile.ts';
import { listRules } from './ruleLists.ts';

/** LogRocket, from public documentation: the options are the object passed to `LogRocket.init()`. */
export const logrocket: Profile<LogrocketOptions> = {
  id: 'logrocket',
  name: 'LogRocket',
  evidence: { kind: 'documented', sources: [logrocketDom, logrocketPrivacy, logrocketTypes] },
  undocumented: ['undocumented.mask-shape', ...undocumentedParts],
  configuredBy: 'init',
  parseOptions: parseLogrocketOptions,
  offlineRules: () => ({ rules: [], groups: [], gaps: [] }),
  documentedRows: (options) => ({ rows: policyFor(options) }),

  play(ruleSet, options) {
    const lists = { exclude: ['redactSelectors'], mask: ['redactSelectors'] };
    const given = listRules(ruleSet, lists, 'as-not');
    return playDocumented({
      rules: logrocketRules(options, given.listed),
      problems: [...options.notSimulated, ...given.problems],
      root: rootOf(options.textSanitizer),
      nesting: 'contested',
      // Changes are recorded as they are observed, and what is private never leaves the browser.
      lateChanges: 'as-before',
      record: createPolicyRecorder({
        policy: policyFor(options),
        measured: measurementOf(ruleSet.measured, 'logrocket'),
        mask: (raw) => maskCharacters(raw, placeholder),
        policyKey: documentedPolicyKey,
        fieldTexts: 'apart',
        // "No additional details are recorded about that element."
        ownAttributes: 'go-with-it',
      }),
    });
  },
};

function rootOf(sanitizer: Sanitizer) {
  if (sanitizer === 'off') return { possible: Possible.captured, doubts: [] };
  if (sanitizer === 'on') return { possible: Possible.masked, doubts: [] };
  return { possible: Possible.captured | Possible.masked, doubts: ['doubt.option-value'] };
}

/** What options other than selectors change. What a sanitizer of images does to them is not written down. */
function policyFor(options: LogrocketOptions): ContentPolicy {
  const { title, attribute } = logrocketContentPolicy;
  const images = undocumentedPolicy['image-source'];
  const url = undocumentedPolicy['page-url'];
  const none = { captured: 'nothing', masked: 'nothing', excluded: 'nothing', grade: 'documented' } as const;
  return {
    ...logrocketContentPolicy,
    title: options.disablePageTitles ? { ...none, source: title.source } : title,
    'page-url': options.hasUrlSanitizer ? url : logrocketContentPolicy['page-url'],
    'image-source': options.imageSanitizer === 'off' ? attribute : images,
  };
}
