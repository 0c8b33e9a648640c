import { createSessionReads, type SessionReads } from '../../connectors/fullstory/sessionReads.ts';
import { auditEvents } from '../../core/audit/auditEvents.ts';
import { withPages } from '../../core/audit/withPages.ts';
import { createDetectorBudget } from '../../core/detectors/detectorBudget.ts';
import { createTextScanner } from '../../core/findings/createTextScanner.ts';
import { createCustomDetectors } from '../../core/leakSettings/createCustomDetectors.ts';
import { defaultProfileId, profileById } from '../../core/profiles/registry.ts';
import type { HeldEvent } from '../../core/settings/fullstorySessionWire.ts';
import { SettingsError } from '../../core/settings/settingsSource.ts';
import { apiOf } from '../calibrate/apiOf.ts';
import { lookAtPages } from '../calibrate/lookAtPages.ts';
import { exitCodes } from '../exitCodes.ts';
import { loadOptions, loadRuleSet } from '../loadRuleSet.ts';
import type { MeasuringContext } from '../measure.ts';
import type { SiteAuditCommand } from '../parseMeasuring.ts';
import { checkOptions } from '../prepareScan.ts';
import { type SiteAuditReport, siteAuditJson, siteAuditText } from '../reporters/siteAudit.ts';
import { UsageError } from '../usageError.ts';

/**
 * `scrim audit <site>`: what FullStory holds of a visitor's last sessions at this site, and what would have kept it out.
 * Values are redacted.
 *
 * @returns 1 something personal is held, else 3 a session could not be read or there is none, else 0
 */
export async function auditSite(command: SiteAuditCommand, context: MeasuringContext): Promise<number> {
  const profile = profileById(defaultProfileId);
  if (!profile) throw new UsageError('there is no profile to compare with');
  const options = await loadOptions(command.options, profile);
  checkOptions(profile, options);
  const { ruleSet, leakSettings } = await loadRuleSet(command.rules, profile, context.today());
  const custom = createCustomDetectors(leakSettings);
  const held = await readSessions(command, createSessionReads(apiOf(command, context)));
  const { origin } = new URL(command.site);
  const here = held.events.filter(({ url }) => url === '' || URL.parse(url)?.origin === origin);
  const budget = createDetectorBudget(() => performance.now());
  const found = auditEvents(here, createTextScanner({ custom, budget }));
  const { pages, notLooked } = await lookAtPages(found, context, { command, profile, options, ruleSet });
  const report: SiteAuditReport = {
    site: origin,
    sessions: held.sessions,
    events: here.length,
    elsewhere: held.events.length - here.length,
    findings: withPages(found, pages),
    pagesNotLooked: notLooked,
    problems: held.problems,
    detectorsOff: [...budget.uninspected(), ...custom.uninspected()].map(
      ({ path, reason, detail }) => detail ?? (path || reason),
    ),
  };
  context.write(command.json ? siteAuditJson(report) : siteAuditText(report, context.t));
  return exitCodeOf(report);
}

interface Held {
  readonly sessions: readonly string[];
  readonly events: readonly HeldEvent[];
  readonly problems: SiteAuditReport['problems'];
}

async function readSessions(command: SiteAuditCommand, reads: SessionReads): Promise<Held> {
  const problems: SiteAuditReport['problems'][number][] = [];
  const events: HeldEvent[] = [];
  const sessions = [...command.sessions];
  /** @returns whether it was read */
  async function orProblem(session: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof SettingsError)) throw error;
      problems.push({ session, code: error.code, detail: error.message });
    }
  }
  const { owner } = command;
  if (owner)
    await orProblem('', async () => {
      const list = await reads.list(owner, command.last);
      sessions.push(...list.sessions.slice(0, command.last).map(({ id }) => id));
      if (list.isCut) problems.push({ session: '', code: 'cut', detail: '' });
    });
  for (const id of sessions)
    await orProblem(id, async () => {
      for (const part of [await reads.events(id), await reads.context(id)]) {
        events.push(...part.events);
        if (part.isCut) problems.push({ session: id, code: 'cut', detail: '' });
      }
    });
  return { sessions, events, problems };
}

function exitCodeOf({ findings, problems, sessions, detectorsOff }: SiteAuditReport): number {
  if (findings.length > 0) return exitCodes.leaks;
  const isPart = problems.length > 0 || sessions.length === 0 || detectorsOff.length > 0;
  return isPart ? exitCodes.notInspected : exitCodes.ok;
}
