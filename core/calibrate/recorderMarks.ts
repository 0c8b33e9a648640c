import type { ContentState } from '../profiles/documented/measuredPolicy.ts';
import type { PlantMark } from './plantPlan.ts';

/**
 * What a page can say to each closed recorder without any setting of the org's: classes and attributes that its vendor
 * documents. What they mean for an element is asked of the profile all the same (`plantStates.ts`). A recorder that is
 * not here, or a state that has no such mark, is measured as far as the page goes without.
 */
export const recorderMarks: Readonly<Record<string, Readonly<Partial<Record<ContentState, PlantMark>>>>> = {
  fullstory: {
    captured: { name: 'class', value: 'fs-unmask' },
    masked: { name: 'class', value: 'fs-mask' },
    excluded: { name: 'class', value: 'fs-exclude' },
  },
  hotjar: { masked: { name: 'data-hj-suppress', value: '' } },
  logrocket: { excluded: { name: 'data-private', value: '' } },
  smartlook: {
    masked: { name: 'data-recording-sensitive', value: '' },
    excluded: { name: 'data-recording-disable', value: '' },
  },
  dynatrace: { masked: { name: 'data-dtrum-mask', value: '' } },
  contentsquare: { excluded: { name: 'data-cs-mask', value: '' } },
  heap: { excluded: { name: 'data-heap-redact-text', value: 'true' } },
  pendo: {},
};
