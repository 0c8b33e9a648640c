import type { Finding, LeakTag, Severity } from '../../core/findings/finding.ts';

export interface LeakGroup {
  readonly key: string;
  /** Message key of what it is: `detector.email`, `fieldClass.tel`. */
  readonly label: string;
  readonly severity: Severity;
  /** Tags that all of them have. */
  readonly tags: readonly LeakTag[];
  readonly findings: readonly Finding[];
}

const rank: Record<Severity, number> = { critical: 0, high: 1, medium: 2, low: 3 };

/** Findings by kind, most severe kind first; inside a kind in the order of the page. */
export function groupFindings(findings: readonly Finding[]): LeakGroup[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const label = labelOf(finding);
    const group = groups.get(label);
    if (group) group.push(finding);
    else groups.set(label, [finding]);
  }
  return [...groups]
    .map(([label, members]) => ({
      key: label,
      label,
      severity: worst(members),
      tags: inCommon(members),
      findings: members,
    }))
    .sort((a, b) => rank[a.severity] - rank[b.severity] || b.findings.length - a.findings.length);
}

function labelOf({ kind }: Finding): string {
  return kind.type === 'value' ? `detector.${kind.detector}` : `fieldClass.${kind.class}`;
}

function inCommon([first, ...others]: readonly Finding[]): readonly LeakTag[] {
  return first?.tags.filter((tag) => others.every(({ tags }) => tags.includes(tag))) ?? [];
}

function worst(findings: readonly Finding[]): Severity {
  return findings.reduce<Severity>(
    (worse, { severity }) => (rank[severity] < rank[worse] ? severity : worse),
    'low',
  );
}
