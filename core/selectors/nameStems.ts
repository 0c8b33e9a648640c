import { holdsPageData, type WordOnPage } from './holdsPageData.ts';
import { moduleName } from './moduleName.ts';
import { nameKind } from './nameKind.ts';

/**
 * Where a build tool leaves what somebody wrote beside its hash: the pieces that the next build keeps. Each is the
 * beginning, the end, or something between that `[class*=...]` can ask for.
 */
const formats: readonly RegExp[] = [
  /^(_[A-Za-z][\w-]*_)[a-z0-9]{5,6}_\d+$/i, // Vite
  /^([\w-]*[A-Za-z]-sc-)[a-z0-9]{5,10}-\d{1,3}$/, // styled-components with names
  /^css-[a-z0-9]{4,9}(-[A-Za-z][\w-]*)$/, // emotion with labels
  /^((?:makeStyles|withStyles)-[A-Za-z]\w*-)\d+$/, // JSS
  /^([A-Za-z][A-Za-z-]*-)\d{1,4}-\d{1,4}-\d{1,4}$/, // JSS without a prefix
];

/** Shorter pieces stand inside too many other names. */
const shortestPiece = 6;

/** What asks for the part of a generated class that survives a build, and whether the class has to be the last one. */
export interface NameStem {
  readonly text: string;
  readonly needsPlace: boolean;
}

/**
 * `[class*="..."]` for the part of a generated class that survives a build; where that part is the end of the class, and
 * so the beginning of longer ones, `[class$="..."]` too. Empty when there is no such part or it may be data.
 */
export function nameStems(name: string, wordOnPage: WordOnPage): NameStem[] {
  const pieces = keptPieces(name);
  const isKept = (piece: string) =>
    piece.length >= shortestPiece && nameKind(piece) === 'stable' && !holdsPageData(piece, wordOnPage);
  const [only, ...more] = pieces;
  if (only === undefined || !pieces.every(isKept)) return [];
  const inside = { text: pieces.map((piece) => `[class*="${piece}"]`).join(''), needsPlace: false };
  if (more.length > 0 || !name.endsWith(only)) return [inside];
  return [inside, { text: `[class$="${only}"]`, needsPlace: true }];
}

function keptPieces(name: string): readonly string[] {
  for (const format of formats) {
    const pieces = format.exec(name)?.slice(1);
    if (pieces) return pieces;
  }
  return moduleName(name)?.kept ?? [];
}
