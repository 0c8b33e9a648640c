import type { Translate } from '../../core/messages/translate.ts';
import type { PageReport } from '../../core/report/pageReport.ts';
import type { InForceDifference } from '../../core/settings/compareInForce.ts';
import { printable } from '../printable.ts';

const parts = [
  'notGiven',
  'notListed',
  'otherAction',
  'untold',
] as const satisfies readonly (keyof InForceDifference)[];

/** How the rules that the page's recorder was given differ from the rule file; nothing where they do not, or nobody knows. */
export function inForceLines({ inForce }: PageReport, t: Translate): string[] {
  const differing = parts.filter((part) => (inForce?.[part].length ?? 0) > 0);
  if (!inForce || differing.length === 0) return [];
  return [
    `  ${t('inForce.differ')}`,
    ...differing.map((part) => `      ${t(`inForce.${part}`)}: ${inForce[part].map(printable).join(', ')}`),
  ];
}
