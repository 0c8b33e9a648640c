import type { FieldClass } from './fieldFacts.ts';
import type { FieldLexicon, LexiconEntry } from './fieldLexicon.ts';
import { tokeniseLabel } from './tokeniseLabel.ts';

/** One phrase of the lexicon in a label or identifier. */
export interface LabelHit {
  readonly class: FieldClass;
  readonly phrase: string;
  /** 1 for a strong phrase, less for weak ones, parts of words and what is named beside the head. */
  readonly strength: number;
}

const maxPhraseWords = 6;
const weakStrength = 0.35;
const gluedStrength = 0.75;
/** "billing_address_city" is a city: what a text says besides its head counts less. */
const besideHead = 0.4;
/** Words of several languages at once (town in Danish, "by" in English): they count in very short labels only. */
const ambiguousWord =
  /^(?:\p{Script=Latin}{1,2}|cap|ime|via|lan|cid|tan|kat|kon|nem|cim|ten|age|adi|run|rut|cif|ico|mes|ano|dia|tag|dag|day|sex|pol|first|last|land|sted|plats|area|location|broj|corps|boite|url|vat)$/u;
const shortLabel = 3;
/** What may follow the head of an identifier without changing what it names. */
const trailing =
  /^(?:\d+|[a-z]|input|field|fld|txt|text|box|textbox|value|val|id|control|ctrl|default|display|select|new|required|optional|label|form|el|element|[a-z0-9]{12,})$/;

/**
 * What one text says its field is for. Longest phrases first, each word used once.
 *
 * @param kind identifiers put their head last (`shipping_city`), labels first ("City of birth")
 */
export function readLabel(
  text: string,
  kind: 'label' | 'identifier',
  lexicon: FieldLexicon,
): readonly LabelHit[] {
  const words = tokeniseLabel(text)
    .split(' ')
    .filter((word) => word !== '');
  const found = [...phraseHits(words, kind, lexicon), ...unspacedHits(words.join(' '), lexicon)];
  if (!found.some((hit) => hit.entry.strong)) found.push(...gluedHits(words, kind, lexicon));
  found.sort((a, b) => a.at - b.at);
  const strong = found.filter((hit) => hit.entry.strong);
  const last = strong.at(-1);
  // "shippingAddress_giftSender", "creditCard_owner": a group's name in front of an unknown word is not the head.
  const grouped = kind === 'identifier' && last && !last.glued && !endsWith(words, last);
  const head = kind === 'label' ? strong[0] : grouped ? undefined : last;
  return found.map((hit) => ({
    class: hit.entry.class,
    phrase: hit.phrase,
    strength: strengthOf(hit) * (hit === head || (!head && !grouped) ? 1 : besideHead),
  }));
}

function endsWith(words: readonly string[], hit: Found): boolean {
  return words.slice(hit.at + hit.phrase.split(' ').length).every((word) => trailing.test(word));
}

interface Found {
  readonly at: number;
  readonly phrase: string;
  readonly entry: LexiconEntry;
  readonly glued?: boolean;
}

function strengthOf(hit: Found): number {
  if (!hit.entry.strong) return weakStrength;
  return hit.glued ? gluedStrength : 1;
}

function phraseHits(words: readonly string[], kind: 'label' | 'identifier', lexicon: FieldLexicon): Found[] {
  const used = new Set<number>();
  const found: Found[] = [];
  const label = kind === 'label' && words.length > shortLabel;
  for (let length = Math.min(maxPhraseWords, words.length); length > 0; length -= 1) {
    for (let first = 0; first + length <= words.length; first += 1) {
      if (!lexicon.starts.has(words[first] ?? '')) continue;
      const phrase = words.slice(first, first + length).join(' ');
      const entry = lexicon.phrases.get(phrase);
      if (!entry || (label && ambiguousWord.test(phrase))) continue;
      const places = Array.from({ length }, (_, offset) => first + offset);
      if (places.some((place) => used.has(place))) continue;
      for (const place of places) used.add(place);
      found.push({ at: first, phrase, entry });
    }
  }
  return found;
}

function unspacedHits(text: string, lexicon: FieldLexicon): Found[] {
  // ASCII alone holds none of these scripts, and most texts are ASCII.
  if (!/[\u0e00-\u0e7f\u3000-\u9fff\uac00-\ud7af]/.test(text)) return [];
  const found: Found[] = [];
  let rest = text.replaceAll(' ', '');
  for (const [phrase, entry] of lexicon.unspaced) {
    const joined = phrase.replaceAll(' ', '');
    const at = rest.indexOf(joined);
    // One character is a word only when it stands alone: 名, 市, 区.
    if (at === -1 || (joined.length === 1 && text.length > 2)) continue;
    rest = rest.replace(joined, '\u0001'.repeat(joined.length));
    found.push({ at, phrase, entry });
  }
  return found;
}

/** Compounds and run-together identifiers: `billingpostcode`, `Rechnungspostleitzahl`. */
function gluedHits(words: readonly string[], kind: 'label' | 'identifier', lexicon: FieldLexicon): Found[] {
  const found: Found[] = [];
  const pieces = kind === 'identifier' ? [words.join('')] : words.filter((word) => word.length > 7);
  for (const piece of pieces) {
    let at = 0;
    while (at + 3 <= piece.length) {
      const hit = lexicon.glued
        .get(piece.slice(at, at + 3))
        ?.find(([joined]) => piece.startsWith(joined, at));
      if (hit) found.push({ at, phrase: hit[0], entry: hit[1], glued: true });
      at += hit ? hit[0].length : 1;
    }
  }
  return found;
}
