import { longestReadSelector } from '../matching/requiredTokens.ts';
import { type NameKind, nameKind } from './nameKind.ts';
import type { PageName } from './pageName.ts';
import type { RecorderAnswer } from './recorderTakes.ts';
import { type SelectorToken, selectorTokens } from './selectorTokens.ts';

/** What may be written at the caret. */
export interface Completion {
  /** Replaces the text from `from` to `to`. */
  readonly insert: string;
  readonly label: string;
  readonly kind: PageName['kind'] | 'pseudo';
  /** Elements of the page that have it; absent where that is not counted. */
  readonly count?: number;
  /** Why it comes late: message key `completion.mark.<mark>`. */
  readonly mark?: Exclude<NameKind, 'stable' | 'recorder'> | 'undocumented';
  /** Characters before the end of `insert` at which writing goes on. */
  readonly caretBack?: number;
}

export interface Completions {
  readonly from: number;
  readonly to: number;
  readonly items: readonly Completion[];
  /** What is written already is one of them, whole: nothing is chosen beforehand. */
  readonly isWhole: boolean;
}

export interface CompletionRequest {
  readonly text: string;
  /** Offset of the caret. */
  readonly caret: number;
  readonly names: readonly PageName[];
  /** Whether the recorder takes pseudo-classes. */
  readonly pseudoClasses: RecorderAnswer;
}

/** As many as anybody looks through. */
const mostShown = 20;

/** Those that say something about an element for good; what comes and goes while a page is used is no rule's subject. */
const pseudoClasses = [
  'not()',
  'is()',
  'has()',
  'where()',
  'first-child',
  'last-child',
  'nth-child()',
  'first-of-type',
  'last-of-type',
  'nth-of-type()',
  'only-child',
  'empty',
] as const;

const nothing: Completions = { from: 0, to: 0, items: [], isWhole: false };

/**
 * What the page's own names offer at the caret. Names that somebody chose come first, those that say how things look
 * or how they are at the moment later, generated ones last and marked. A name that would need escaping is not offered.
 */
export function completeSelector(request: CompletionRequest): Completions {
  const { text, caret } = request;
  if (text.length > longestReadSelector) return nothing;
  const { tokens } = selectorTokens(text);
  const index = tokens.findIndex(({ start, end }) => start < caret && caret <= end);
  const token = tokens[index];
  if (!token) return ranked(request, { from: caret, to: caret, typed: '' }, everything(request));
  const char = text.charAt(token.start);
  const inside = { from: token.start, to: token.end, typed: text.slice(token.start, caret) };
  const named = { ...inside, from: token.start + 1, typed: inside.typed.slice(1) };
  if (token.kind === 'class' || token.kind === 'id')
    return ranked(request, named, ofKind(request, token.kind));
  if (token.kind === 'tag') return ranked(request, inside, ofKind(request, 'tag'));
  if (token.kind === 'pseudo')
    return text.charAt(token.start + 1) === ':' ? nothing : ranked(request, named, pseudos(request));
  if (token.kind === 'attribute') return ranked(request, inside, ofKind(request, 'attribute'));
  const after = { from: caret, to: caret, typed: '' };
  if (char === '[') return ranked(request, after, ofKind(request, 'attribute'));
  if (token.kind === 'value' || char === '=') return valuesAt(request, tokens, index);
  const isBetween = token.kind === 'combinator' || token.kind === 'comma' || char === '(';
  return isBetween ? ranked(request, after, everything(request)) : nothing;
}

interface Written {
  readonly from: number;
  readonly to: number;
  readonly typed: string;
}

/** `[name=` or inside the value: the values that the page has for that attribute. */
function valuesAt(request: CompletionRequest, tokens: readonly SelectorToken[], index: number): Completions {
  const { text, caret } = request;
  const before = tokens.slice(0, index + 1).findLast(({ kind }) => kind === 'attribute');
  const token = tokens[index];
  if (!before || !token) return nothing;
  const attribute = text.slice(before.start, before.end).toLowerCase();
  const isValue = token.kind === 'value';
  const from = isValue ? token.start : caret;
  const to = isValue ? token.end : caret;
  const closes = text.charAt(to) === ']' ? '' : ']';
  const found = ofKind(request, 'value').filter(({ of }) => of === attribute);
  const items = found.map((name) => ({ ...name, insert: `"${name.label}"${closes}` }));
  const typed = text.slice(from, caret).replace(/["']/g, '');
  return ranked(request, { from, to, typed }, items);
}

/** `rank`: which kind goes first where nothing is typed. */
type Offer = Completion & { readonly of?: string; readonly rank?: number };

const plain = /^-?[A-Za-z_][\w-]*$/;
const plainValue = /^[\w-]+(?: [\w-]+){0,8}$/;

function ofKind({ names }: CompletionRequest, kind: PageName['kind']): Offer[] {
  return names
    .filter((name) => name.kind === kind && (kind === 'value' ? plainValue : plain).test(name.name))
    .map(({ name, count, of }) => {
      const mark = kind === 'class' ? markOf(name) : undefined;
      return {
        insert: name,
        label: name,
        kind,
        count,
        ...(of === undefined ? undefined : { of }),
        ...(mark === undefined ? undefined : { mark }),
      };
    });
}

function markOf(name: string): Completion['mark'] {
  const kind = nameKind(name);
  return kind === 'stable' || kind === 'recorder' ? undefined : kind;
}

function pseudos({ pseudoClasses: answer }: CompletionRequest): Offer[] {
  if (answer === 'refuses') return [];
  return pseudoClasses.map((name) => ({
    insert: name,
    label: `:${name}`,
    kind: 'pseudo',
    ...(answer === 'undocumented' ? { mark: 'undocumented' as const } : undefined),
    ...(name.endsWith(')') ? { caretBack: 1 } : undefined),
  }));
}

/** Where nothing is written yet: whole pieces, as they would be written. */
function everything(request: CompletionRequest): Offer[] {
  const written = (kind: PageName['kind'], rank: number, write: (name: Offer) => string) =>
    ofKind(request, kind).map((offer) => ({
      ...offer,
      // A test id names one thing; a type or a role is said of many.
      rank: offer.of?.startsWith('data-') ? 0 : rank,
      insert: write(offer),
      label: write(offer),
    }));
  return [
    ...written('value', 1, ({ of, label }) => `[${of}="${label}"]`),
    ...written('id', 2, ({ label }) => `#${label}`),
    ...written('class', 3, ({ label }) => `.${label}`),
    ...written('tag', 4, ({ label }) => label),
  ];
}

const lateness: Readonly<Record<NonNullable<Completion['mark']>, number>> = {
  undocumented: 0,
  state: 1,
  utility: 2,
  generated: 9,
};

function ranked({ text }: CompletionRequest, written: Written, offers: readonly Offer[]): Completions {
  const { from, to } = written;
  const typed = written.typed.toLowerCase();
  const whole = text.slice(from, to);
  const fitting = offers.flatMap((offer) => {
    const fit = fitOf(offer.insert.toLowerCase(), typed);
    return fit === undefined ? [] : [{ offer, order: [offer.mark ? lateness[offer.mark] : 0, fit] as const }];
  });
  fitting.sort(
    (a, b) =>
      Number(a.order[0] === lateness.generated) - Number(b.order[0] === lateness.generated) ||
      a.order[1] - b.order[1] ||
      a.order[0] - b.order[0] ||
      (a.offer.rank ?? 0) - (b.offer.rank ?? 0) ||
      (b.offer.count ?? 0) - (a.offer.count ?? 0) ||
      a.offer.label.length - b.offer.label.length,
  );
  const items = fitting
    .slice(0, mostShown)
    .map(({ offer: { of: _attribute, rank: _rank, ...item } }) => item);
  return { from, to, items, isWhole: whole !== '' && items.some(({ insert }) => insert === whole) };
}

/** Begins with it, has a word that begins with it, has it somewhere; undefined when it has it not. */
function fitOf(name: string, typed: string): number | undefined {
  if (typed === '' || name.replace(/^"/, '').startsWith(typed)) return 0;
  const at = name.indexOf(typed);
  if (at < 0) return undefined;
  return /[-_]/.test(name.charAt(at - 1)) ? 1 : 2;
}
