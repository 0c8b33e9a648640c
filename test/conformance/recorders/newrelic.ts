import { mergeInit } from '@newrelic/browser-agent/src/common/config/init.js';
import { Recorder } from '@newrelic/browser-agent/src/features/session_replay/shared/recorder.js';
import './driver.ts';

const events: unknown[] = [];

/** The agent's emitter, as far as the recorder uses it. */
const emitter = {
  buffer: () => undefined,
  on: () => undefined,
  emit(channel: string, [event]: readonly unknown[]) {
    if (channel === 'rrweb-data') events.push(event);
  },
};

window.recorderDriver = {
  start(options) {
    const agentRef = { init: mergeInit({ session_replay: {}, ...options }), runtime: {} };
    const recorder = new Recorder({
      ee: emitter,
      featureName: 'session_replay',
      agentRef,
      featAggregate: { drained: true },
    });
    // Full mode: src/common/session/constants.js, `MODE`.
    recorder.startRecording('api', 1);
  },
  collect: () => events,
};
