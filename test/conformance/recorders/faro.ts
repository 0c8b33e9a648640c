import { ReplayInstrumentation } from '@grafana/faro-instrumentation-replay';
import './driver.ts';

const events: unknown[] = [];

window.recorderDriver = {
  start(options) {
    const replay = new ReplayInstrumentation(options);
    // What faro sets on an instrumentation before it starts it.
    Object.assign(replay, {
      config: { globalObjectKey: 'faro' },
      metas: { value: {}, addListener: () => undefined },
      api: {
        getSession: () => ({ id: 'test', attributes: { isSampled: 'true' } }),
        pushEvent(_name: string, { event }: { event?: string }) {
          if (event !== undefined) events.push(JSON.parse(event));
        },
      },
      logDebug: () => undefined,
      logWarn: () => undefined,
    });
    replay.initialize();
  },
  collect: () => events,
};
