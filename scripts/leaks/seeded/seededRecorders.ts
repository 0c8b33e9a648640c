import type { Profile } from '../../../core/profiles/profile.ts';
import { profileById } from '../../../core/profiles/registry.ts';

export interface SeededRecorder {
  readonly profile: Profile;
  readonly options: unknown;
}

/** Recorders as sites run them that want to see everything: what is masked is not sent and cannot be missed. */
const settings: Readonly<Record<string, unknown>> = {
  fullstory: {},
  rrweb: {},
  sentry: { maskAllText: false, maskAllInputs: false, blockAllMedia: false },
  posthog: { session_recording: { maskAllInputs: false } },
  datadog: { defaultPrivacyLevel: 'allow' },
  openreplay: { defaultInputMode: 0, obscureTextEmails: false, obscureTextNumbers: false },
};

export function seededRecorders(): readonly SeededRecorder[] {
  return Object.entries(settings).map(([id, options]) => {
    const profile = profileById(id);
    if (!profile) throw new Error(`no profile ${id}`);
    return { profile, options };
  });
}
