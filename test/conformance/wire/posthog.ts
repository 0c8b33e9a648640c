import posthog from 'posthog-js/dist/module.full.no-external.js';
import '../recorders/driver.ts';

window.recorderDriver = {
  start({ collector, ...options }) {
    posthog.init('phc_test', { api_host: String(collector), ...options });
  },
  collect: () => [],
};
