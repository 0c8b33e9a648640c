import { rowlessPath } from '../check/baseline/placeIdentity.ts';
import { sha256 } from '../detectors/sha256.ts';
import type { Translate } from '../messages/translate.ts';
import type { RulesFile } from './checkRun.ts';
import type { SarifFinding } from './sarifFindings.ts';
import { sarifLimits } from './sarifLimits.ts';
import { visibleText } from './visibleText.ts';

export interface SarifPlace {
  readonly page: string;
  /** What the baseline calls the page: the same on another host. */
  readonly key: string;
  readonly rulesFile: RulesFile | undefined;
}

const longestPath = 1_000;
/** Where the rules are no file of the repository: GitHub wants one, and this is where they would be named. */
const configuration = 'scrim.config.ts';

/** One result: the line of the rule file that is to be mended, the page and element beside it. */
export function sarifResult(finding: SarifFinding, place: SarifPlace, t: Translate): object {
  const { kind, level, text, places } = finding;
  const more = places.length - sarifLimits.locations;
  const note = more > 0 ? ` ${t('report.morePlaces', { count: more })}` : '';
  const print = fingerprint(finding, place);
  return {
    ruleId: kind,
    level,
    message: { text: visibleText(`${text} (${place.page})${note}`) },
    locations: places.slice(0, sarifLimits.locations).map((one) => locationOf(one, place)),
    // The second is the one GitHub knows an alert by; it makes its own of the file's line where there is none.
    partialFingerprints: { 'scrimLeak/v1': print, primaryLocationLineHash: `${print.slice(0, 16)}:1` },
  };
}

function locationOf({ path, rule }: SarifFinding['places'][number], { page, rulesFile }: SarifPlace): object {
  const line = rulesFile && rule !== undefined ? rulesFile.lines[rule] : undefined;
  const element = visibleText(path, longestPath);
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(rulesFile?.path ?? configuration) },
      region: { startLine: line ?? 1 },
    },
    logicalLocations: [
      {
        name: element.split(' > ').at(-1) || page,
        fullyQualifiedName: `${page} ${element}`.trim(),
        kind: 'element',
      },
    ],
  };
}

function uriOf(path: string): string {
  return path
    .split('/')
    .map((part) => encodeURIComponent(visibleText(part)))
    .join('/');
}

/** Of what it is, where on a page and on which page: the same when rows, hosts and numbers in addresses change. */
function fingerprint({ kind, places }: SarifFinding, { key }: SarifPlace): string {
  const [first] = places;
  const path = rowlessPath(first?.path ?? '');
  return hex(sha256(bytesOf([kind, key, first?.channel ?? '', first?.name ?? '', path].join('\n'))));
}

function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(text, (char) => (char.codePointAt(0) ?? 0) & 0xff);
}

function hex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
