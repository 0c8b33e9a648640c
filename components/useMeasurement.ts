import {
  type DescribedMeasurement,
  describeMeasurement,
} from '../core/profiles/documented/describeMeasurement.ts';
import { undocumentedNow } from '../core/profiles/documented/undocumentedNow.ts';
import { OptionsError } from '../core/profiles/profile.ts';
import { usePanel } from './PanelContext.ts';

export interface ShownMeasurement {
  /** Undefined: nothing was measured of the recorder that is played. */
  readonly described: DescribedMeasurement | undefined;
  /** Message keys of what is still not known. */
  readonly undocumented: readonly string[];
}

/** What was measured of the recorder that is played. */
export function useMeasurement(): ShownMeasurement {
  const { state } = usePanel();
  const profile = state.session.profile.value;
  const measured = state.ruleSet.value?.measured;
  try {
    const options = profile.parseOptions(state.session.options.value);
    return {
      described: describeMeasurement(profile, options, measured),
      undocumented: undocumentedNow(profile, options, measured),
    };
  } catch (error) {
    // What is wrong with the configuration is said where it is typed.
    if (!(error instanceof OptionsError)) throw error;
    return { described: undefined, undocumented: profile.undocumented };
  }
}
