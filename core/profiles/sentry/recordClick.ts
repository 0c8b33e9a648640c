import { Possible } from '../../treatment/treatment.ts';
import type { LateChain, LateLink, RecordSite } from '../profile.ts';
import { starText } from '../rrwebFamily/settings.ts';
import { writeRecord } from '../writeRecord.ts';
import type { createSentryDecisions } from './decide.ts';
import { htmlTree } from './htmlTree.ts';
import { SentryList } from './rules.ts';

const interactive = new Set(['button', 'a']);

/** The breadcrumb of a click: @sentry/replay@11.12.0 `getDomTarget`, `getClosestInteractive`. */
export function createClickRecorder(
  maskAttributes: ReadonlySet<string>,
  decisions: ReturnType<typeof createSentryDecisions>,
) {
  const mask = ({ hits }: LateLink, name: string, value: string): string => {
    const isUnmasked = decisions.strength(hits, SentryList.unmask) === true;
    return maskAttributes.has(name) && !isUnmasked ? starText(value) : value;
  };
  return (at: RecordSite, chain: LateChain): void => {
    // Inside a shadow root the listener on the window is told of the host.
    const outer = chain.slice(chain.findLastIndex((link) => link.above === 'shadow-host') + 1);
    const target = outer.findIndex((link) => interactive.has(link.element.tag));
    const raw = htmlTree(outer.slice(Math.max(0, target)), mask);
    writeRecord(at, {
      channel: 'interaction',
      possible: Possible.captured,
      raw,
      policy: 'sentry.breadcrumb',
    });
  };
}
