import { posthog } from '../../profiles/posthog.ts';
import { readRrwebSettings } from '../readRrwebSettings.ts';
import type { SourceReader } from '../sourceReader.ts';

/** The object passed to `posthog.init()`; the project's own masking is not in it. */
export const fromPosthog: SourceReader = {
  id: 'posthog',
  read: (source, notes) => readRrwebSettings('posthog', posthog.parseOptions(source.options), source, notes),
};
