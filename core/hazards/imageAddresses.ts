import type { Hazard } from './hazard.ts';

const images = new Set(['img', 'image', 'picture', 'source', 'video', 'audio', 'object', 'embed']);
const imageAddress = /\.(?:png|jpe?g|gif|webp|avif|svg|bmp|ico|mp4|webm)(?:[?#]|$)/i;

/** Blocked pictures are loaded all the same, and each load is told with its address (Sentry spans, OpenReplay, Datadog RUM). */
export const imageAddresses: Hazard = {
  id: 'image-addresses',
  severity: 'medium',
  unit: 'addresses',
  begin(page, note) {
    const addresses = new Set<string>();
    let blocked = -1;
    return {
      channels: ['resource', 'attribute'],
      read(record) {
        const { channel, node, name, treatment, output } = record;
        if (channel === 'resource') {
          if (treatment === 'captured' && imageAddress.test(output ?? '')) addresses.add(output ?? '');
        } else if (blocked < 0 && name === 'src' && treatment !== 'captured') {
          if (page.stateOf(record) !== 'captured' && images.has(page.tagOf(node))) blocked = node;
        }
      },
      finish() {
        if (blocked < 0) return;
        for (const [index] of [...addresses].entries()) note(blocked, { key: String(index) });
      },
    };
  },
};
