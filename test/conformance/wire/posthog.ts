import posthog from 'posthog-js/dist/module.full.no-external.js';
import '../recorders/driver.ts';

window.recorderDriver = {
  start({ collector, ...options }) {
    posthog.init('phc_test', {
      api_host: String(collector),
      // Else it keeps quiet in a browser that is driven.
      opt_out_useragent_filter: true,
      ...options,
    });
  },
  collect: () => [],
};
