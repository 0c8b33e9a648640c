import type { LeakPlace } from '../findings/finding.ts';
import { kindWords } from '../findings/kindWords.ts';
import type { Translate } from '../messages/translate.ts';
import type { PageReport, ReportedLeak } from './pageReport.ts';
import { visibleText } from './visibleText.ts';

const longestPath = 600;

/** What a finding is, on one line: `Email address j•••@•••.com`, `Password: will be recorded once typed`. */
export function leakWords(leak: ReportedLeak, t: Translate): string {
  const kind = kindWords(leak.kind, t);
  if (leak.kind.type === 'value') return `${kind} ${visibleText(leak.sample)}`;
  return `${kind}: ${t(leak.certainty === 'leak' ? 'finding.field' : 'finding.field-possible')}`;
}

/** Where it leaves: `text: html > body > p` or `attribute title: ...`. */
export function placeWords({ channel, name, path }: LeakPlace): string {
  const what = name === undefined ? channel : `${channel} ${visibleText(name)}`;
  return `${what}: ${visibleText(path, longestPath) || '/'}`;
}

/** Why it leaves there, with the rule by its name. */
export function placeReason(
  { why, rule }: LeakPlace,
  { rules }: Pick<PageReport, 'rules'>,
  t: Translate,
): string {
  const name = rules.find(({ id }) => id === rule)?.name ?? rule ?? '';
  return t(`why.${why}`, { rule: visibleText(name) });
}
