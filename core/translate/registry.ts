import { fromClarity } from './from/clarity.ts';
import { fromDatadog } from './from/datadog.ts';
import { fromFullstory } from './from/fullstory.ts';
import { fromOpenreplay } from './from/openreplay.ts';
import { fromPosthog } from './from/posthog.ts';
import { fromRrweb } from './from/rrweb.ts';
import { fromSentry } from './from/sentry.ts';
import type { SourceReader } from './sourceReader.ts';
import type { TargetWriter } from './targetWriter.ts';
import { toClarity } from './to/clarity.ts';
import { toDatadog } from './to/datadog.ts';
import { toFullstory } from './to/fullstory.ts';
import { toOpenreplay } from './to/openreplay.ts';
import { toPosthog } from './to/posthog.ts';
import { toRrweb } from './to/rrweb.ts';
import { toSentry } from './to/sentry.ts';

/** Recorders whose configuration can be read as the model. A new one is a new file and one line here. */
export const sourceReaders: readonly SourceReader[] = [
  fromFullstory,
  fromRrweb,
  fromPosthog,
  fromSentry,
  fromDatadog,
  fromClarity,
  fromOpenreplay,
];

/** Recorders that the model can be written for. */
export const targetWriters: readonly TargetWriter[] = [
  toFullstory,
  toRrweb,
  toPosthog,
  toSentry,
  toDatadog,
  toClarity,
  toOpenreplay,
];
