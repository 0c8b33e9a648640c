import { useEffect } from 'preact/hooks';
import { DraftView } from './draft/DraftView.tsx';
import { Header } from './Header.tsx';
import { LeaksView } from './leaks/LeaksView.tsx';
import { Notices } from './Notices.tsx';
import { PageScreen } from './PageScreen.tsx';
import { PanelContext, type PanelTools } from './PanelContext.ts';
import { PickerBar } from './PickerBar.tsx';
import { QaBar } from './qa/QaBar.tsx';
import { QaView } from './qa/QaView.tsx';
import { RecorderLine } from './RecorderLine.tsx';
import { ReplayView } from './replay/ReplayView.tsx';
import { RulesView } from './rules/RulesView.tsx';
import type { PanelState, PanelView } from './state/createPanelState.ts';
import { Tabs } from './Tabs.tsx';
import { Toolbar } from './Toolbar.tsx';
import { VerdictBlock } from './VerdictBlock.tsx';

const views: Record<PanelView, () => preact.JSX.Element> = {
  leaks: LeaksView,
  pages: QaView,
  rules: RulesView,
  replay: ReplayView,
  draft: DraftView,
};

/** The whole side panel. Everything it knows comes through `tools`. */
export function Panel({ tools, signal }: { readonly tools: PanelTools; readonly signal: AbortSignal }) {
  const { state } = tools;
  const View = views[state.view.value];
  const ready = state.page.value.kind === 'ready';
  useEffect(() => listenForShortcut(state, signal), [state, signal]);
  return (
    <PanelContext.Provider value={tools}>
      <main
        class="panel"
        data-scan-state={scanState(state)}
        data-verdict={state.leaks.report.value?.verdict.level ?? 'none'}
      >
        <Header />
        <Notices />
        {ready ? (
          <>
            <RecorderLine />
            <VerdictBlock />
            <Toolbar />
            <PickerBar />
          </>
        ) : (
          <PageScreen />
        )}
        <QaBar />
        <Tabs counts={tabCounts(state)} />
        <section
          id="view"
          class="view"
          role="tabpanel"
          aria-labelledby={`tab-${state.view.value}`}
          tabIndex={-1}
        >
          <View />
        </section>
      </main>
    </PanelContext.Provider>
  );
}

/** `done` only once the finished scan was read for leaks: what waits for it may then take the verdict. */
function scanState(state: PanelState): string {
  const phase = state.current.phase.value.kind;
  if (phase !== 'done') return phase;
  return state.leaks.reportedScan.value === state.current.scan.value ? 'done' : 'reading';
}

function tabCounts(state: PanelState): Record<PanelView, number | null> {
  return {
    leaks: state.leaks.report.value?.verdict.leaks ?? null,
    pages: state.qa.pages.value.length || null,
    rules: state.ruleSet.value?.rules.length ?? null,
    replay: null,
    draft: state.draft.value.changes.length || null,
  };
}

/**
 * Alt+P arms the picker from anywhere in the panel, by key code, because Alt types other letters on a Mac; Esc leaves it
 * from anywhere, before it means anything to what has the focus.
 */
function listenForShortcut(state: PanelState, signal: AbortSignal): () => void {
  const stop = new AbortController();
  document.addEventListener(
    'keydown',
    (event) => {
      if (event.key === 'Escape' && state.picker.armed.peek()) {
        event.preventDefault();
        event.stopPropagation();
        state.picker.disarm();
        return;
      }
      if (event.code !== 'KeyP' || !event.altKey || event.ctrlKey || event.metaKey) return;
      if (state.page.peek().kind !== 'ready') return;
      event.preventDefault();
      state.picker.toggle();
    },
    { capture: true, signal: AbortSignal.any([stop.signal, signal]) },
  );
  return () => stop.abort();
}
