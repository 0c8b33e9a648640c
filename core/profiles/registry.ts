import { amplitude } from './amplitude.ts';
import { clarity } from './clarity.ts';
import { contentsquare } from './contentsquare.ts';
import { datadog } from './datadog.ts';
import { dynatrace } from './dynatrace.ts';
import { faro } from './faro.ts';
import { fullstory } from './fullstory.ts';
import { heap } from './heap.ts';
import { hotjar } from './hotjar.ts';
import { logrocket } from './logrocket.ts';
import { mixpanel } from './mixpanel.ts';
import { newrelic } from './newrelic.ts';
import { openreplay } from './openreplay.ts';
import { pendo } from './pendo.ts';
import { posthog } from './posthog.ts';
import type { Profile } from './profile.ts';
import { rrweb } from './rrweb.ts';
import { sentry } from './sentry.ts';
import { smartlook } from './smartlook.ts';
import { statsig } from './statsig.ts';

/** Every recorder Scrim can play. A new one is a new file and one line here. */
export const profiles: readonly Profile[] = [
  fullstory,
  rrweb,
  posthog,
  sentry,
  datadog,
  clarity,
  openreplay,
  mixpanel,
  amplitude,
  newrelic,
  statsig,
  faro,
  hotjar,
  logrocket,
  smartlook,
  dynatrace,
  contentsquare,
  heap,
  pendo,
].map((profile) => profile as Profile);

export const defaultProfileId = fullstory.id;

export function profileById(id: string): Profile | undefined {
  return profiles.find((profile) => profile.id === id);
}
