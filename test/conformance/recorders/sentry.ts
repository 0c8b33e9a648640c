import * as Sentry from '@sentry/browser';
import './driver.ts';

const items: unknown[] = [];

/** Envelope items of a replay: the recording and the event that names its addresses. */
const replayItems = new Set(['replay_recording', 'replay_event', 'replay_video']);

window.recorderDriver = {
  start(options) {
    Sentry.init({
      dsn: 'https://key@recorder.invalid/1',
      replaysSessionSampleRate: 1,
      integrations: [
        Sentry.replayIntegration({
          ...options,
          useCompression: false,
          flushMinDelay: 200,
          flushMaxDelay: 400,
          minReplayDuration: 0,
        }),
      ],
      transport: () => ({
        send: async (envelope) => {
          for (const [header, payload] of envelope[1] as [{ type: string }, unknown][]) {
            if (replayItems.has(header.type)) items.push(parsed(payload));
          }
          return {};
        },
        flush: async () => true,
      }),
    });
  },
  async collect() {
    await Sentry.getReplay()?.flush();
    await new Promise((resolve) => setTimeout(resolve, 300));
    return items;
  },
};

/** A header line, then JSON. */
function parsed(payload: unknown): unknown {
  if (typeof payload !== 'string') return payload;
  return JSON.parse(payload.slice(payload.indexOf('\n') + 1));
}
