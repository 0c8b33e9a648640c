// What a walk of a page cannot see and the DevTools protocol can: what the page says to its recorder, closed shadow roots.
import type { Protocol } from 'puppeteer';
import type { Uninspected } from '../core/capture/captureRecord.ts';
import type { CaptureScan } from '../core/capture/captureScan.ts';
import { withPageCalls } from '../core/capture/withPageCalls.ts';
import { callSources, parsePageCalls, withHeardCalls } from '../core/detection/pageCalls.ts';
import { readTraces } from '../core/detection/readTraces.ts';
import type { RecorderTrace } from '../core/detection/recorderTraces.ts';
import { profileById } from '../core/profiles/registry.ts';
import type { RuleSet } from '../core/rules/rule.ts';
import { closedRootHosts } from './closedRootHosts.ts';
import { closedRootsNotInspected } from './closedRootsNotInspected.ts';
import { evaluateIn, type ProtocolSession } from './isolatedWorld.ts';
import { isLoss } from './pageLoss.ts';

export interface PlayedRecorder {
  readonly profile: string;
  readonly options: unknown;
  readonly ruleSet: RuleSet;
}

/**
 * What the page said to the recorder by itself stands in its own world: read there, never written.
 *
 * @param heard JSON of the calls that hooks heard; absent: there were no hooks
 */
export async function withSaid(
  session: ProtocolSession,
  scan: CaptureScan,
  { profile: id, options, ruleSet }: PlayedRecorder,
  heard?: () => Promise<unknown>,
): Promise<CaptureScan> {
  const profile = profileById(id);
  if (!profile?.waysOut) return scan;
  const standing = parsePageCalls(await readPageTraces(session, []));
  const calls = heard ? withHeardCalls(standing, await heard()) : standing;
  return withPageCalls(scan, { profile, options, ruleSet }, calls);
}

/** @returns what the page tells of itself in its own world; undefined when it does not let anybody ask */
export async function readPageTraces(
  session: ProtocolSession,
  traces: readonly RecorderTrace[],
): Promise<unknown> {
  try {
    const given = JSON.stringify({ traces, calls: callSources });
    return await evaluateIn(session, undefined, `(${readTraces.toString()})(${given})`);
  } catch (error) {
    // It broke what the reading stands on; what is not read is named as such.
    if (!(error instanceof Error) || isLoss(error)) throw error;
    return undefined;
  }
}

/** Whether what is in a closed shadow root may be recorded at all. */
export function seesClosedRoots({ profile: id, options, ruleSet }: PlayedRecorder): boolean {
  const profile = profileById(id);
  const playback = profile?.play(ruleSet, profile.parseOptions(options), () => undefined);
  return playback?.closedRoots !== 'never';
}

/** The walk cannot notice closed shadow roots; the DevTools protocol lists them. */
export async function closedRoots(session: ProtocolSession, scan: CaptureScan): Promise<Uninspected[]> {
  let root: Protocol.DOM.Node;
  try {
    ({ root } = await session.send('DOM.getDocument', { depth: -1, pierce: true }));
  } catch (error) {
    // The protocol cannot carry trees much deeper than 1,000 levels: whether there are closed roots is not known.
    if (!(error instanceof Error) || isLoss(error)) throw error;
    return [{ kind: 'partial', path: '', reason: 'closed-roots-not-listed' }];
  }
  return closedRootsNotInspected(closedRootHosts(root), scan);
}
