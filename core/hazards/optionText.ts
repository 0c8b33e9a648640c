import { hasWords } from './contentOfAttribute.ts';
import type { Hazard } from './hazard.ts';

/** A list's choice is masked, the texts and values of all its options are sent (rrweb, PostHog). */
export const optionText: Hazard = {
  id: 'option-text',
  severity: 'low',
  begin(page, note) {
    const masked = new Set<number>();
    const sent = new Map<number, number>();
    return {
      channels: ['value', 'text'],
      read({ channel, treatment, node, output }) {
        const tag = page.tagOf(node);
        if (channel === 'value') {
          if (tag === 'select' && treatment === 'masked') masked.add(node);
        } else if (tag === 'option' && treatment === 'captured' && hasWords(output ?? '')) {
          const list = selectAbove(node);
          if (list !== undefined) sent.set(node, list);
        }
      },
      finish() {
        for (const list of sent.values()) if (masked.has(list)) note(list);
      },
    };

    function selectAbove(option: number): number | undefined {
      for (const { id } of page.upFrom(option)) if (page.tagOf(id) === 'select') return id;
      return undefined;
    }
  },
};
