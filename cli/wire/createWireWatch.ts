import type { Uninspected } from '../../core/capture/captureRecord.ts';
import type { CaptureScan } from '../../core/capture/captureScan.ts';
import { createPlantedSearch } from '../../core/wire/createPlantedSearch.ts';
import { createWireTally, type WireTally } from '../../core/wire/createWireTally.ts';
import { isOtherSite } from '../../core/wire/isOtherSite.ts';
import { type Looking, lookIntoMessage } from '../../core/wire/lookIntoMessage.ts';
import { notSeen } from '../../core/wire/notSeen.ts';
import { hostOf, originOf } from '../../core/wire/originOf.ts';
import { predictPlanted } from '../../core/wire/predictPlanted.ts';
import type { WireMessage } from '../../core/wire/wireMessage.ts';
import type { WireGap, WireReport } from '../../core/wire/wireReport.ts';
import type { PageAttendant, PageVisit } from '../pageAttendant.ts';
import { letRecordersSend } from './letRecordersSend.ts';
import { listenToWire, type WireListener } from './listenToWire.ts';
import { nodeInflaters } from './nodeInflaters.ts';

export interface WireWatchOptions {
  /** Id of the recorder that is simulated. */
  readonly profile: string;
  /** What belongs to the site beside the page's own address. */
  readonly site?: URL;
  /** Whether the page is left at the end, so that recorders send what they hold; not in the middle of a flow. */
  readonly leaves?: boolean;
}

/** Taking messages of one page apart may take so long all together; what is left is a gap. */
const longestReading = 60_000;

/**
 * Listens to what leaves the browser and looks for what was planted. The last among those who attend a page: it leaves
 * the page in `finish`.
 */
export function createWireWatch({ profile, site, leaves = true }: WireWatchOptions): PageAttendant {
  let listener: WireListener | undefined;

  return {
    async prepare({ page }) {
      listener = await listenToWire(page);
    },
    async finish({ page, planted }: PageVisit, scan: CaptureScan) {
      if (!listener) return {};
      const unleft = await letRecordersSend(page, listener, leaves);
      const messages = await listener.messages((address) => isOther(address, scan.url, site));
      const deaf = await listener.deaf();
      await listener.stop();
      const predicted = predictPlanted(scan, planted);
      const tally = createWireTally();
      for (const { origin, carrier, why } of [...deaf, ...unleft]) tally.gap(origin, carrier, why);
      const compared = await readAll(messages, tally, { played: profile, planted, predicted });
      const wire: WireReport = { ...tally.report(), ...compared };
      return { wire, uninspected: uninspectedIn(wire.notInspected) };
    },
  };
}

function isOther(address: string, page: string, site: URL | undefined): boolean {
  const host = hostOf(address);
  return isOtherSite(host, hostOf(page)) && (site === undefined || isOtherSite(host, site.hostname));
}

type Compared = Pick<Looking, 'played' | 'planted' | 'predicted'>;

/** @returns what became of what the simulation says is sent */
async function readAll(
  messages: readonly WireMessage[],
  tally: WireTally,
  compared: Compared,
): Promise<Pick<WireReport, 'ofPlayed' | 'notSeen'>> {
  const now = () => performance.now();
  const end = now() + longestReading;
  const search = createPlantedSearch(compared.planted);
  const looking = { ...compared, search, inflaters: nodeInflaters(), now };
  const arrived = new Set<number>();
  let ofPlayed = 0;
  for (const message of messages) {
    if (now() > end) {
      tally.gap(originOf(message.address), message.carrier, 'too-slow');
      continue;
    }
    const looked = await lookIntoMessage(message, looking);
    tally.add(looked);
    if (!looked.predicted) continue;
    ofPlayed += 1;
    for (const { value } of looked.hits) arrived.add(value);
  }
  return { ofPlayed, notSeen: notSeen(compared, arrived) };
}

/** What was sent and could not be looked into is not looked at: one entry for each receiver. */
function uninspectedIn(gaps: readonly WireGap[]): Uninspected[] {
  const counts = new Map<string, number>();
  for (const { origin, count } of gaps) counts.set(origin, (counts.get(origin) ?? 0) + count);
  return [...counts].map(([origin, count]) => ({
    kind: 'partial',
    path: '',
    ...(origin === '' ? {} : { origin }),
    reason: 'wire-not-inspected',
    detail: String(count),
  }));
}
