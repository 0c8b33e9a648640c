import type { Decision } from '../treatment/decision.ts';
import { Possible } from '../treatment/treatment.ts';
import { createOpenreplayDecisions, isUnbound, openreplayRules, Sanitize } from './openreplay/decide.ts';
import { type OpenreplayOptions, parseOpenreplayOptions } from './openreplay/options.ts';
import { createOpenreplayRecorder } from './openreplay/recordContent.ts';
import type { LateChain, Profile } from './profile.ts';

/** OpenReplay: the options are the object passed to `new Tracker()`. */
export const openreplay: Profile<OpenreplayOptions> = {
  id: 'openreplay',
  name: 'OpenReplay',
  evidence: { kind: 'verified', package: '@openreplay/tracker', version: '19.0.1' },
  undocumented: [],
  configuredBy: 'Tracker',
  parseOptions: parseOpenreplayOptions,
  offlineRules: () => ({ rules: [], groups: [], gaps: [] }),

  play(ruleSet, options, syntax) {
    const { rules, problems } = openreplayRules(options, ruleSet, syntax);
    const decisions = createOpenreplayDecisions(rules, options);
    const now = (chain: LateChain): Decision | null => {
      const decision = decisions.levelNow(chain);
      return decision.possible === Possible.excluded ? null : decision;
    };
    /** A hidden element is a box in the recording, and its own attributes go on being sent. */
    const ownNow = (chain: LateChain): Decision | null => {
      const decision = decisions.levelNow(chain);
      const isBox = chain[0]?.isKnown === true && decision.node === chain[0].node;
      return decision.possible === Possible.excluded && !isBox ? null : decision;
    };
    return {
      rules,
      problems,
      root: decisions.root(),
      decidesAll: true,
      decide: decisions.decide,
      hitInShadow: (hit) => hit,
      // Roots have no parent of their own: levels begin anew in them, in a host that is hidden or in a hidden box too.
      shadowState(host, root) {
        if (isUnbound(host)) return host;
        const level = (host.level ?? 0) & Sanitize.unmaskedRegion;
        return { ...root, level, possible: decisions.stateOf(level) };
      },
      frameState(frame, root, { element, node }) {
        const isCaptured = options.captureIFrames && element.attribute('data-openreplay-obscured') === null;
        return isCaptured && !isUnbound(frame) ? root : { ...frame, possible: Possible.excluded, node };
      },
      templateState: () => null,
      closedRoots: 'never',
      record: createOpenreplayRecorder(options),
      late: {
        reads: 'at-once',
        added: now,
        text: now,
        attribute: ownNow,
        // A ticker reads every field it knows, whatever events there are.
        value: (chain) => (chain[0]?.isKnown ? now(chain) : null),
      },
    };
  },
};
