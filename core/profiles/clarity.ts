import type { Decision } from '../treatment/decision.ts';
import { clarityRules, createClarityDecide, textState } from './clarity/decide.ts';
import { Privacy } from './clarity/masking.ts';
import { type ClarityOptions, parseClarityOptions } from './clarity/options.ts';
import { createClarityRecorder } from './clarity/recordContent.ts';
import type { LateChain, Profile } from './profile.ts';

/** Microsoft Clarity: the options are the object passed to `clarity.start()`. */
export const clarity: Profile<ClarityOptions> = {
  id: 'clarity',
  name: 'Microsoft Clarity',
  evidence: { kind: 'verified', package: 'clarity-js', version: '0.8.70' },
  undocumented: ['undocumented.clarity-settings'],
  configuredBy: 'start',
  parseOptions: parseClarityOptions,
  offlineRules: () => ({ rules: [], groups: [], gaps: [] }),

  play(ruleSet, options, syntax) {
    const { rules, problems } = clarityRules(options, ruleSet, syntax);
    const level = options.content ? Privacy.sensitive : Privacy.textImage;
    return {
      rules,
      problems,
      root: { possible: textState(level), level, doubts: [] },
      decidesAll: true,
      decide: createClarityDecide(rules),
      hitInShadow: (hit) => hit,
      shadowState: (host) => host,
      frameState: (frame) => frame,
      templateState: () => null,
      closedRoots: 'never',
      record: createClarityRecorder(options),
      late: {
        reads: 'at-once',
        // A page that changes its address is a new page to it, and is read anew (core/history.ts).
        looksAgain: (from, to) => withoutFragment(from) !== withoutFragment(to),
        added: storedOf,
        text: storedOf,
        attribute: storedOf,
        // Values are sent with events only: what a script sets is not heard.
        value: (chain, { kind }) => (kind === 'set' || !chain[0]?.isKnown ? null : storedOf(chain)),
      },
    };
  },
};

/** Whatever has changed meanwhile, the privacy is that of the first sight. */
function storedOf(chain: LateChain): Decision | null {
  return chain[0]?.stored ?? null;
}

function withoutFragment(address: string): string {
  return address.split('#', 1)[0] ?? '';
}
