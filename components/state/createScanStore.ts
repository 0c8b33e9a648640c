import { batch, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { CaptureScan } from '../../core/capture/captureScan.ts';
import { withPageCalls } from '../../core/capture/withPageCalls.ts';
import type { PageCalls } from '../../core/detection/pageCalls.ts';
import { profileById } from '../../core/profiles/registry.ts';
import type { Message, PageToPanel, ScanPurpose, ScanRequest } from '../../core/protocol.ts';
import type { RuleSet } from '../../core/rules/rule.ts';
import type { PageClient } from '../client.ts';
import { rulesForPage } from './rulesForPage.ts';
import { createScanAssembly } from './scanAssembly.ts';

export type ScanPhase =
  | { readonly kind: 'idle' }
  | { readonly kind: 'scanning'; readonly elements: number }
  | { readonly kind: 'done' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly reason: string };

export interface ScanStore {
  readonly phase: ReadonlySignal<ScanPhase>;
  /** The last finished scan; it stays while a new one is on its way. */
  readonly scan: ReadonlySignal<CaptureScan | null>;
  /** The rules that `scan` was made with. */
  readonly rules: ReadonlySignal<RuleSet | null>;
  /** The page changed after, or while, this scan was made. */
  readonly stale: Signal<boolean>;
  /** @returns the scan's number */
  start(request: Omit<ScanRequest, 'scanId' | 'purpose'>): number;
  cancel(): void;
  forget(): void;
}

export interface ScanStoreDeps {
  readonly page: PageClient;
  readonly purpose: ScanPurpose;
  /** What the page says to its recorder by itself: the page script does not see it. */
  readonly calls: () => PageCalls;
  /** Numbers that no other scan of this panel has. */
  readonly nextId: () => number;
  readonly signal: AbortSignal;
}

/** One scan at a time for one purpose: a new start replaces the one under way. */
export function createScanStore(deps: ScanStoreDeps): ScanStore {
  const { page, purpose } = deps;
  const phase = signal<ScanPhase>({ kind: 'idle' });
  const scan = signal<CaptureScan | null>(null);
  const rules = signal<RuleSet | null>(null);
  const stale = signal(false);
  const assembly = createScanAssembly();
  let scanId = -1;
  let asked: Omit<ScanRequest, 'scanId' | 'purpose'> | undefined;

  function stop(next: ScanPhase): void {
    if (phase.peek().kind === 'scanning') page.send({ type: 'scan/cancel', body: { scanId } });
    scanId = -1;
    phase.value = next;
  }

  function withCalls(finished: CaptureScan | null): CaptureScan | null {
    const profile = asked && profileById(asked.profile);
    return finished && asked && profile
      ? withPageCalls(finished, { ...asked, profile }, deps.calls())
      : finished;
  }

  function receive(message: Message<PageToPanel>): void {
    if (message.type === 'page/changed') {
      if (scan.peek()) stale.value = true;
      return;
    }
    if (!('scanId' in message.body) || message.body.scanId !== scanId) return;
    if (message.type === 'scan/progress') phase.value = { kind: 'scanning', elements: message.body.elements };
    else if (message.type === 'scan/part') assembly.part(message.body);
    else if (message.type === 'scan/failed') phase.value = { kind: 'failed', reason: message.body.reason };
    else if (message.type === 'scan/done') finish(message.body);
  }

  /** A part that was refused or lost may have held the leak: there is no verdict then. */
  function finish(done: PageToPanel['scan/done']): void {
    const finished = withCalls(assembly.finish(done));
    if (!finished) {
      phase.value = { kind: 'failed', reason: 'incomplete' };
      return;
    }
    batch(() => {
      scan.value = finished;
      rules.value = asked?.ruleSet ?? null;
    });
    stale.value = done.changedMeanwhile;
    phase.value = { kind: 'done' };
  }
  page.onMessage(receive, deps.signal);

  return {
    phase,
    scan,
    rules,
    stale,
    start(request) {
      stop({ kind: 'scanning', elements: 0 });
      scanId = deps.nextId();
      assembly.begin(scanId);
      asked = request;
      const ruleSet = rulesForPage(request.ruleSet);
      page.send({ type: 'scan/start', body: { ...request, ruleSet, scanId, purpose } });
      return scanId;
    },
    cancel: () => stop({ kind: 'cancelled' }),
    forget() {
      stop({ kind: 'idle' });
      scan.value = null;
      rules.value = null;
      stale.value = false;
    },
  };
}
