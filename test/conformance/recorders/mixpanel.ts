import { record } from '@mixpanel/rrweb';
// Its own module, so that the options that reach `record` are those that mixpanel makes of the site's.
import mixpanel from 'mixpanel-browser/src/loaders/loader-module-core.js';
import { SessionRecording } from 'mixpanel-browser/src/recorder/session-recording.js';
import './driver.ts';

const events: unknown[] = [];

window.recorderDriver = {
  start(options) {
    const instance = mixpanel.init(
      'test',
      {
        api_host: 'https://recorder.invalid',
        persistence: 'localStorage',
        track_pageview: false,
        autocapture: false,
        ...options,
      },
      'recorder',
    );
    new SessionRecording({
      mixpanelInstance: instance,
      replayId: 'test',
      rrwebRecord: (given) => record({ ...given, emit: (event) => void events.push(event) }),
    }).startRecording();
  },
  collect: () => events,
};
