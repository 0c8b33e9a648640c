// A change of the rules as a pull request. For connectors/git/ only. The base branch is never written to.

import type { RuleSet } from '../../core/rules/rule.ts';
import { editRuleFile } from '../../core/settings/editRuleFile.ts';
import type { Proposal, ProposalDraft, ProposalSource, ProposalState } from '../../core/settings/proposal.ts';
import { SettingsError } from '../../core/settings/settingsSource.ts';
import type { ChangeRequest, NewCommit } from './gitHost.ts';
import { keyOfBranch, proposalBranch } from './proposalBranch.ts';
import { changedExports, type RepositoryExports } from './repositoryExports.ts';
import { type RuleFilePlace, readPlace, rulesOfFile } from './ruleFilePlace.ts';

export interface GitProposalsDeps extends RuleFilePlace {
  readonly exports: RepositoryExports | undefined;
}

/**
 * Everything a proposal leaves behind is found again by its key: the branch has the key in its name and is made
 * together with its commit, and a branch has one pull request. So a submit that was cut off anywhere is repeated
 * without doubling anything.
 */
export function createGitProposals(deps: GitProposalsDeps): ProposalSource {
  const { host, path } = deps;
  const branchOf = (key: string) => proposalBranch(path, key);
  const own = (change: ChangeRequest): Proposal | null => {
    const key = change.branch === undefined ? undefined : keyOfBranch(change.branch);
    return key !== undefined && change.branch === branchOf(key) ? proposalOf(change, key) : null;
  };
  const needed = (change: ChangeRequest): Proposal => {
    const proposal = own(change);
    if (!proposal)
      throw new SettingsError('not-found', 'This pull request is no proposal for this rule file.');
    return proposal;
  };
  return {
    submit: (draft) => submit(deps, draft),
    find: async (key) => {
      const change = await host.findChange(branchOf(key));
      return change && proposalOf(change, key);
    },
    read: async (id) => needed(await host.readChange(numbered(id))),
    listOpen: async () => {
      const base = deps.branch ?? (await host.defaultBranch());
      return (await host.listOpenChanges(base)).flatMap((change) => own(change) ?? []);
    },
    withdraw: async (id) => {
      const before = needed(await host.readChange(numbered(id)));
      if (before.state === 'merged') return before;
      const after = before.state === 'open' ? needed(await host.closeChange(id)) : before;
      await host.deleteBranch(branchOf(after.key));
      return after;
    },
  };
}

function numbered(id: string): string {
  if (!/^[1-9]\d{0,14}$/.test(id)) throw new SettingsError('not-found', 'No proposal has this number.');
  return id;
}

async function submit(deps: GitProposalsDeps, draft: ProposalDraft): Promise<Proposal> {
  const { host, path } = deps;
  const branch = proposalBranch(path, draft.key);
  const known = await host.findChange(branch);
  if (known) return proposalOf(known, draft.key);
  const left = await host.headOf(branch);
  const ruleSet = left === null ? await makeBranch(deps, draft, branch) : await rulesAt(deps, left);
  const base = deps.branch ?? (await host.defaultBranch());
  const body = bodyOf(draft, deps.exports?.write(ruleSet) ?? []);
  return proposalOf(await openOnce(deps, { branch, base, title: draft.title, body }), draft.key);
}

/** Made from the rules as they are at the base branch now. @returns the rules as they will be */
async function makeBranch(deps: GitProposalsDeps, draft: ProposalDraft, branch: string): Promise<RuleSet> {
  const { commit, file } = await readPlace(deps);
  const { text, ruleSet } = editRuleFile(file?.text ?? null, draft.changes);
  if (text === file?.text) throw new SettingsError('conflict', 'The rule file says all of this already.');
  const exported = await changedExports(deps, ruleSet, commit);
  const files = [{ path: deps.path, text }, ...exported];
  await commitOnce(deps, { branch, parent: commit, message: messageOf(draft), files });
  return ruleSet;
}

/** An earlier try came as far as the branch. What it says is what is proposed. */
async function rulesAt({ host, path }: GitProposalsDeps, commit: string): Promise<RuleSet> {
  return rulesOfFile(await host.readFile(path, commit));
}

/** The branch may have come into being since it was looked for: with this very commit, because of its name. */
async function commitOnce({ host }: GitProposalsDeps, commit: NewCommit): Promise<void> {
  try {
    await host.commitToNewBranch(commit);
  } catch (error) {
    if (!(error instanceof SettingsError) || error.code !== 'conflict') throw error;
    if ((await host.headOf(commit.branch)) === null) throw error;
  }
}

async function openOnce(
  { host }: GitProposalsDeps,
  change: { readonly branch: string; readonly base: string; readonly title: string; readonly body: string },
): Promise<ChangeRequest> {
  try {
    return await host.openChange(change);
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    // "A pull request already exists": another worker opened it meanwhile.
    const known = error.code === 'invalid' ? await host.findChange(change.branch) : null;
    if (known) return known;
    // This token may never open one: nobody is left with a branch they do not know of.
    if (error.code === 'role-too-low') await host.deleteBranch(change.branch);
    throw error;
  }
}

const maxSubject = 72;

/** One line: in a commit's message a host acts on words like "fixes #1", and the description holds names of rules. */
function messageOf({ title }: ProposalDraft): string {
  const subject = title.replace(/\s+/g, ' ').trim();
  return `${subject.length > maxSubject ? `${subject.slice(0, maxSubject - 1)}…` : subject}\n`;
}

/** GitHub takes 65,536 characters. */
const maxBody = 60_000;

function bodyOf({ description }: ProposalDraft, exported: readonly { readonly remarks: string }[]): string {
  const whole = [description, ...exported.map(({ remarks }) => remarks)].filter((part) => part !== '');
  const body = whole.join('\n\n');
  return body.length > maxBody ? `${body.slice(0, maxBody)}\n\n…` : body;
}

const stateOf: Readonly<Record<ChangeRequest['state'], ProposalState>> = {
  open: 'open',
  merged: 'merged',
  closed: 'declined',
};

function proposalOf({ branch: _branch, state, ...told }: ChangeRequest, key: string): Proposal {
  return { ...told, key, state: stateOf[state] };
}
