import type { Finding, LeakPlace } from '../../core/findings/finding.ts';
import { nextStepOf } from '../../core/findings/nextStepOf.ts';
import { usePanel } from '../PanelContext.ts';

/** What closes a finding, in words of the recorder that is played; '' for what came and went. */
export function useNextStep(): (place: LeakPlace) => string {
  const { state, t } = usePanel();
  const scan = state.leaks.reportedScan.value;
  return (place) => {
    if (!scan || place.isPast) return '';
    const { key, params } = nextStepOf(place, scan);
    return t(`step.${key}`, params);
  };
}

/** The step that closes all of them; '' where they differ. */
export function useCommonStep(findings: readonly Finding[]): string {
  const stepOf = useNextStep();
  const steps = new Set(findings.map(({ places: [first] }) => stepOf(first)));
  const [only = ''] = steps;
  return steps.size === 1 ? only : '';
}

/** @param shown what stands above the list already */
export function NextStepLine({ place, shown }: { readonly place: LeakPlace; readonly shown: string }) {
  const step = useNextStep()(place);
  return step === '' || step === shown ? null : <p class="next-step">{step}</p>;
}
