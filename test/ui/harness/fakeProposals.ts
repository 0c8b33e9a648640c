import type { BackgroundRequests, ProposalsView } from '../../../core/protocol.ts';
import { proposedPart } from '../../../core/settings/proposedChanges.ts';
import type { PushPlan } from '../../../core/settings/pushPlan.ts';

type ProposalRequest = 'proposals/list' | 'proposal/submit' | 'proposal/withdraw' | 'proposal/decide';

type Answers = {
  readonly [K in ProposalRequest]: (body: BackgroundRequests[K]['request']) => ProposalsView;
};

const at = '2026-11-23T10:44:00Z';

/** Proposals in memory: what is submitted is open at once, what is decided is gone from the list. */
export function createFakeProposals(
  begin: Partial<ProposalsView> = {},
  planOf: () => PushPlan | undefined,
): Answers {
  let view: ProposalsView = { own: [], others: [], ...begin };
  return {
    'proposals/list': () => view,
    'proposal/submit': ({ planId }) => {
      const planned = planOf()?.planned ?? [];
      const parts = planned.map((one) => proposedPart(one, { rules: [], groups: [], gaps: [] }));
      const title = `Masking rules: ${parts.length} changed`;
      const proposal = {
        id: '12',
        key: planId,
        state: 'open',
        title,
        openedBy: 'robin',
        openedAt: at,
      } as const;
      const url = 'https://github.com/acme/site/pull/12';
      const record = {
        key: planId,
        stage: 'open',
        title,
        startedAt: at,
        parts,
        proposal: { ...proposal, url },
      } as const;
      view = { ...view, own: [record, ...view.own] };
      return view;
    },
    'proposal/withdraw': ({ key }) => {
      const own = view.own.map((one) => (one.key === key ? { ...one, stage: 'declined' as const } : one));
      view = { ...view, own };
      return view;
    },
    'proposal/decide': ({ id }) => {
      view = { ...view, others: view.others.filter((one) => one.id !== id) };
      return view;
    },
  };
}
