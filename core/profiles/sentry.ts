import type { Decision } from '../treatment/decision.ts';
import { Possible } from '../treatment/treatment.ts';
import type { LateChain, LateLink, Profile, ValueCause } from './profile.ts';
import { createSentryDecisions } from './sentry/decide.ts';
import { parseSentryOptions, type SentryOptions } from './sentry/options.ts';
import { createSentryRecorder } from './sentry/recordContent.ts';
import { SentryList, sentryRules } from './sentry/rules.ts';
import { withIgnoredRules } from './withIgnoredRules.ts';

/** Sentry Session Replay: the options are the object passed to `replayIntegration()`. */
export const sentry: Profile<SentryOptions> = {
  id: 'sentry',
  name: 'Sentry',
  evidence: { kind: 'verified', package: '@sentry/browser', version: '11.12.0' },
  undocumented: [],
  configuredBy: 'replayIntegration',
  parseOptions: parseSentryOptions,
  offlineRules: () => ({ rules: [], groups: [], gaps: [] }),

  play(ruleSet, options, syntax) {
    const { rules: inForce, problems, lost } = sentryRules(options, ruleSet, syntax);
    // `matches` of a broken unblock list throws before blocking is looked at, and nothing is blocked.
    const rules = lost.has(SentryList.unblock)
      ? inForce.filter((rule) => rule.list !== SentryList.block)
      : inForce;
    const decisions = createSentryDecisions(rules, options);
    // A broken unmask list throws while the first attribute is written: there is no recording of the page at all.
    const isDead = options.isBroken || lost.has(SentryList.unmask);
    // A broken unblock list throws at every change.
    const isDeaf = isDead || lost.has(SentryList.unblock);
    return {
      rules,
      problems,
      root: isDead ? { ...decisions.root(), possible: Possible.excluded } : decisions.root(),
      decidesAll: true,
      decide: decisions.decide,
      hitInShadow: (hit) => hit,
      shadowState: (host) => host,
      // The distance is counted up to the document: a frame begins anew.
      frameState: (frame, root) => (frame.possible === Possible.excluded ? frame : root),
      templateState: () => null,
      closedRoots: 'never',
      record: createSentryRecorder(options, decisions),
      late: {
        reads: 'at-once',
        added: (parents) => (isDeaf || decisions.isBlockedAbove(parents) ? null : decisions.nearest(parents)),
        text: (parents) =>
          isDeaf || isBlockedItself(parents[0])
            ? null
            : withIgnoredRules(decisions.nearest(parents), blocksAbove(parents)),
        attribute: (chain) => (isDeaf || isBlockedItself(chain[0]) ? null : decisions.nearest(chain)),
        value,
      },
    };

    /** A change of a text or an attribute asks for blocking on the one element only (`isBlocked`, no ancestors). */
    function isBlockedItself(link: LateLink | undefined): boolean {
      return link === undefined || decisions.blocks(link.hits) === true;
    }

    function blocksAbove(chain: LateChain): number[] {
      const blocked = chain.filter((link) => decisions.blocks(link.hits) === true);
      return blocked.flatMap(({ hits }) => hits.map((hit) => hit.rule)).filter(isBlock);
    }

    function isBlock(rule: number): boolean {
      return rules[rule]?.list === SentryList.block;
    }

    function value(chain: LateChain, { kind, composed }: ValueCause): Decision | null {
      const [self] = chain;
      const boundary = chain.find((link) => link.above !== 'parent');
      if (kind !== 'set' && !composed && boundary?.above === 'shadow-host') return null;
      if (!self || isDead || decisions.isBlockedAbove(chain)) return null;
      if (decisions.strength(self.hits, SentryList.ignore) === true) return null;
      return decisions.nearest(chain);
    }
  },
};
