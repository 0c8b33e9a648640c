import { type SelectorToken, selectorTokens, type TokenKind } from '../../core/selectors/selectorTokens.ts';

/** A place in the text that something is said about. */
export interface TextMark {
  readonly start: number;
  readonly end: number;
  readonly isSerious: boolean;
}

/** More pieces than anybody wrote by hand are shown without colours: each keystroke draws them all. */
const mostPieces = 600;

/**
 * The same text as in the field above it, coloured and with the doubtful places underlined. For the eye only: the
 * field itself is what is read, selected and written in.
 */
export function SelectorHighlight({
  text,
  marks,
}: {
  readonly text: string;
  readonly marks: readonly TextMark[];
}) {
  return (
    <pre class="selector-paint mono" aria-hidden="true">
      {pieces(text, marks).map(({ start, end, kind, mark }) => (
        <span key={start} class={`tok tok-${kind}${mark === '' ? '' : ` tok-${mark}`}`}>
          {text.slice(start, end)}
        </span>
      ))}
      {'\u200b'}
    </pre>
  );
}

interface Piece {
  readonly start: number;
  readonly end: number;
  readonly kind: TokenKind | 'plain';
  readonly mark: '' | 'bad' | 'note';
}

function pieces(text: string, marks: readonly TextMark[]): Piece[] {
  const tokens = lineTokens(text);
  const read = tokens.length > mostPieces ? [] : tokens;
  const cuts = new Set([0, text.length]);
  for (const { start, end } of [...read, ...marks]) cuts.add(start).add(Math.min(end, text.length));
  const ordered = [...cuts].filter((cut) => cut <= text.length).sort((a, b) => a - b);
  let token = 0;
  return ordered.slice(0, -1).map((start, index): Piece => {
    while (read[token] && (read[token]?.end ?? 0) <= start) token += 1;
    const at = read[token];
    const over = marks.filter((mark) => mark.start <= start && start < mark.end);
    const bad = over.some(({ isSerious }) => isSerious);
    return {
      start,
      end: ordered[index + 1] ?? text.length,
      kind: at && at.start <= start ? at.kind : 'plain',
      mark: bad ? 'bad' : over.length > 0 ? 'note' : '',
    };
  });
}

/** Each line is a selector of its own where there are several. */
function lineTokens(text: string): SelectorToken[] {
  let offset = 0;
  return text.split('\n').flatMap((line) => {
    const from = offset;
    offset += line.length + 1;
    return selectorTokens(line).tokens.map(({ kind, start, end }) => ({
      kind,
      start: start + from,
      end: end + from,
    }));
  });
}
