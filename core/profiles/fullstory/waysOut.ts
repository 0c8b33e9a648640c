import type { PageCalls } from '../../detection/pageCalls.ts';
import type { WayOut } from '../profile.ts';
import type { FullstoryOptions } from './options.ts';

/** What FullStory does beside the content of elements, and how much of it can be seen on this page. */
export function fullstoryWaysOut(options: FullstoryOptions, calls: PageCalls): readonly WayOut[] {
  return [
    {
      way: 'address',
      state: 'sent',
      seen: 'all',
      because: options.urlRules.length > 1 ? 'url-rules' : 'default-url-rule',
      channel: 'url',
    },
    {
      way: 'console',
      state: options.captureConsole ? 'sent' : 'not-sent',
      seen: 'part',
      because: options.captureConsole ? 'console-on' : 'console-off',
      channel: 'console',
    },
    networkWay(options),
    {
      way: 'identity',
      state: 'sent',
      seen: seenOf(calls),
      because: saidKey(calls),
      channel: 'interaction',
      policies: ['identity'],
    },
    {
      way: 'events',
      state: 'sent',
      seen: seenOf(calls),
      because: saidKey(calls),
      channel: 'interaction',
      policies: ['event'],
    },
    {
      way: 'element-properties',
      state: 'sent',
      seen: 'all',
      because: 'element-properties',
      channel: 'interaction',
      policies: ['element-property'],
    },
    layerWay(calls),
  ];
}

function networkWay({ network }: FullstoryOptions): WayOut {
  const base = { way: 'network', channel: 'resource', policies: ['network-url'] } as const;
  if (!network) return { ...base, state: 'not-sent', seen: 'none', because: 'network-off' };
  const hasBodies = network.some(
    ({ recordReq, recordRsp }) => recordReq !== 'ELIDE' || recordRsp !== 'ELIDE',
  );
  return { ...base, state: 'unknown', seen: 'part', because: hasBodies ? 'network-bodies' : 'network-on' };
}

/** Calls are seen while they wait for FullStory's script; afterwards they stand nowhere. */
function seenOf(calls: PageCalls): WayOut['seen'] {
  if (calls.isHeard) return calls.isWhole ? 'all' : 'part';
  return calls.calls.length > 0 ? 'part' : 'none';
}

function saidKey(calls: PageCalls): string {
  if (calls.isHeard) return 'calls-heard';
  return calls.isTaken ? 'calls-taken' : 'calls-waiting';
}

function layerWay({ layers, isObserved, isTaken }: PageCalls): WayOut {
  const base = { way: 'data-layer', channel: 'interaction', policies: ['data-layer'] } as const;
  if (layers.length === 0) return { ...base, state: 'not-sent', seen: 'all', because: 'no-layer' };
  if (isObserved) return { ...base, state: 'unknown', seen: 'part', because: 'layer-observed' };
  // Its reader comes with FullStory's script: where that runs without it, nobody reads the layer for it.
  if (isTaken) return { ...base, state: 'not-sent', seen: 'all', because: 'layer-not-observed' };
  return { ...base, state: 'unknown', seen: 'none', because: 'layer-not-known' };
}
