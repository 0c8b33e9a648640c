import type { Hazard } from './hazard.ts';

/** Attributes that name a picture, a film or what is embedded. */
const addresses = new Set(['src', 'srcset', 'poster', 'data', 'background']);
const media = new Set([
  'img',
  'source',
  'picture',
  'image',
  'input',
  'video',
  'audio',
  'object',
  'embed',
  'table',
  'td',
]);
/** A background that is loaded: gradients in `data:` and parts of a drawing (`#`) are decoration. */
const styleAddress = /url\(\s*["']?(?!data:|#|about:)[^\s"')]/i;

/** A mask is for text: masked pictures are sent with their address, and shown in the replay (FullStory, rrweb). */
export const mediaSent: Hazard = {
  id: 'media-sent',
  severity: 'medium',
  begin: (page, note) => ({
    channels: ['attribute'],
    read(record) {
      if (record.treatment !== 'captured' || !record.output) return;
      const name = record.name?.toLowerCase() ?? '';
      const isMedia = addresses.has(name) && media.has(page.tagOf(record.node));
      if (!isMedia && !(name === 'style' && styleAddress.test(record.output))) return;
      const rule = page.maskOver(record);
      if (rule !== undefined) note(record.node, { rule });
    },
  }),
};
