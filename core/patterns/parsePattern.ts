import { PatternError, type Step } from './patternProgram.ts';

/** Steps of one pattern, after its counted repetitions are written out. */
const maxSteps = 2000;
const maxRepeat = 200;
const maxDepth = 50;

type Unit = (unit: number) => boolean;
/** What a part of the pattern becomes; repetitions ask for it more than once. */
type Part = { readonly emit: (out: Step[]) => void };

export interface ParsedPattern {
  readonly steps: readonly Step[];
  /** It has groups that keep what they match: an engine may mean those alone. */
  readonly hasGroups: boolean;
}

export interface PatternOptions {
  /** The flag `i`, for the letters a to z. */
  readonly ignoreCase?: boolean;
}

/**
 * Reads a regular expression as JavaScript writes it, with no flag but `i`: literals, classes, groups, alternatives,
 * repetitions, `^ $ \b \B`. Looking around, back references and named groups need more than bounded time or are
 * written in different ways, and are refused.
 *
 * @throws PatternError
 */
export function parsePattern(source: string, { ignoreCase = false }: PatternOptions = {}): ParsedPattern {
  checkSyntax(source);
  let at = 0;
  let hasGroups = false;

  const unsupported = (what: string): PatternError =>
    new PatternError('unsupported', what, Math.max(0, Math.min(at, source.length) - 1));
  const folded = (accepts: Unit): Unit =>
    ignoreCase ? (unit) => accepts(unit) || accepts(otherCase(unit)) : accepts;
  const peek = (): string => source[at] ?? '';
  const take = (): string => {
    const unit = peek();
    at += 1;
    return unit;
  };

  function alternatives(depth: number): Part {
    if (depth > maxDepth) throw unsupported('too deep');
    const ways = [sequence(depth)];
    while (peek() === '|') {
      at += 1;
      ways.push(sequence(depth));
    }
    return ways.reduceRight((rest, way) => either(way, rest));
  }

  function sequence(depth: number): Part {
    const parts: Part[] = [];
    while (at < source.length && peek() !== '|' && peek() !== ')') parts.push(repeated(atom(depth)));
    return {
      emit: (out) => {
        for (const part of parts) part.emit(out);
      },
    };
  }

  function atom(depth: number): Part {
    const unit = take();
    if (unit === '(') return group(depth);
    if (unit === '[') return one(charClass());
    if (unit === '.') return one(isNoLineEnd);
    if (unit === '^') return edge((_text, place) => place === 0);
    if (unit === '$') return edge((text, place) => place === text.length);
    if (unit === '\\') return escaped();
    return one(folded(is(unit.charCodeAt(0))));
  }

  function group(depth: number): Part {
    if (peek() === '?') {
      at += 1;
      if (take() !== ':') throw unsupported('(?');
    } else hasGroups = true;
    const inside = alternatives(depth + 1);
    at += 1;
    return inside;
  }

  function escaped(): Part {
    const unit = peek();
    if (unit === 'b' || unit === 'B') {
      at += 1;
      return edge((text, place) => isWordEdge(text, place) === (unit === 'b'));
    }
    if (/[1-9]/.test(unit)) throw unsupported(`\\${unit}`);
    return one(folded(escapedUnit()));
  }

  function escapedUnit(): Unit {
    const unit = take();
    const known = classes[unit];
    if (known) return known;
    const control = controls[unit];
    if (control !== undefined) return is(control);
    if (unit === 'x' || unit === 'u') return is(hex(unit === 'x' ? 2 : 4));
    if (/[A-Za-z0-9]/.test(unit)) throw unsupported(`\\${unit}`);
    return is(unit.charCodeAt(0));
  }

  function hex(digits: number): number {
    const written = source.slice(at, at + digits);
    if (!new RegExp(`^[0-9a-fA-F]{${digits}}$`).test(written)) throw unsupported('\\x');
    at += digits;
    return Number.parseInt(written, 16);
  }

  function charClass(): Unit {
    const isNegative = peek() === '^';
    if (isNegative) at += 1;
    const members: Unit[] = [];
    while (peek() !== ']') {
      const low = classMember();
      if (peek() === '-' && source[at + 1] !== ']') {
        at += 1;
        members.push(range(low, classMember()));
      } else members.push(typeof low === 'number' ? is(low) : low);
    }
    at += 1;
    const isMember = folded((unit) => members.some((accepts) => accepts(unit)));
    return (unit) => isMember(unit) !== isNegative;
  }

  /** One character, by its number, or one of the classes. */
  function classMember(): number | Unit {
    const unit = take();
    if (unit !== '\\') return unit.charCodeAt(0);
    if (peek() === 'b') {
      at += 1;
      return 8;
    }
    const accepts = escapedUnit();
    return numbers.get(accepts) ?? accepts;
  }

  function range(low: number | Unit, high: number | Unit): Unit {
    if (typeof low !== 'number' || typeof high !== 'number')
      throw unsupported('a class as the end of a range');
    return (unit) => unit >= low && unit <= high;
  }

  function repeated(part: Part): Part {
    const bounds = repetition();
    if (!bounds) return part;
    const isLazy = peek() === '?';
    if (isLazy) at += 1;
    return { emit: (out) => repeat(out, part, bounds, isLazy) };
  }

  function repetition(): readonly [least: number, most: number] | null {
    const simple = { '*': [0, Infinity], '+': [1, Infinity], '?': [0, 1] } as const;
    const unit = peek();
    if (unit === '*' || unit === '+' || unit === '?') {
      at += 1;
      return simple[unit];
    }
    const counted = /^\{(\d+)(?:(,)(\d*))?\}/.exec(source.slice(at, at + 12));
    if (!counted) return null;
    at += counted[0].length;
    const least = Number(counted[1]);
    const most = counted[2] === undefined ? least : counted[3] === '' ? Infinity : Number(counted[3]);
    if (least > maxRepeat || (most !== Infinity && most > maxRepeat)) throw unsupported(counted[0]);
    return [least, most];
  }

  const whole = alternatives(0);
  const steps: Step[] = [];
  whole.emit(steps);
  steps.push({ op: 'found' });
  return { steps, hasGroups };
}

/** Whether the browser takes it: compiling runs nothing. */
function checkSyntax(source: string): void {
  try {
    new RegExp(source);
  } catch (error) {
    throw new PatternError('invalid', error instanceof Error ? error.message : String(error));
  }
}

function add(out: Step[], step: Step): number {
  if (out.length >= maxSteps) throw new PatternError('unsupported', 'too large');
  return out.push(step) - 1;
}

function one(accepts: Unit): Part {
  return { emit: (out) => void add(out, { op: 'unit', accepts }) };
}

function edge(holds: (text: string, at: number) => boolean): Part {
  return { emit: (out) => void add(out, { op: 'edge', holds }) };
}

function either(first: Part, second: Part): Part {
  return {
    emit: (out) => {
      const fork = add(out, { op: 'found' });
      first.emit(out);
      const skip = add(out, { op: 'found' });
      out[fork] = { op: 'either', first: fork + 1, second: out.length };
      second.emit(out);
      out[skip] = { op: 'jump', to: out.length };
    },
  };
}

function repeat(out: Step[], part: Part, [least, most]: readonly [number, number], isLazy: boolean): void {
  for (let i = 0; i < least; i += 1) part.emit(out);
  const fork = (): number => add(out, { op: 'found' });
  const open = (place: number): void => {
    const [first, second] = isLazy ? [out.length, place + 1] : [place + 1, out.length];
    out[place] = { op: 'either', first, second };
  };
  if (most === Infinity) {
    const place = fork();
    part.emit(out);
    add(out, { op: 'jump', to: place });
    open(place);
    return;
  }
  const forks: number[] = [];
  for (let i = least; i < most; i += 1) {
    forks.push(fork());
    part.emit(out);
  }
  for (const place of forks) open(place);
}

/** Classes made of one character each, so that a range can ask for its number. */
const numbers = new WeakMap<Unit, number>();

function is(wanted: number): Unit {
  const accepts: Unit = (unit) => unit === wanted;
  numbers.set(accepts, wanted);
  return accepts;
}

/** Of a letter from a to z the other one of its two; everything else as it is. */
function otherCase(unit: number): number {
  const lower = unit | 32;
  return lower >= 97 && lower <= 122 ? unit ^ 32 : unit;
}

const isDigit: Unit = (unit) => unit >= 48 && unit <= 57;
const isWord: Unit = (unit) =>
  isDigit(unit) || (unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122) || unit === 95;
const isSpace: Unit = (unit) => /\s/.test(String.fromCharCode(unit));
const isNoLineEnd: Unit = (unit) => unit !== 10 && unit !== 13 && unit !== 0x2028 && unit !== 0x2029;
const not =
  (accepts: Unit): Unit =>
  (unit) =>
    !accepts(unit);

const classes: Readonly<Record<string, Unit>> = {
  d: isDigit,
  D: not(isDigit),
  w: isWord,
  W: not(isWord),
  s: isSpace,
  S: not(isSpace),
};
const controls: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, f: 12, v: 11 };

function isWordEdge(text: string, at: number): boolean {
  const before = at > 0 && isWord(text.charCodeAt(at - 1));
  const after = at < text.length && isWord(text.charCodeAt(at));
  return before !== after;
}
