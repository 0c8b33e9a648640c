import type { ProposalDraft } from './proposal.ts';
import type { ProposalEvent, ProposalLogEntry, ProposalRecord, ProposalStage } from './proposalLog.ts';

/** One of our proposals as far as it is known to have come. */
export interface ProposalRun {
  readonly draft: ProposalDraft;
  readonly record: ProposalRecord;
  /** Nothing will come of it any more that is not known. */
  readonly finished: boolean;
  /** It was sent, or may have been: it has to be looked for before it is sent again. */
  readonly sent: boolean;
  /** RFC 3339: the source asked to be left alone until then. */
  readonly notBefore?: string;
}

const ends: ReadonlySet<ProposalStage> = new Set(['confirmed', 'differs', 'declined', 'conflict', 'refused']);

/** All proposals of a log, oldest first. Order is `seq`. */
export function replayProposalLog(entries: readonly ProposalLogEntry[]): readonly ProposalRun[] {
  const runs = new Map<string, ProposalRun>();
  for (const { at, key, event } of [...entries].sort((a, b) => a.seq - b.seq)) {
    const run = runs.get(key);
    if (event.type === 'begun') runs.set(key, run ?? begun(event, at));
    else if (run) runs.set(key, after(run, event, at));
  }
  return [...runs.values()];
}

function begun({ draft, parts }: Extract<ProposalEvent, { type: 'begun' }>, at: string): ProposalRun {
  const { key, title } = draft;
  return {
    draft,
    record: { key, title, stage: 'queued', startedAt: at, parts },
    finished: false,
    sent: false,
  };
}

function after(run: ProposalRun, event: Exclude<ProposalEvent, { type: 'begun' }>, at: string): ProposalRun {
  const { notBefore: _before, ...rest } = run;
  const { problem: _problem, detail: _detail, ...record } = run.record;
  const staged = (stage: ProposalStage, more: Partial<ProposalRecord> = {}): ProposalRun => ({
    ...rest,
    record: { ...record, ...more, stage },
    finished: ends.has(stage),
  });
  switch (event.type) {
    case 'sending':
      return { ...staged('unknown'), sent: true };
    case 'waits': {
      const { problem, detail, seconds } = event;
      const waiting = staged(record.stage, { problem, ...(detail === undefined ? {} : { detail }) });
      if (seconds === undefined) return waiting;
      return { ...waiting, notBefore: new Date(Date.parse(at) + seconds * 1000).toISOString() };
    }
    case 'told':
      return { ...staged(event.proposal.state, { proposal: event.proposal }), sent: true };
    case 'landed':
      return staged('confirmed');
    case 'differs':
      return staged('differs', { detail: event.names.join(', ') });
    case 'ended': {
      const { problem, detail } = event;
      return staged(event.as, { problem, ...(detail === undefined ? {} : { detail }) });
    }
  }
}
