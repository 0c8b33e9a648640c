import { datadogRum } from '@datadog/browser-rum';
import '../recorders/driver.ts';

window.recorderDriver = {
  start({ collector, ...options }) {
    datadogRum.init({
      applicationId: '00000000-0000-0000-0000-000000000000',
      clientToken: 'pub00000000000000000000000000000000',
      sessionSampleRate: 100,
      sessionReplaySampleRate: 100,
      proxy: ({ path, parameters }) => `${collector}${path}?${parameters}`,
      ...options,
    });
    datadogRum.startSessionReplayRecording({ force: true });
  },
  collect: () => [],
};
