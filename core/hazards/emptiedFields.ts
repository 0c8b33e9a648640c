import type { Hazard } from './hazard.ts';

const otherTypes = new Set(['hidden', 'submit', 'button', 'reset', 'image', 'checkbox', 'radio']);

/** A field that was emptied has its old value in the `value` attribute, and that is sent where typing is masked. */
export const emptiedFields: Hazard = {
  id: 'emptied-fields',
  severity: 'high',
  begin(page, note) {
    const attributes = new Set<number>();
    const masked = new Set<number>();
    return {
      channels: ['attribute', 'value'],
      read({ channel, name, node, treatment, output }) {
        if (channel === 'value') {
          if (treatment === 'masked' && name === undefined) masked.add(node);
        } else if (name === 'value' && treatment === 'captured' && output) attributes.add(node);
      },
      finish() {
        for (const node of attributes) {
          if (!masked.has(node) || page.tagOf(node) !== 'input') continue;
          if (!otherTypes.has(page.controlTypeOf(node))) note(node);
        }
      },
    };
  },
};
