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
/** Tabs open at once. */
const sideBySide = 3;
/** What fields are for does not depend on rules, and without any nothing is left unread. */
const noRules: RuleSet = { rules: [], groups: [], gaps: [] };

type FieldsCommand = Extract<Command, { name: 'fields' }>;

interface FieldsOfPage {
  readonly rows: readonly FieldRow[];
  readonly notInspected: readonly {
    readonly page: string;
    readonly kind: string;
    readonly path: string;
    readonly reason: string;
  }[];
}

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
  const pages = await eachOf(targets, command, context);
  const rows = pages.flatMap((page) => page.rows);
  const notInspected = pages.flatMap((page) => page.notInspected);
  for (const { page, kind, path, reason } of notInspected)
    context.warn(`not inspected: ${printable(page)}: ${kind} ${path} (${reason})`);
  if (command.json) {
    context.write(`${JSON.stringify({ scrim: formatVersion, fields: rows, uninspected: notInspected })}\n`);
  } else {
    for (const row of rows) context.write(lineOf(row));
  }
  return notInspected.some(({ kind }) => kind === 'page') ? exitCodes.notInspected : exitCodes.ok;
}

function lineOf(row: FieldRow): string {
  const key = row.key === null ? '' : `${printable(row.key)}\t`;
  return `${row.class}\t${row.confidence}\t${key}${row.path}\t${row.why}\n`;
}

/**
 * A few pages side by side: most of the time of one goes into waiting for it. One that failed is tried again by itself,
 * because a page that hangs takes the browser, and its neighbours, with it.
 */
async function eachOf(
  targets: readonly Target[],
  command: FieldsCommand,
  context: CommandContext,
): Promise<readonly FieldsOfPage[]> {
  const results: (FieldsOfPage | undefined)[] = targets.map(() => undefined);
  const waiting = targets.keys();
  const work = async (): Promise<void> => {
    for (const index of waiting) {
      const target = targets[index];
      if (target) results[index] = await fieldsOf(target, command, context);
    }
  };
  await Promise.all(Array.from({ length: Math.min(sideBySide, targets.length) }, work));
  for (const [index, target] of targets.entries()) {
    const isLost = results[index]?.notInspected.some(({ kind }) => kind === 'page') ?? true;
    if (isLost && targets.length > 1) results[index] = await fieldsOf(target, command, context);
  }
  return results.flatMap((result) => (result ? [result] : []));
}

async function fieldsOf(
  target: Target,
  command: FieldsCommand,
  context: CommandContext,
): Promise<FieldsOfPage> {
  try {
    return await readFields(target, command, context);
  } catch (error) {
    if (!(error instanceof PageNotLoaded)) throw error;
    const reason = printable(error.message);
    return { rows: [], notInspected: [{ page: target.given, kind: 'page', path: '', reason }] };
  }
}

async function readFields(
  target: Target,
  command: FieldsCommand,
  context: CommandContext,
): Promise<FieldsOfPage> {
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

function withoutRules(): Omit<PreparedScan, 'leakSettings'> {
  const profile = profileById(defaultProfileId);
  if (!profile) throw new Error(`there is no profile ${defaultProfileId}`);
  return { profile, options: undefined, ruleSet: noRules };
}
