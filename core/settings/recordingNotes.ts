import type { DomainSettings, RecordingSettings } from './recordingSettings.ts';
import { recordingParts } from './recordingSettings.ts';

/**
 * Something to know beside the verdict. Message key `recording.<key>`. `stop`: nothing of this page is recorded now, for
 * sure. `unknown`: that depends on the visitor, or is not documented. None of them makes a leak less of one: the setting
 * may be changed by tomorrow, and the rules are then what hides.
 */
export interface RecordingNote {
  readonly kind: 'stop' | 'unknown' | 'fact';
  readonly key: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** @param host of the page, as its address has it */
export function recordingNotes(settings: RecordingSettings, host: string): readonly RecordingNote[] {
  const { domain, geo, features, blocking, targeting } = settings;
  const notes: (RecordingNote | false | undefined)[] = [
    features?.enabled === false && note('stop', 'off'),
    features?.isShutOff === true && note('stop', 'shut-off'),
    domain && domainNote(domain, host.toLowerCase()),
    geo !== undefined && geo.mode !== 'all' && note('unknown', 'geo', { count: geo.zones.length }),
    blocking !== undefined &&
      blocking.addresses.length + blocking.userAgents.length > 0 &&
      note('unknown', 'blocking', { count: blocking.addresses.length + blocking.userAgents.length }),
    targeting !== undefined &&
      targeting.rules.length > 0 &&
      note('unknown', 'targeting', { count: targeting.rules.length }),
    switched('console', features?.console),
    switched('network', features?.network),
    ...recordingParts.map((part) => settings[part] === undefined && note('fact', `unread.${part}`)),
  ];
  return notes.filter((one): one is RecordingNote => typeof one === 'object');
}

function note(kind: RecordingNote['kind'], key: string, params: RecordingNote['params'] = {}): RecordingNote {
  return { kind, key, params };
}

function switched(what: string, isOn: boolean | undefined): RecordingNote | false {
  return isOn !== undefined && note('fact', `${what}-${isOn ? 'on' : 'off'}`);
}

/** Whether an entry of the list holds for the domains below it is not documented. */
function domainNote({ onlyKnown, domains }: DomainSettings, host: string): RecordingNote | undefined {
  const own = domains.find(({ domain }) => domain.toLowerCase() === host);
  if (own) return own.disabled ? note('stop', 'domain-disabled', { host }) : undefined;
  const above = domains.filter(({ domain }) => host.endsWith(`.${domain.toLowerCase()}`));
  if (above.some(({ disabled }) => disabled)) return note('unknown', 'domain-above', { host });
  if (!onlyKnown) return undefined;
  return above.length > 0
    ? note('unknown', 'domain-above', { host })
    : note('stop', 'domain-unknown', { host });
}
