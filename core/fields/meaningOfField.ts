import { classOfAutocomplete } from './classOfAutocomplete.ts';
import { dateOptions } from './classOfOptions.ts';
import { type EvidencePiece, fieldEvidence } from './fieldEvidence.ts';
import type { FieldClass, FieldFacts, FieldMeaning } from './fieldFacts.ts';
import { type Evidence, type FieldScores, scoreField } from './scoreField.ts';

/** Below this nothing is claimed. One weak word in a label is worth 0.35. */
const minScore = 0.25;
/** Two good sources that agree; the confidence of a class is its score over this. */
const fullScore = 1.6;
/** A password box holds these when its words say so plainly. */
const maskedClasses: ReadonlySet<FieldClass> = new Set([
  'cc-csc',
  'cc-number',
  'otp',
  'id',
  'bank',
  'token',
  'none',
]);
/** Boxes to tick: only what a person is can be told by them. */
const tickClasses: ReadonlySet<FieldClass> = new Set(['gender', 'demographic']);

/**
 * What would be typed into a field, from what its author wrote about it. Its value is not looked at.
 *
 * The rules alone: a valid autocomplete attribute decides, else all sources are weighed against each other. What stands
 * around a field is weighed in `meaningsOfFields`.
 *
 * @param pieces what the word lists say of it, where that is known already
 */
export function meaningOfField(
  facts: FieldFacts,
  pieces: readonly EvidencePiece[] = fieldEvidence(facts),
): FieldMeaning {
  // Nobody types into it; what it holds is read as a value.
  if (facts.type === 'hidden') return nothing(facts);
  const scores = scoreField(pieces);
  const stated = classOfAutocomplete(facts.attributes.autocomplete ?? '');
  if (stated && agreesWithType(stated.class, facts) && !isForGift(facts, scores)) {
    return meaning(facts, stated.class, 0.97, ['autocomplete', stated.token]);
  }
  const ticked = facts.type === 'checkbox' || facts.type === 'radio';
  const ranked = [...scores]
    .filter(([found]) => !ticked || tickClasses.has(found))
    .sort(([, a], [, b]) => b.score - a.score);
  if (ticked) return ranked[0] ? fromEvidence(facts, ranked[0]) : nothing(facts);

  const date = datePart(facts, scores);
  if (date) return meaning(facts, date, 0.75, ['options', '']);
  const settled = settleRivals(facts, ranked);
  if (settled && settled[1].score >= minScore) return fromEvidence(facts, settled);
  return nothing(facts);
}

function agreesWithType(stated: FieldClass, facts: FieldFacts): boolean {
  // Pages put `new-password` on any field to keep browsers from filling it.
  if (stated === 'password') return facts.type === 'password';
  return facts.type !== 'checkbox' && facts.type !== 'search';
}

/** Gift-card PINs are typed into password boxes and marked `new-password` to keep browsers from filling them. */
function isForGift(facts: FieldFacts, scores: FieldScores): boolean {
  return facts.type === 'password' && (scores.get('none')?.best ?? 0) >= 0.7;
}

/** Corrections for pairs of classes whose words overlap. */
function settleRivals(
  facts: FieldFacts,
  ranked: readonly (readonly [FieldClass, Evidence])[],
): readonly [FieldClass, Evidence] | undefined {
  const best = ranked[0];
  if (!best) return undefined;
  const find = (wanted: FieldClass) => ranked.find(([found]) => found === wanted);
  if (facts.type === 'password') {
    const other = ranked.find(([found, evidence]) => maskedClasses.has(found) && evidence.best >= 0.7);
    return other && other[1].score > (find('password')?.[1].score ?? 0) - 0.9 ? other : find('password');
  }
  // "+49 Germany": a list of dial codes, whatever it is called.
  if (facts.options.length > 0 && find('tel')?.[1].why[0] === 'options') return find('tel');
  // `login`, `user_email` labelled "Email": what the visitor reads decides.
  if (best[0] === 'username' && (find('email')?.[1].best ?? 0) >= 0.6) return find('email');
  // The words "code", "type", "number", "date" alone mean nothing: whatever else was seen comes first.
  if (best[0] === 'none' && best[1].best < 0.5) return ranked[1] ?? best;
  return best;
}

/** Day, month and year lists are parts of an expiry date or of a birth date. */
function datePart(facts: FieldFacts, scores: FieldScores): FieldClass | undefined {
  const listed = facts.tag === 'select' ? dateOptions(facts.options) : undefined;
  const strong = [...scores].some(
    ([found, evidence]) => found !== 'cc-exp' && found !== 'dob' && evidence.best >= 0.5,
  );
  const weak = (scores.get('cc-exp')?.best ?? 0) > 0 || (scores.get('dob')?.best ?? 0) > 0;
  if (strong || (!listed && !weak)) return undefined;
  const card = (scores.get('cc-exp')?.best ?? 0) >= 0.5;
  const birth = (scores.get('dob')?.best ?? 0) >= 0.5;
  if (card !== birth) return card ? 'cc-exp' : 'dob';
  return listed === 'past' ? 'dob' : undefined;
}

function fromEvidence(facts: FieldFacts, [found, evidence]: readonly [FieldClass, Evidence]): FieldMeaning {
  const confidence = Math.min(0.95, Math.max(0.3, evidence.score / fullScore));
  return meaning(facts, found, Math.round(confidence * 100) / 100, evidence.why);
}

function nothing(facts: FieldFacts): FieldMeaning {
  return meaning(facts, 'none', 0.5, ['nothing', '']);
}

function meaning(
  facts: FieldFacts,
  found: FieldClass,
  confidence: number,
  [key, detail]: Evidence['why'],
): FieldMeaning {
  return { node: facts.node, class: found, confidence, why: [`fieldWhy.${key}`, detail] };
}
