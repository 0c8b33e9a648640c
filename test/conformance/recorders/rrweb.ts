import { record } from 'rrweb';
import './driver.ts';

const events: unknown[] = [];

window.recorderDriver = {
  start(options) {
    record({ ...options, emit: (event) => void events.push(event) });
  },
  collect: () => events,
};
