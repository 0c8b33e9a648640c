import { SessionReplay } from '@statsig/session-replay/src/SessionReplay.js';
import './driver.ts';

const events: unknown[] = [];

/** The replay of its own class, kept from sending. */
class Replay extends SessionReplay {
  override _onRecordingEvent(event: unknown): void {
    events.push(event);
  }
}

/** The client, as far as the replay uses it; the project's settings are what its server would answer. */
function clientWith(settings: unknown) {
  const values = { can_record_session: true, session_recording_privacy_settings: settings };
  const context = { sessionID: 'test', values };
  return {
    on: () => undefined,
    $on: () => undefined,
    getContext: () => context,
    getContextHandle: () => ({
      ...context,
      sdkKey: 'test',
      errorBoundary: { wrap: () => undefined },
      getSession: () => ({ data: { sessionID: 'test' } }),
    }),
  };
}

window.recorderDriver = {
  start({ session_recording_privacy_settings: settings, ...options }) {
    const client: unknown = clientWith(settings);
    new Replay(client as ConstructorParameters<typeof SessionReplay>[0], options);
  },
  collect: () => events,
};
