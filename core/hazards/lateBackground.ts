import type { Hazard } from './hazard.ts';

/** Sentry takes `background-image` out of inline styles at the first look only (`transformAttribute`). */
export const lateBackground: Hazard = {
  id: 'late-background',
  severity: 'low',
  recorders: ['sentry'],
  begin: (_page, note) => ({
    channels: ['attribute'],
    read({ moment, name, treatment, output, node }) {
      if (moment !== 'mutation' || name !== 'style' || treatment !== 'captured') return;
      if ((output ?? '').split(';').some(loadsBackground)) note(node);
    },
  }),
};

function loadsBackground(declaration: string): boolean {
  const at = declaration.indexOf('background');
  return at !== -1 && declaration.includes('url(', at);
}
