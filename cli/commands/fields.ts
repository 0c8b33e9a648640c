import { createPathIndex } from '../../core/capture/pathIndex.ts';
import { meaningsOfFields } from '../../core/fields/meaningsOfFields.ts';
import { defaultProfileId, profileById } from '../../core/profiles/registry.ts';
import type { RuleSet } from '../../core/rules/rule.ts';
import type { CommandContext } from '../commandContext.ts';
import { exitCodes } from '../exitCodes.ts';
import { PageNotLoaded } from '../pageNotLoaded.ts';
import type { Command } from '../parseCommand.ts';
import type { PreparedScan } from '../prepareScan.ts';
import { printable } from '../printable.ts';
import { scanTarget } from '../scanTarget.ts';
import { parseTarget, type Target } from '../target.ts';

/** Version of the JSON that `scrim fields` prints; raised when a field changes its meaning. */
const formatVersion = 1;
/** What fields are for does not depend on rules, and without any nothing is left unread. */
const noRules: RuleSet = { rules: [], groups: [], gaps: [] };

type FieldsCommand = Extract<Command, { name: 'fields' }>;

interface FieldRow {
  /** As given on the command line. */
  readonly page: string;
  /** Value of the attribute that `--key` names; null without it. */
  readonly key: string | null;
  readonly path: string;
  readonly class: string;
  /** 0..1. */
  readonly confidence: number;
  readonly why: string;
}

/**
 * `scrim fields`: what would be typed into each form control of each page, and why Scrim thinks so. No value of a
 * control is read.
 *
 * @returns 0 when the fields of every page were printed, 3 when a page was not loaded. What could not be looked at on a
 * page (a frame, a closed shadow root) is in the result and on standard error.
 */
export async function fields(command: FieldsCommand, context: CommandContext): Promise<number> {
  const targets = command.targets.map((given) => parseTarget(given, command.browser));
  const rows: FieldRow[] = [];
  const notInspected: { page: string; kind: string; path: string; reason: string }[] = [];
  for (const target of targets) {
    try {
      const found = await fieldsOf(target, command, context);
      rows.push(...found.rows);
      notInspected.push(...found.notInspected);
    } catch (error) {
      if (!(error instanceof PageNotLoaded)) throw error;
      notInspected.push({ page: target.given, kind: 'page', path: '', reason: printable(error.message) });
    }
  }
  for (const { page, kind, path, reason } of notInspected)
    context.warn(`not inspected: ${printable(page)}: ${kind} ${path} (${reason})`);
  if (command.json) {
    context.write(`${JSON.stringify({ scrim: formatVersion, fields: rows, uninspected: notInspected })}\n`);
  } else {
    for (const row of rows)
      context.write(
        `${row.class}\t${row.confidence}\t${row.key === null ? '' : `${printable(row.key)}\t`}${row.path}\t${row.why}\n`,
      );
  }
  return notInspected.some(({ kind }) => kind === 'page') ? exitCodes.notInspected : exitCodes.ok;
}

async function fieldsOf(target: Target, command: FieldsCommand, context: CommandContext) {
  const scan = await scanTarget(target, withoutRules(), command, context);
  const pathOf = createPathIndex(scan.nodes);
  const facts = new Map(scan.fields.map((field) => [field.node, field]));
  const rows = meaningsOfFields(scan.fields).map((meaning): FieldRow => {
    const [key, detail] = meaning.why;
    return {
      page: target.given,
      key: facts.get(meaning.node)?.key ?? null,
      path: pathOf(meaning.node),
      class: meaning.class,
      confidence: meaning.confidence,
      why: context.t(key, { detail }),
    };
  });
  const notInspected = scan.uninspected.map(({ kind, path, reason }) => ({
    page: target.given,
    kind,
    path,
    reason,
  }));
  return { rows, notInspected };
}

function withoutRules(): PreparedScan {
  const profile = profileById(defaultProfileId);
  if (!profile) throw new Error(`there is no profile ${defaultProfileId}`);
  return { profile, options: undefined, ruleSet: noRules };
}
