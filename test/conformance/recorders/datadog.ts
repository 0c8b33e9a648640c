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
    const { $DD_ALLOW, ...init } = options;
    // The page's, not an option: a set of texts in lower case.
    if (Array.isArray($DD_ALLOW)) Object.assign(window, { $DD_ALLOW: new Set($DD_ALLOW) });
    datadogRum.init({
      applicationId: '00000000-0000-0000-0000-000000000000',
      clientToken: 'pub00000000000000000000000000000000',
      sessionSampleRate: 100,
      sessionReplaySampleRate: 100,
      ...init,
    });
    datadogRum.startSessionReplayRecording({ force: true });
  },
  collect: () => records,
};
