import { record } from '@amplitude/rrweb-record';
import { SessionReplayLocalConfig } from '@amplitude/session-replay-browser/lib/esm/config/local-config.js';
import { SessionReplay } from '@amplitude/session-replay-browser/lib/esm/session-replay.js';
import './driver.ts';

const events: unknown[] = [];

/** What of the class is private to its package. */
interface Replay {
  config: unknown;
  currentPageUrl: string;
  setupUrlChangeListener(): void;
  buildRRWebRecordOptions(
    config: unknown,
    hooks: undefined,
    emit: (event: unknown) => void,
    problem: string,
  ): Parameters<typeof record>[0];
  getRecordingPlugins(logging: undefined): Promise<unknown>;
}

/** Its own options, masking functions and plugins (lib/esm/session-replay.js), without the project's settings. */
async function start(options: Record<string, unknown>): Promise<void> {
  const config = new SessionReplayLocalConfig('test', { sampleRate: 1, ...options });
  const replay = new SessionReplay() as unknown as Replay;
  replay.config = config;
  replay.currentPageUrl = location.href;
  replay.setupUrlChangeListener();
  const emit = (event: unknown) => void events.push(event);
  const given = replay.buildRRWebRecordOptions(config, undefined, emit, '');
  record(Object.assign(given ?? {}, { plugins: await replay.getRecordingPlugins(undefined) }));
}

window.recorderDriver = {
  start: (options) => void start(options),
  collect: () => events,
};
