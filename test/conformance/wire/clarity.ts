import { clarity } from 'clarity-js';
import '../recorders/driver.ts';

window.recorderDriver = {
  start({ collector, ...options }) {
    clarity.start({
      content: true,
      ...options,
      projectId: 'test',
      track: false,
      delay: 50,
      upload: `${collector}/collect`,
    });
  },
  collect: () => [],
};
