import type { LeakTag, Severity } from '../../core/findings/finding.ts';
import type { CustomDetector } from '../../core/leakSettings/leakSettings.ts';

/** A custom detector as it stands in the form: texts as they were typed. */
export interface DetectorDraft {
  readonly name: string;
  readonly pattern: string;
  readonly ignoreCase: boolean;
  readonly keywords: string;
  readonly checksum: string;
  readonly severity: Severity;
  readonly tags: readonly LeakTag[];
  readonly found: string;
  readonly clean: string;
}

export const emptyDetector: DetectorDraft = {
  name: '',
  pattern: '',
  ignoreCase: false,
  keywords: '',
  checksum: '',
  severity: 'high',
  tags: [],
  found: '',
  clean: '',
};

export function draftOfDetector(detector: CustomDetector): DetectorDraft {
  const { keywords, checksum = '', examples, ...rest } = detector;
  return {
    ...rest,
    checksum,
    keywords: keywords.join(', '),
    found: examples.found.join('\n'),
    clean: examples.clean.join('\n'),
  };
}

/** In the form of the rule file, to be read like one. */
export function entryOfDraft(draft: DetectorDraft): Readonly<Record<string, unknown>> {
  const { name, pattern, ignoreCase, keywords, checksum, severity, tags, found, clean } = draft;
  return {
    name: name.trim(),
    pattern,
    severity,
    tags,
    keywords: partsOf(keywords, ','),
    examples: { found: partsOf(found, '\n'), clean: partsOf(clean, '\n') },
    ...(ignoreCase ? { flags: 'i' } : {}),
    ...(checksum === '' ? {} : { checksum }),
  };
}

function partsOf(text: string, separator: string): readonly string[] {
  return text
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
