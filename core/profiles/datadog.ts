import type { Decision } from '../treatment/decision.ts';
import { Possible } from '../treatment/treatment.ts';
import { datadogRules, decideDatadog, levelNow, rootDecision } from './datadog/decide.ts';
import { Level, oneLevel } from './datadog/levels.ts';
import { type DatadogOptions, parseDatadogOptions } from './datadog/options.ts';
import { createDatadogRecorder } from './datadog/recordContent.ts';
import type { BoundarySite, LateChain, Profile, ValueCause } from './profile.ts';
import { listRules } from './ruleLists.ts';

/** Datadog Session Replay: the options are the object passed to `datadogRum.init()`. */
export const datadog: Profile<DatadogOptions> = {
  id: 'datadog',
  name: 'Datadog',
  evidence: { kind: 'verified', package: '@datadog/browser-rum', version: '7.16.2' },
  undocumented: [],
  configuredBy: 'init',
  parseOptions: parseDatadogOptions,
  pageGlobals: ['$DD_ALLOW'],
  offlineRules: () => ({ rules: [], groups: [], gaps: [] }),

  play(ruleSet, options) {
    const now = (chain: LateChain): Decision | null => {
      const decision = levelNow(chain, options.level);
      return decision.possible === Possible.excluded ? null : decision;
    };
    return {
      rules: datadogRules,
      // It takes no selectors: no rule of a rule set can be told to it.
      problems: listRules(ruleSet, {}, 'refused').problems,
      root: rootDecision(options.level),
      decidesAll: true,
      decide: decideDatadog,
      hitInShadow: (hit) => hit,
      shadowState,
      frameState: (frame, _root, { node }) => ({
        ...frame,
        possible: Possible.excluded,
        level: oneLevel(Level.hidden),
        node,
      }),
      templateState: () => null,
      closedRoots: 'never',
      record: createDatadogRecorder(options),
      late: {
        reads: 'when-idle',
        looksAgain: isNewView,
        added: now,
        text: now,
        attribute: now,
        value: (chain, cause) => (chain[0]?.isKnown && isHeard(chain, cause) ? now(chain) : null),
      },
    };
  },
};

/** A root that is attached to an element it knows already is not noticed. */
function shadowState(host: Decision, _root: Decision, { isAttached, node }: BoundarySite): Decision {
  return isAttached ? { ...host, possible: Possible.excluded, level: oneLevel(Level.hidden), node } : host;
}

/** The document listens to both events, a shadow root to `change` only (trackInput.mjs). */
function isHeard(chain: LateChain, { kind, composed }: ValueCause): boolean {
  const isInShadow = chain.find((link) => link.above !== 'parent')?.above === 'shadow-host';
  return !isInShadow || composed || kind !== 'input';
}

/**
 * A new view begins with a new full snapshot: another path, or another path in the fragment (trackViews.mjs,
 * `areDifferentLocation`; that a fragment names an element of the page is not asked here).
 */
function isNewView(from: string, to: string): boolean {
  return pathOf(from) !== pathOf(to) || fragmentPathOf(from) !== fragmentPathOf(to);
}

function pathOf(address: string): string {
  return address.replace(/[?#].*$/s, '');
}

function fragmentPathOf(address: string): string {
  return (address.split('#', 2)[1] ?? '').split('?', 1)[0] ?? '';
}
