import { describe, expect, it } from 'vitest';
import words from '../../../assets/locales/en/history.json' with { type: 'json' };
import { recordingNotes } from '../../../core/settings/recordingNotes.ts';
import type { RecordingSettings } from '../../../core/settings/recordingSettings.ts';

const changed = {};
const plain: Required<RecordingSettings> = {
  domain: { onlyKnown: false, domains: [], changed },
  geo: { mode: 'all', zones: [], changed },
  features: {
    enabled: true,
    isShutOff: false,
    console: undefined,
    network: undefined,
    assets: undefined,
    changed,
  },
  blocking: { addresses: [], userAgents: [], apps: [], changed },
  targeting: { rules: [], changed },
};

const kindsOf = (part: Partial<RecordingSettings>, host = 'shop.example.com') =>
  recordingNotes({ ...plain, ...part }, host).map(({ kind, key }) => `${kind} ${key}`);
const domains = (onlyKnown: boolean, ...list: readonly (readonly [string, boolean])[]) => ({
  domain: { onlyKnown, domains: list.map(([domain, disabled]) => ({ domain, disabled })), changed },
});

describe('notes on what else decides about recording', () => {
  it('are none where nothing is switched', () => {
    expect(kindsOf({})).toEqual([]);
  });

  it('say for sure only what is sure about this domain', () => {
    expect(kindsOf(domains(false, ['shop.example.com', true]))).toEqual(['stop domain-disabled']);
    expect(kindsOf(domains(true, ['SHOP.example.com', false]))).toEqual([]);
    expect(kindsOf(domains(true, ['other.example', false]))).toEqual(['stop domain-unknown']);
    expect(kindsOf(domains(true, ['example.com', false]))).toEqual(['unknown domain-above']);
    expect(kindsOf(domains(false, ['example.com', true]))).toEqual(['unknown domain-above']);
    expect(kindsOf(domains(false, ['ample.com', true]))).toEqual([]);
  });

  it('call unknown what depends on the visitor', () => {
    expect(kindsOf({ geo: { mode: 'unknown', zones: [], changed } })).toEqual(['unknown geo']);
    expect(kindsOf({ blocking: { addresses: ['1.2.3.*'], userAgents: [], apps: [], changed } })).toEqual([
      'unknown blocking',
    ]);
    const rule = { id: 'a', notes: '', scope: 'ALL_SESSIONS', conditions: [], parts: [] };
    expect(kindsOf({ targeting: { rules: [rule], changed } })).toEqual(['unknown targeting']);
  });

  it('tell what could not be read, and every one of them has words', () => {
    const switches = {
      enabled: false,
      isShutOff: true,
      console: true,
      network: false,
      assets: false,
      changed,
    };
    const all = [
      ...recordingNotes({}, 'a.example'),
      ...recordingNotes({ features: switches }, 'a.example'),
      ...recordingNotes({ features: { ...switches, console: false, network: true } }, 'a.example'),
    ];
    expect(kindsOf({ features: switches })).toEqual([
      'stop off',
      'stop shut-off',
      'fact console-on',
      'fact network-off',
    ]);
    expect(recordingNotes({}, 'a.example')).toHaveLength(5);
    expect(all.filter(({ key }) => !Object.hasOwn(words, `recording.${key}`))).toEqual([]);
  });
});
