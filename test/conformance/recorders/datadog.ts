import { datadogRum } from '@datadog/browser-rum';
import './driver.ts';

const records: unknown[] = [];

interface ExtensionWindow {
  __ddBrowserSdkExtensionCallback?: (message: { type: string; payload: unknown }) => void;
}

window.recorderDriver = {
  start(options) {
    (window as ExtensionWindow).__ddBrowserSdkExtensionCallback = (message) => {
      if (message.type === 'record') records.push(message.payload);
    };
    datadogRum.init({
      applicationId: '00000000-0000-0000-0000-000000000000',
      clientToken: 'pub00000000000000000000000000000000',
      sessionSampleRate: 100,
      sessionReplaySampleRate: 100,
      ...options,
    });
    datadogRum.startSessionReplayRecording({ force: true });
  },
  collect: () => records,
};
