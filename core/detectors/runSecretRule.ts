import type { rules } from '@secretlint/secretlint-rule-preset-recommend';

type SecretRule = (typeof rules)[number];
type RuleContext = Parameters<SecretRule['create']>[0];

/** Identifiers, not secrets: an AWS account number opens nothing. */
const notSecret = new Set(['AWSAccountID']);

/**
 * Runs one secretlint rule over one text, in memory.
 *
 * @returns offsets of what it reports; rules that work asynchronously (only those that read files do) report nothing
 */
export function runSecretRule(
  rule: SecretRule,
  options: Parameters<SecretRule['create']>[1],
  text: string,
): readonly (readonly [start: number, end: number])[] {
  const spans: (readonly [number, number])[] = [];
  const context: RuleContext = {
    sharedOptions: {},
    createTranslator: () => (messageId) => ({ messageId: String(messageId), message: '', data: {} }),
    report: ({ message, range }) => {
      if (!notSecret.has(message.messageId)) spans.push([range[0], range[1]]);
    },
    // What a text says about ignoring itself is not listened to: it is the page that wrote it.
    ignore: () => undefined,
  };
  // The position methods are for editors; no rule of the preset calls them.
  const source = { content: text, filePath: '', physicalFilePath: undefined, ext: '', contentType: 'text' };
  void rule.create(context, options).file?.(source as unknown as Parameters<SourceReader>[0]);
  return spans;
}

type SourceReader = NonNullable<ReturnType<SecretRule['create']>['file']>;
