// Parts of recorders' packages that have no types of their own.
declare module 'mixpanel-browser/src/recorder/session-recording.js' {
  import type { record } from '@mixpanel/rrweb';

  export class SessionRecording {
    constructor(options: {
      mixpanelInstance: unknown;
      replayId: string;
      rrwebRecord: (options: Parameters<typeof record>[0]) => ReturnType<typeof record>;
    });
    startRecording(): void;
  }
}

declare module '@newrelic/browser-agent/src/common/config/init.js' {
  export function mergeInit(init: Record<string, unknown>): unknown;
}

declare module '@newrelic/browser-agent/src/features/session_replay/shared/recorder.js' {
  export class Recorder {
    constructor(instrument: Record<string, unknown>);
    startRecording(trigger: string, mode: number): void;
  }
}
