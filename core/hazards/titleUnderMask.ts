import { documentStep } from '../capture/pathIndex.ts';
import type { Hazard } from './hazard.ts';

/** Descriptions that people write; other meta elements are for programs. */
const telling = /^(?:description|keywords|author|(?:og|twitter):(?:title|description)|product:.*)$/i;

/** Everything is masked, and the page's title, its description or the products it names are sent (Clarity, rrweb). */
export const titleUnderMask: Hazard = {
  id: 'title-under-mask',
  severity: 'medium',
  begin: (page, note) => ({
    channels: ['title', 'meta', 'jsonld'],
    read(record) {
      if (record.treatment !== 'captured' || !record.output?.trim()) return;
      // Said of the page as a whole beside its title element.
      if (page.tagOf(record.node) === documentStep) return;
      if (page.maskOver(record) === undefined && page.stateOf({ decision: 0 }) !== 'masked') return;
      const name = page.attributeOf(record.node, 'property') ?? page.attributeOf(record.node, 'name') ?? '';
      // Clarity sends none of the names, and the content of three kinds only.
      if (record.channel !== 'meta' || name === '' || telling.test(name)) note(record.node);
    },
  }),
};
