import { randomBytes } from 'node:crypto';
import type { Page } from 'puppeteer';
import type { Uninspected } from '../../core/capture/captureRecord.ts';
import type { CaptureScan } from '../../core/capture/captureScan.ts';
import type { ShippedPart } from '../../core/capture/shippedPart.ts';
import { closedRoots, type PlayedRecorder, seesClosedRoots, withSaid } from '../besidesTheWalk.ts';
import { type PageWorld, preparePageWorld, worldName } from '../pageWorld.ts';
import { within } from '../within.ts';
import { createShippedDocument, type ShippedDocument } from './shippedDocument.ts';

/** One document of a flow, or what came to it since the last check. */
export interface RecordedPart {
  /** Of the flow's documents, from 0. */
  readonly document: number;
  readonly scan: CaptureScan;
}

export interface Recorded {
  readonly parts: readonly RecordedPart[];
  /** What was recorded and could not be taken before it was gone. */
  readonly lost: readonly Uninspected[];
}

/** The simulated recording over the documents that a flow opens one after the other in its tab. */
export interface FlowRecording {
  /** Number of the document that is open. */
  document(): number;
  /** Everything that was written down since the last time, of all documents since then. The recording goes on. */
  take(): Promise<Recorded>;
  end(): Promise<void>;
}

export interface FlowRecordingOptions {
  readonly page: Page;
  readonly pageScript: string;
  readonly recorder: PlayedRecorder;
  /** Milliseconds between `load` and the first look. */
  readonly wait: number;
  /** Milliseconds until a page that does not answer is given up. */
  readonly timeout: number;
}

/**
 * Begins with the next document. Each tells what it writes down as it does so, because one that is about to be replaced
 * cannot be asked any more: the browser keeps every question for the next one.
 */
export async function createFlowRecording(options: FlowRecordingOptions): Promise<FlowRecording> {
  const { page, pageScript, recorder, wait, timeout } = options;
  const shipTo = `scrim${randomBytes(8).toString('hex')}`;
  const request = { ...recorder, wait, watch: 0, isHeld: true, shipTo };
  const world = await preparePageWorld(page, pageScript, request);
  const documents = new Map<string, ShippedDocument>();
  const lost: Uninspected[] = [];

  world.session.on('Runtime.bindingCalled', ({ name, payload }) => {
    if (name !== shipTo) return;
    const part = JSON.parse(payload) as ShippedPart;
    const known = documents.get(part.id) ?? createShippedDocument(documents.size);
    documents.set(part.id, known);
    known.add(part);
  });
  await world.session.send('Runtime.addBinding', { name: shipTo, executionContextName: worldName });
  page.on('popup', (popup) => {
    // Opened beside the tab: what it shows is not recorded here.
    if (popup) lost.push({ kind: 'page', path: '', reason: 'flow-popup' });
  });

  async function take(): Promise<Recorded> {
    const isRecorded = await within(timeout, world.flush());
    const last = documents.size - 1;
    const parts: RecordedPart[] = [];
    for (const shipped of documents.values()) {
      const isOpen = isRecorded && shipped.document === last;
      const scan = shipped.take();
      if (scan)
        parts.push({
          document: shipped.document,
          scan: isOpen ? await withBesides(world, scan, recorder) : scan,
        });
      else if (!isOpen && shipped.isUnseen()) lost.push({ kind: 'page', path: '', reason: 'flow-part-lost' });
      if (!isOpen) shipped.forget();
    }
    return { parts, lost: lost.splice(0) };
  }

  return {
    document: () => documents.size - 1,
    take,
    async end() {
      await world.session.detach();
    },
  };
}

async function withBesides(
  { session, heard }: PageWorld,
  scan: CaptureScan,
  recorder: PlayedRecorder,
): Promise<CaptureScan> {
  const said = await withSaid(session, scan, recorder, heard);
  if (!seesClosedRoots(recorder)) return said;
  return { ...said, uninspected: [...said.uninspected, ...(await closedRoots(session, said))] };
}
