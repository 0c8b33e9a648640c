import type { ProposalsView } from '../../../core/protocol.ts';
import type { Proposal } from '../../../core/settings/proposal.ts';
import type { ProposalRecord, ProposalStage } from '../../../core/settings/proposalLog.ts';

const at = '2026-11-23T09:12:00Z';

const parts: ProposalRecord['parts'] = [
  { id: 'd1', kind: 'create', name: 'Phone numbers', keys: ['k1'], direction: 'stronger', weakenings: [] },
  {
    id: 'rule-4',
    kind: 'update',
    name: 'Order summary of the whole checkout, as visitors see it before they pay',
    keys: ['k2'],
    direction: 'mixed',
    weakenings: ['selector-changed', 'exception-added'],
  },
];

function record(number: number, stage: ProposalStage, more: Partial<ProposalRecord> = {}): ProposalRecord {
  const key = `00000000-0000-4000-8000-00000000000${number}`;
  return { key, stage, title: 'Masking rules: 1 added, 1 changed', startedAt: at, parts, ...more };
}

function pull(number: number, more: Partial<Proposal> = {}): Proposal {
  return {
    id: String(number),
    key: `00000000-0000-4000-8000-00000000000${number}`,
    state: 'open',
    title: 'Masking rules: 1 added, 1 changed',
    url: `https://github.com/acme/site/pull/${number}`,
    openedBy: 'robin-example',
    openedAt: at,
    ...more,
  };
}

/** One of each stage. */
export const manyProposals: ProposalsView = {
  own: [
    record(1, 'queued', { problem: 'unreachable', detail: 'No connection to https://api.github.com.' }),
    record(2, 'open', { proposal: pull(2) }),
    record(3, 'open', {
      proposal: pull(3, { blockedBy: 'main is protected: a review or a check is still missing.' }),
    }),
    record(4, 'confirmed', {
      proposal: pull(4, { state: 'merged', decidedBy: 'ada-sample', decidedAt: '2026-11-23T10:02:00Z' }),
    }),
    record(5, 'declined', { proposal: pull(5, { state: 'declined', decidedAt: at }) }),
    record(6, 'conflict', {
      problem: 'conflict',
      detail: 'Somebody changed the rule "Order summary" meanwhile: selector.',
    }),
    record(7, 'differs', {
      detail: 'Phone numbers',
      proposal: pull(7, { state: 'merged', decidedBy: 'ada-sample' }),
    }),
  ],
  others: [],
};

/** What an Admin of a Scrim server has to decide on. */
export const othersProposals: ProposalsView = {
  own: [],
  others: [
    {
      id: 'p-1',
      key: '00000000-0000-4000-8000-000000000011',
      state: 'open',
      title: 'Masking rules: 1 added',
      openedBy: 'robin.example@example.com',
      openedAt: at,
      rules: [
        {
          ruleId: null,
          after: {
            name: 'Phone numbers',
            selector: '.phone',
            exceptions: [],
            action: 'mask',
            consent: false,
            scope: 'all',
            platforms: ['web'],
          },
          reveals: [],
        },
      ],
    },
    {
      id: 'p-2',
      key: '00000000-0000-4000-8000-000000000012',
      state: 'open',
      title: 'Masking rules: 1 removed',
      openedBy: 'ada.sample@example.com',
      openedAt: at,
      rules: [{ ruleId: 'rule-4', after: null, reveals: ['deleted'] }],
    },
    {
      id: 'p-3',
      key: '00000000-0000-4000-8000-000000000013',
      state: 'open',
      title: 'Masking rules: 1 removed',
      openedBy: 'ada.sample@example.com',
      openedAt: at,
      rules: [{ ruleId: 'rule-1', after: null, reveals: ['deleted'] }],
      blockedBy: 'Rule "Customer name" was changed since.',
    },
  ],
};
