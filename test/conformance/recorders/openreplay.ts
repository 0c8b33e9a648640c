import Tracker from '@openreplay/tracker';
import './driver.ts';

const messages: unknown[] = [];

window.recorderDriver = {
  start(options) {
    const tracker = new Tracker({
      projectKey: 'test',
      __DISABLE_SECURE_MODE: true,
      ingestPoint: 'https://recorder.invalid',
      ...options,
    });
    const { app } = tracker as unknown as { app: { send: (...given: unknown[]) => unknown } };
    const send = app.send.bind(app);
    app.send = (message, ...rest) => {
      messages.push(message);
      return send(message, ...rest);
    };
    (
      tracker as unknown as { startOfflineRecording: (o: object, done: () => void) => unknown }
    ).startOfflineRecording({ forceNew: true }, () => undefined);
  },
  collect: () => messages,
};
