import type { Translate } from '../messages/translate.ts';
import type { RuleSet } from '../rules/rule.ts';
import { savedSyntaxError } from '../saved/savedSelector.ts';
import { markdownCode } from '../settings/markdownCode.ts';
import { type CodeValue, codeOf } from './codeText.ts';
import type { PagePatch } from './targetWriter.ts';
import { type Translation, translateRules } from './translateRules.ts';

export interface ConfigurationTarget {
  /** Profile id. */
  readonly recorder: string;
  /** In the site's repository: `.json` for data, anything else is a JavaScript module with a default export. */
  readonly path: string;
}

/** A recorder's configuration as a whole file that nobody else writes. */
export interface ConfigurationFile {
  readonly path: string;
  /** Null: it cannot be a file, because functions are in it. The remarks hold the code instead. */
  readonly text: string | null;
  /** Markdown: what could not be expressed, and what has to be done by hand. '' for nothing. */
  readonly remarks: string;
  /** Stands in every module that was written here; JSON has no place for it. */
  readonly marker?: string;
}

const marker = 'Written by Scrim from the masking rules';

/** The rules for live visitors as one recorder's options, by the one translation. The rest is said in words. */
export function configurationFile(
  ruleSet: RuleSet,
  { recorder, path }: ConfigurationTarget,
  t: Translate,
): ConfigurationFile {
  const translation = translateRules({
    from: 'fullstory',
    to: recorder,
    options: { session: 'live' },
    ruleSet,
    syntax: savedSyntaxError,
  });
  const isJson = path.toLowerCase().endsWith('.json');
  const remarks = remarksOf(translation, path, t);
  const text = textOf(translation, isJson);
  return { path, text, remarks, ...(isJson ? {} : { marker }) };
}

function textOf(translation: Translation, isJson: boolean): string | null {
  const { options, code, language, ruleSet } = translation;
  // A recorder that takes rules as rules: the code is its rule file.
  const isRuleFile = ruleSet !== undefined && language === 'json';
  if (!isRuleFile && holdsFunction(options)) return null;
  if (isJson) return isRuleFile ? code : `${JSON.stringify(options, null, 2)}\n`;
  const value = isRuleFile ? code.trimEnd() : codeOf(options as CodeValue);
  return `// ${marker}: what is changed here by hand is lost with the next proposal.\nexport default ${value};\n`;
}

/** Functions are markers in options: `{ $scrim: 'function' }`. */
function holdsFunction(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.hasOwn(value, '$scrim') || Object.values(value).some(holdsFunction);
}

function remarksOf(translation: Translation, path: string, t: Translate): string {
  const { to, notes, patches, code } = translation;
  const told = (kind: 'refused' | 'approximate') => [
    ...new Set(
      notes
        .filter((note) => note.kind === kind)
        .map(({ name, why, params }) => {
          const about = t.has(name) ? t(name) : markdownCode(name);
          return `- ${about}: ${t(`translate.${why}`, safe(params))}`;
        }),
    ),
  ];
  const part = (key: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : [`**${t(key)}**`, lines.join('\n')];
  const isFile = textOf(translation, true) !== null;
  const parts = [
    ...part('proposal.export.refused', told('refused')),
    ...part('proposal.export.approximate', told('approximate')),
    ...part('proposal.export.patches', patches.map(patchWords)),
    ...(isFile ? [] : [`**${t('proposal.export.byHand')}**`, fenced(code)]),
  ];
  if (parts.length === 0) return '';
  return [`### ${t('proposal.export.title', { path: markdownCode(path), recorder: to })}`, ...parts].join(
    '\n\n',
  );
}

/** What stands in a sentence may be a selector. */
function safe(params: Parameters<Translate>[1] = {}): NonNullable<Parameters<Translate>[1]> {
  return Object.fromEntries(
    Object.entries(params).map(([key, value]) => [
      key,
      typeof value === 'string' ? markdownCode(value) : value,
    ]),
  );
}

function patchWords({ selector, attribute, value }: PagePatch): string {
  return `- ${markdownCode(selector)}: ${markdownCode(`${attribute}="${value}"`)}`;
}

function fenced(code: string): string {
  const runs = code.match(/`{3,2048}/g) ?? [];
  const fence = '`'.repeat(Math.max(2, ...runs.map(({ length }) => length)) + 1);
  return `${fence}js\n${code.trimEnd()}\n${fence}`;
}
