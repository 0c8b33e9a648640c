import { createPathIndex } from '../../core/capture/pathIndex.ts';
import type { LeakPlace } from '../../core/findings/finding.ts';
import { nextStepOf } from '../../core/findings/nextStepOf.ts';
import { treatmentOfPart } from '../../core/findings/treatmentOfPart.ts';
import type { Translate } from '../../core/messages/translate.ts';
import { leakWords, placeReason, placeWords } from '../../core/report/leakWords.ts';
import type { ReportedLeak } from '../../core/report/pageReport.ts';
import { Treatment } from '../../core/treatment/treatment.ts';
import type { DrivenPage } from '../flows/scanOpenPage.ts';
import type { ScannedPage, Scrim } from './createScrim.ts';

/** What vitest and jest ask of a matcher. */
export interface MatcherResult {
  readonly pass: boolean;
  readonly message: () => string;
}

export interface Matchers {
  /** Nothing personal would be recorded, and everything was looked at. */
  toCaptureNoPII(received: DrivenPage | ScannedPage): Promise<MatcherResult>;
  /** A replay shows nothing of what is in the element. Not known whether it does is a failure. */
  toBeMaskedInReplay(received: DrivenPage | ScannedPage, selector: string): Promise<MatcherResult>;
}

const maxPlaces = 3;
const maxElements = 5;

/** Matchers for `expect.extend` of vitest and jest. What they say holds no raw value. */
export function createMatchers(scrim: Scrim, t: Translate): Matchers {
  const scanned = async (received: DrivenPage | ScannedPage): Promise<ScannedPage> =>
    'report' in received ? received : scrim.scan(received);

  return {
    async toCaptureNoPII(received) {
      const { report, scan } = await scanned(received);
      const leaks = report.leaks.map((leak) => leakLines(leak, { report, scan }, t).join('\n'));
      const unseen = report.uninspected.map(({ reason, path, origin, detail }) => {
        const where = [origin, path, detail].filter(Boolean).join(' ');
        return `${t('cli.notInspected')}: ${t(`uninspected.${reason}`)}${where === '' ? '' : `\n  ${where}`}`;
      });
      const pass = leaks.length === 0 && unseen.length === 0;
      const said = [t('matcher.captures', { page: report.page }), ...leaks, ...unseen].join('\n');
      return { pass, message: () => (pass ? t('matcher.capturesNothing', { page: report.page }) : said) };
    },

    async toBeMaskedInReplay(received, selector) {
      const page = await scanned(received);
      const found = await page.idsOf(selector);
      // Thrown, so that it is no answer where the matcher is negated either: nothing is known of nothing.
      if (found.length === 0) throw new Error(t('matcher.noElement', { selector }));
      const shown = found.flatMap((node) => exposedParts(node, page, t));
      const said = [
        t('matcher.notMasked', { selector }),
        ...shown.slice(0, maxElements).map(({ words }) => words),
      ];
      if (shown.length > maxElements) said.push(`  ${t('list.more', { count: shown.length - maxElements })}`);
      if (shown.length > 0 && shown.every(({ isKnown }) => !isKnown)) throw new Error(said.join('\n'));
      const pass = shown.length === 0;
      return { pass, message: () => (pass ? t('matcher.isMasked', { selector }) : said.join('\n')) };
    },
  };
}

function leakLines(leak: ReportedLeak, { report, scan }: Omit<ScannedPage, 'idsOf'>, t: Translate): string[] {
  const places = leak.places.slice(0, maxPlaces).map((place) => {
    const { key, params } = nextStepOf(place, scan);
    return `  ${placeWords(place)}\n    ${placeReason(place, report, t)}. ${t(`step.${key}`, params)}`;
  });
  const rest = leak.places.length - places.length;
  return [leakWords(leak, t), ...places, ...(rest > 0 ? [`  ${t('list.more', { count: rest })}`] : [])];
}

interface ExposedPart {
  readonly words: string;
  /** False: whether it is recorded cannot be told. */
  readonly isKnown: boolean;
}

/** Empty: a replay shows nothing of it. */
function exposedParts(node: number, { scan, report }: ScannedPage, t: Translate): ExposedPart[] {
  const part = treatmentOfPart(scan, node);
  if (!part) return [{ words: `  ${t('matcher.notLooked')}`, isKnown: false }];
  if (part.treatment === Treatment.masked || part.treatment === Treatment.excluded) return [];
  const { channel = 'text', name, why = 'no-rule', rule, treatment } = part;
  const place: LeakPlace = {
    ...{ node: part.node, path: createPathIndex(scan.nodes)(part.node), channel, treatment, why },
    moment: 'snapshot',
    ...(rule === undefined ? {} : { rule }),
    ...(name === undefined ? {} : { name }),
  };
  const isKnown = treatment === Treatment.captured;
  const reason = why.startsWith('uninspected.') ? t(why) : placeReason(place, report, t);
  const { key, params } = nextStepOf(place, scan);
  const head = t(isKnown ? 'matcher.captured' : 'matcher.unknown', { path: placeWords(place) });
  return [{ words: `  ${head}\n    ${reason}. ${t(`step.${key}`, params)}`, isKnown }];
}
