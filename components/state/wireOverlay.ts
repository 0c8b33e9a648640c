import { effect, type ReadonlySignal } from '@preact/signals';
import type { PageClient, PageState } from '../client.ts';
import type { LeaksStore } from './createLeaksStore.ts';
import type { PanelView } from './createPanelState.ts';
import type { ScanStore } from './createScanStore.ts';

export interface OverlayWiring {
  readonly page: PageClient;
  readonly pageState: ReadonlySignal<PageState>;
  readonly view: ReadonlySignal<PanelView>;
  readonly overlayOn: ReadonlySignal<boolean>;
  readonly current: ScanStore;
  readonly draftScan: ScanStore;
  readonly leaks: LeaksStore;
  readonly signal: AbortSignal;
}

/** Keeps the page's overlay in step: on the draft view it shows the draft, everywhere else what is in force. */
export function wireOverlay(wiring: OverlayWiring): void {
  const { page, pageState, overlayOn, current, draftScan, leaks } = wiring;
  const disposeShow = effect(() => {
    if (pageState.value.kind !== 'ready' || current.phase.value.kind !== 'done') return;
    const drafted = wiring.view.value === 'draft' && draftScan.phase.value.kind === 'done';
    page.send({
      type: 'overlay/show',
      body: { on: overlayOn.value, purpose: drafted ? 'draft' : 'current' },
    });
  });
  const disposeLeaks = effect(() => {
    const report = leaks.report.value;
    if (!report || pageState.value.kind !== 'ready') return;
    const nodes = report.findings.flatMap((finding) => finding.places.map((place) => place.node));
    page.send({ type: 'overlay/leaks', body: { nodes: [...new Set(nodes)] } });
  });
  wiring.signal.addEventListener('abort', disposeShow, { once: true });
  wiring.signal.addEventListener('abort', disposeLeaks, { once: true });
}
