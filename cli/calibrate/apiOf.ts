import type { SendDeps } from '../../connectors/fullstory/createSend.ts';
import { originOfKey } from '../../core/settings/fullstoryRegion.ts';
import type { MeasuringContext } from '../measure.ts';
import type { ApiPlace } from '../parseMeasuring.ts';
import { UsageError } from '../usageError.ts';

/**
 * FullStory's API with the key of the environment. The key goes to one origin: the one that was named, else that of its
 * data centre.
 *
 * @throws UsageError when there is no key
 */
export function apiOf({ keyVariable, api }: ApiPlace, { env, fetch, t }: MeasuringContext): SendDeps {
  const key = env[keyVariable];
  if (key === undefined || key === '') throw new UsageError(t('readBack.noKey', { variable: keyVariable }));
  return { fetch, baseUrl: api ?? originOfKey(key), getKey: () => key };
}
