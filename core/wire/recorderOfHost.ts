import { recorderMarks } from './recorderMarks.ts';

const entries = Object.entries(recorderMarks);

/** The recorder whose vendor a host belongs to; one behind a site's own host is not known by this. */
export function recorderOfHost(host: string): string | undefined {
  return entries.find(([, { hosts }]) => hosts.some((end) => host === end || host.endsWith(`.${end}`)))?.[0];
}
