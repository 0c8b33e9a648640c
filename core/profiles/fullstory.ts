import { decideNearest } from '../treatment/decideNearest.ts';
import { Possible } from '../treatment/treatment.ts';
import { fullstoryActiveRules } from './fullstory/activeRules.ts';
import { fullstoryOfflineRules } from './fullstory/offlineRules.ts';
import { type FullstoryOptions, parseFullstoryOptions } from './fullstory/options.ts';
import { fullstoryRecorder } from './fullstory/recordContent.ts';
import type { Profile } from './profile.ts';

/**
 * FullStory, from public documentation: its recorder is closed and was never run against this profile.
 * Precedence: EXCLUDE > MASK > UNMASK on one element, else inherited; EXCLUDE is final
 * (https://help.fullstory.com/hc/en-us/articles/360043356573, https://help.fullstory.com/hc/en-us/articles/360020623574).
 */
export const fullstory: Profile<FullstoryOptions> = {
  id: 'fullstory',
  name: 'FullStory',
  evidence: 'documented',
  undocumented: [
    'undocumented.attributes',
    'undocumented.comments',
    'undocumented.shadow-rules',
    'undocumented.frame-inheritance',
    'undocumented.data-scripts',
    'undocumented.canvas',
    'undocumented.script-styles',
  ],
  parseOptions: parseFullstoryOptions,
  offlineRules: fullstoryOfflineRules,
  activeRules: fullstoryActiveRules,

  rootState(ruleSet, options) {
    const privateByDefault = options.privateByDefault ?? ruleSet.privateByDefault ?? false;
    return privateByDefault ? Possible.masked : Possible.captured;
  },

  decide: decideNearest,

  /** Shadow content is captured, but how selectors are evaluated inside a root is not documented. */
  hitInShadow: (hit) => ({ ...hit, certain: false, doubt: hit.doubt ?? 'doubt.shadow-rule' }),

  /**
   * An excluded frame element leaves no place for its document. Whether masking crosses into the document is
   * not documented: both what the frame has and what a fresh document has stay possible.
   */
  frameState(frame, root, node) {
    if (frame.possible === Possible.excluded || frame.possible === root.possible) return frame;
    return {
      possible: frame.possible | root.possible,
      winner: frame.winner,
      losers: [],
      node,
      doubts: ['doubt.frame-inheritance'],
    };
  },

  record: fullstoryRecorder,
};
