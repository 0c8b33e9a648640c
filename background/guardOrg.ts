import type { ProposalSource } from '../core/settings/proposal.ts';
import { SettingsError, type SettingsSource, type SourceIdentity } from '../core/settings/settingsSource.ts';

/**
 * The same source, which reads and writes only after its key said that it is a key of this org. A worker that died while
 * another org was being connected may have left that org's key under this org's connection.
 *
 * @param orgId undefined: the source has no orgs
 */
export function guardOrg(source: SettingsSource, orgId: string | undefined): SettingsSource {
  if (orgId === undefined) return source;
  const { history, recording, proposals } = source;
  let checked: Promise<unknown> | undefined;

  async function identify(): Promise<SourceIdentity> {
    const identity = await source.identify();
    if (identity.orgId === orgId) checked = Promise.resolve();
    return identity;
  }

  async function check(): Promise<void> {
    const identity = await identify();
    if (identity.orgId !== orgId) throw new SettingsError('org-mismatch', identity.orgId);
  }

  /** A key that could not be asked about is asked about again the next time. */
  async function ofThisOrg(): Promise<void> {
    checked ??= check();
    try {
      await checked;
    } catch (error) {
      checked = undefined;
      throw error;
    }
  }

  const guarded: Guard =
    (work) =>
    async (...given) => {
      await ofThisOrg();
      return await work(...given);
    };

  return {
    ...source,
    identify,
    read: guarded(source.read),
    readRule: guarded(source.readRule),
    create: guarded(source.create),
    update: guarded(source.update),
    remove: guarded(source.remove),
    ...(history && { history: { read: guarded(history.read) } }),
    ...(recording && { recording: { ...recording, read: guarded(recording.read) } }),
    ...(proposals && { proposals: guardedProposals(proposals, guarded) }),
  };
}

type Guard = <Given extends unknown[], T>(
  work: (...given: Given) => Promise<T>,
) => (...given: Given) => Promise<T>;

function guardedProposals(proposals: ProposalSource, guarded: Guard): ProposalSource {
  return {
    submit: guarded(proposals.submit),
    find: guarded(proposals.find),
    read: guarded(proposals.read),
    listOpen: guarded(proposals.listOpen),
    withdraw: guarded(proposals.withdraw),
    ...(proposals.decide && { decide: guarded(proposals.decide) }),
  };
}
