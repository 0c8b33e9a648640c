import type { Profile } from '../profile.ts';
import type { ContentKind } from './contentPolicy.ts';
import { type MeasuredPolicy, measurementOf } from './measuredPolicy.ts';
import { withMeasurement } from './withMeasurement.ts';

/** What each message key is about, where that is a kind of content. */
const kindOf: Readonly<Record<string, ContentKind>> = {
  'undocumented.attributes': 'attribute',
  'undocumented.comments': 'comment',
  'undocumented.data-scripts': 'data-script',
  'undocumented.script-styles': 'script-style',
};

/**
 * What nobody outside knows of a recorder, less what was measured: a green verdict names it.
 *
 * @param options as `parseOptions` gives them
 */
export function undocumentedNow<Options>(
  profile: Pick<Profile<Options>, 'id' | 'undocumented' | 'documentedRows'>,
  options: Options,
  measured: MeasuredPolicy | undefined,
): readonly string[] {
  const documented = profile.documentedRows?.(options);
  if (!documented || !measured) return profile.undocumented;
  const { rows } = withMeasurement(documented, measurementOf(measured, profile.id));
  return profile.undocumented.filter((key) => {
    const kind = kindOf[key];
    if (kind === undefined) return true;
    const { captured, masked, excluded } = rows[kind];
    return [captured, masked, excluded].includes('unknown');
  });
}
