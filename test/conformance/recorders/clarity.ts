import { clarity } from 'clarity-js';
import './driver.ts';

const payloads: unknown[] = [];

window.recorderDriver = {
  start(options) {
    clarity.start({
      content: true,
      ...options,
      projectId: 'test',
      track: false,
      delay: 50,
      upload: (data: string) => void payloads.push(JSON.parse(data)),
    });
  },
  async collect() {
    clarity.stop();
    await new Promise((resolve) => setTimeout(resolve, 100));
    return payloads;
  },
};
