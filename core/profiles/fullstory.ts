import { decideNearest } from '../treatment/decideNearest.ts';
import type { Decision } from '../treatment/decision.ts';
import { Possible } from '../treatment/treatment.ts';
import { createLateNearest } from './documented/createLateNearest.ts';
import { hitInShadow } from './documented/hitInShadow.ts';
import { measurementOf } from './documented/measuredPolicy.ts';
import { fullstoryActiveRules } from './fullstory/activeRules.ts';
import { fullstoryContentPolicy } from './fullstory/contentPolicy.ts';
import { fullstoryOfflineRules } from './fullstory/offlineRules.ts';
import { type FullstoryOptions, parseFullstoryOptions } from './fullstory/options.ts';
import { createFullstoryRecorder } from './fullstory/recordContent.ts';
import { fullstoryWaysOut } from './fullstory/waysOut.ts';
import type { BoundarySite, Profile } from './profile.ts';

/**
 * FullStory, from public documentation: its recorder is closed and was never run against this profile.
 * Precedence: EXCLUDE > MASK > UNMASK on one element, else inherited; EXCLUDE is final
 * (https://help.fullstory.com/hc/en-us/articles/360043356573, https://help.fullstory.com/hc/en-us/articles/360020623574).
 */
export const fullstory: Profile<FullstoryOptions> = {
  id: 'fullstory',
  name: 'FullStory',
  evidence: {
    kind: 'documented',
    sources: ['https://help.fullstory.com/', 'https://developer.fullstory.com/'],
  },
  undocumented: [
    'undocumented.attributes',
    'undocumented.comments',
    'undocumented.shadow-rules',
    'undocumented.frame-inheritance',
    'undocumented.data-scripts',
    'undocumented.canvas',
    'undocumented.script-styles',
    'undocumented.page-calls',
  ],
  parseOptions: parseFullstoryOptions,
  offlineRules: fullstoryOfflineRules,
  waysOut: fullstoryWaysOut,
  documentedRows: () => ({ rows: fullstoryContentPolicy }),

  play(ruleSet, options) {
    const rules = fullstoryActiveRules(ruleSet, options);
    const privateByDefault = options.privateByDefault ?? ruleSet.privateByDefault ?? false;
    const nearestNow = createLateNearest({
      root: rootOf,
      inner: (owner) => owner,
      decide: (inherited, { hits, node }) => decideNearest(inherited, hits, rules, node),
    });
    return {
      rules,
      problems: options.problems,
      root: { possible: privateByDefault ? Possible.masked : Possible.captured, doubts: [] },
      decidesAll: false,
      decide: (inherited, { hits, node }) => decideNearest(inherited, hits, rules, node),
      hitInShadow,
      shadowState: (host) => host,
      frameState,
      templateState,
      closedRoots: 'unknown',
      record: createFullstoryRecorder(options, measurementOf(ruleSet.measured, 'fullstory')),
      late: {
        reads: 'at-once',
        added: nearestNow,
        text: nearestNow,
        attribute: nearestNow,
        value: nearestNow,
      },
    };

    function rootOf(node: number): Decision {
      const possible = privateByDefault ? Possible.masked : Possible.captured;
      return { possible, winner: -1, losers: [], node, doubts: [] };
    }
  },
};

/**
 * An excluded frame element leaves no place for its document. Whether masking crosses into the document is
 * not documented: both what the frame has and what a fresh document has stay possible.
 */
function frameState(frame: Decision, root: Decision, { node }: BoundarySite): Decision {
  if (frame.possible === Possible.excluded || frame.possible === root.possible) return frame;
  return {
    possible: frame.possible | root.possible,
    winner: frame.winner,
    losers: [],
    node,
    doubts: ['doubt.frame-inheritance'],
  };
}

/** Whether a recorder keeps the inert content of a template is not something pages show: it may be dropped. */
function templateState(outside: Decision, { node }: BoundarySite): Decision {
  if (outside.possible === Possible.excluded) return outside;
  const possible = outside.possible | Possible.excluded;
  return { ...outside, possible, node, doubts: [...outside.doubts, 'doubt.template'] };
}
