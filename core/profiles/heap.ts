import type { ActiveRule } from '../rules/activeRule.ts';
import { Possible } from '../treatment/treatment.ts';
import { createPolicyRecorder, type PolicyRecorderOptions } from './documented/createPolicyRecorder.ts';
import { documentedPolicyKey } from './documented/documentedPolicyKey.ts';
import { listedRule, type Marker, markerRule } from './documented/documentedRule.ts';
import { fieldMarkers } from './documented/fieldMarkers.ts';
import { maskCharacters } from './documented/maskCharacters.ts';
import { measurementOf } from './documented/measuredPolicy.ts';
import { playDocumented } from './documented/playDocumented.ts';
import { undocumentedParts } from './documented/undocumentedParts.ts';
import { heapCaptured, heapContentPolicy, heapInherited, heapPrivacy } from './heap/contentPolicy.ts';
import type { Profile } from './profile.ts';
import { booleanAt, objectAt, stringsAt } from './readOptions.ts';
import { type ListedSelector, listRules } from './ruleLists.ts';

export interface HeapOptions {
  /** "Mask all text" of the settings, or `disableTextCapture` of the page. */
  readonly masksAllText: boolean;
  /** "Mask additional elements". */
  readonly additional: readonly ListedSelector[];
}

/** Heap session replay, from public documentation. Its settings are made in Heap, by hand. */
export const heap: Profile<HeapOptions> = {
  id: 'heap',
  name: 'Heap',
  evidence: { kind: 'documented', sources: [heapPrivacy, heapInherited, heapCaptured] },
  undocumented: ['undocumented.heap-settings', ...undocumentedParts, 'undocumented.late-changes'],
  parseOptions: parseHeapOptions,
  offlineRules: () => ({ rules: [], groups: [], gaps: [] }),
  documentedRows: () => ({ rows: heapContentPolicy }),

  play(ruleSet, { masksAllText, additional }) {
    const given = listRules(ruleSet, { mask: ['maskAdditionalElements'] }, 'as-not');
    return playDocumented({
      rules: [...heapRules, ...[...additional, ...given.listed].map((entry) => listedRule(entry, 2))],
      problems: given.problems,
      root: { possible: masksAllText ? Possible.masked : Possible.captured, doubts: [] },
      nesting: 'contested',
      lateChanges: 'unknown',
      record: createPolicyRecorder({ ...recording, measured: measurementOf(ruleSet.measured, 'heap') }),
    });
  },
};

const markers: readonly Marker[] = [
  ...fieldMarkers(3),
  // "Element is completely redacted (this also applies to page titles)."
  { selector: '[data-heap-redact-text]:not([data-heap-redact-text="false"])', action: 'exclude', rank: 4 },
  // "Entire elements are redacted": which of those below it, is not said.
  { selector: '[data-heap-redact-attributes]', action: 'exclude', rank: 4, doubt: 'doubt.redacted-elements' },
];

const heapRules: readonly ActiveRule[] = markers.map(markerRule);

const recording: PolicyRecorderOptions = {
  policy: heapContentPolicy,
  // "Replaces all text content with asterisks."
  mask: (raw) => maskCharacters(raw, '*'),
  policyKey: documentedPolicyKey,
  fieldTexts: 'apart',
  ownAttributes: 'go-with-it',
};

/**
 * @param input `{"maskAllText": bool, "maskAdditionalElements": [selectors], "disableTextCapture": bool}`: the first two
 * as the settings name them, the last is the page's own (`heap.load`)
 * @throws OptionsError for the wrong shape of a key that decides what is recorded
 */
function parseHeapOptions(input: unknown): HeapOptions {
  const given = objectAt(input, 'options');
  const yes = (key: string): boolean => booleanAt(given, key, 'options') ?? false;
  const list = 'maskAdditionalElements';
  return {
    masksAllText: yes('maskAllText') || yes('disableTextCapture'),
    additional: (stringsAt(given, list, 'options') ?? []).map((selector, index) => {
      const id = `${list}[${index}]`;
      return { list, id, name: id, selector, action: 'mask' };
    }),
  };
}
