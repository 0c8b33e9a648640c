import { defaultConfidence } from '../../core/detectors/defaultConfidence.ts';
import { detectAll } from '../../core/detectors/detectAll.ts';
import type { DetectContext } from '../../core/detectors/detector.ts';
import type { Detection } from '../../core/findings/finding.ts';
import {
  type CustomDetectors,
  createCustomDetectors,
} from '../../core/leakSettings/createCustomDetectors.ts';
import type { CommandContext } from '../commandContext.ts';
import { exitCodes } from '../exitCodes.ts';
import { leakSettingsWords } from '../leakSettingsWords.ts';
import { leakSettingsIn } from '../loadRuleSet.ts';
import { printable } from '../printable.ts';
import { readJsonFile } from '../readJsonFile.ts';
import { UsageError } from '../usageError.ts';

/** One line of standard input. */
interface TextLine {
  readonly id: string | number;
  readonly text: string;
  /** BCP 47. */
  readonly lang?: string;
  /** ISO 3166 country. */
  readonly region?: string;
}

/**
 * `scrim detect`: what is sensitive in texts, by offsets. Standard input has one JSON object a line, standard output
 * one for each in the same order, written as it is read; no text is printed again. Empty lines are passed over.
 *
 * @param rules a rule file whose own detectors are run too
 * @returns 0 when every line was read, 3 when a detector of `--rules` could not be run
 * @throws UsageError at the first line that is none, after the answers to those before it
 */
export async function detect(context: CommandContext, rules?: string): Promise<number> {
  const custom = rules === undefined ? undefined : await loadDetectors(rules, context);
  let number = 0;
  for await (const line of context.lines()) {
    number += 1;
    if (line.trim() === '') continue;
    const { id, text, lang, region } = parseLine(line, number);
    const findings = [...detections(text, contextOf(lang, region), custom)]
      .filter(({ confidence }) => confidence >= defaultConfidence)
      .map(findingOf);
    context.write(`${JSON.stringify({ id, findings })}\n`);
  }
  return custom && custom.uninspected().length > 0 ? exitCodes.notInspected : exitCodes.ok;
}

/** What the built-in detectors find, and then the org's own. */
function* detections(text: string, where: DetectContext, custom: CustomDetectors | undefined) {
  yield* detectAll(text, where);
  if (!custom) return;
  custom.begin();
  yield* custom.detect(text, where);
}

async function loadDetectors(file: string, { today, warn, t }: CommandContext): Promise<CustomDetectors> {
  const custom = createCustomDetectors(leakSettingsIn(await readJsonFile(file), today()));
  for (const problem of custom.problems) warn(`${file}: ${leakSettingsWords(problem, t)}`);
  return custom;
}

function contextOf(lang = '', region = ''): DetectContext {
  return { ...(region === '' ? {} : { region: region.toUpperCase() }), ...(lang === '' ? {} : { lang }) };
}

function findingOf({ detector, scheme, start, end, confidence }: Detection) {
  return { detector, ...(scheme === undefined ? {} : { scheme }), start, end, confidence };
}

function parseLine(line: string, number: number): TextLine {
  const refuse = (what: string) => new UsageError(`line ${number} of standard input ${what}`);
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch (error) {
    // The engine's own message quotes the line, which may be personal.
    if (error instanceof SyntaxError) throw refuse('is not JSON');
    throw error;
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json)) throw refuse('is no JSON object');
  const { id, text, lang, region } = json as Readonly<Record<string, unknown>>;
  if (typeof id !== 'string' && typeof id !== 'number') throw refuse('has no "id" (a string or a number)');
  if (typeof text !== 'string') throw refuse(`(id ${printable(String(id))}) has no "text" (a string)`);
  return { id, text, ...optionalText({ lang, region }, refuse) };
}

function optionalText(
  given: { readonly lang: unknown; readonly region: unknown },
  refuse: (what: string) => UsageError,
): Pick<TextLine, 'lang' | 'region'> {
  const { lang, region } = given;
  if (lang !== undefined && lang !== null && typeof lang !== 'string')
    throw refuse('has a "lang" that is no string');
  if (region !== undefined && region !== null && typeof region !== 'string')
    throw refuse('has a "region" that is no string');
  return { ...(typeof lang === 'string' ? { lang } : {}), ...(typeof region === 'string' ? { region } : {}) };
}
