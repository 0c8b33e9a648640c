import type { Hazard } from './hazard.ts';

/** The recording holds the address without its query; what the same script sends beside it holds all of it (Datadog RUM). */
export const telemetryAddresses: Hazard = {
  id: 'telemetry-addresses',
  severity: 'medium',
  unit: 'addresses',
  begin: (_page, note) => ({
    channels: ['url'],
    read({ stream, treatment, output, node }) {
      if (stream === 'telemetry' && treatment === 'captured' && /[?#]./.test(output ?? '')) note(node);
    },
  }),
};
