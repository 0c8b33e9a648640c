// Small made-up pages whose every text and value is a token that can be found again in what a recorder sends.
import fc from 'fast-check';

export interface TokenPage {
  readonly html: string;
  readonly tokens: readonly Token[];
}

export interface Token {
  readonly text: string;
  readonly kind: 'text' | 'title' | 'field';
  readonly inShadow: boolean;
}

/** Classes that the made-up rules name; `contact` is one that Clarity masks by itself. */
const ruleClasses = ['a', 'b', 'c', 'contact'];

/** Marks that a page may carry for its own recorder. Those of the other one would be honoured there, and are noted. */
const marksOf: Readonly<Record<string, readonly string[]>> = {
  fullstory: [
    'class="fs-mask"',
    'class="fs-unmask"',
    'class="fs-exclude"',
    'class="fs-mask-without-consent"',
  ],
  rrweb: ['class="rr-mask"', 'class="rr-block"'],
  posthog: ['class="ph-mask"', 'class="ph-no-capture"'],
  sentry: ['class="sentry-mask"', 'data-sentry-block', 'class="rr-mask"'],
  datadog: ['hidden', 'mask', 'mask-user-input', 'mask-unless-allowlisted', 'allow'].flatMap((level) => [
    `data-dd-privacy="${level}"`,
    `class="dd-privacy-${level}"`,
  ]),
  clarity: ['data-clarity-mask', 'data-clarity-unmask'],
  openreplay: ['hidden', 'htmlmasked', 'obscured', 'masked', 'unmask'].map(
    (name) => `data-openreplay-${name}`,
  ),
};

const types =
  'text password email tel url search number range color date month week time hidden checkbox radio file submit button reset image'.split(
    ' ',
  );

/** A token's shape: a word, a word with digits, an address. Recorders that look for patterns see the difference. */
const shapes = [
  (word: string) => word,
  (word: string) => `${word}1`,
  (word: string) => `${word}@mail.example`,
];

type Build = (context: Context) => string;

interface Context {
  readonly add: (kind: Token['kind'], shape: number, inShadow: boolean) => string;
  readonly inShadow: boolean;
  readonly marks: readonly string[];
}

/** Attributes of an element: classes, or a mark; the number picks one of the marks the page's recorder knows. */
const anyAttributes = fc.oneof(
  { weight: 3, arbitrary: fc.subarray(ruleClasses, { maxLength: 2 }) },
  { weight: 1, arbitrary: fc.nat(9) },
);
type Attributes = readonly string[] | number;

function written(attributes: Attributes, { marks }: Context): string {
  if (typeof attributes === 'number') return ` ${marks[attributes % marks.length]}`;
  return attributes.length === 0 ? '' : ` class="${attributes.join(' ')}"`;
}

const anyShape = fc.constantFrom(0, 0, 0, 1, 2);

const anyText: fc.Arbitrary<Build> = anyShape.map(
  (shape) =>
    ({ add, inShadow }) =>
      add('text', shape, inShadow),
);

const anyInput: fc.Arbitrary<Build> = fc
  .tuple(
    anyAttributes,
    fc.constantFrom(...types),
    anyShape,
    fc.constantFrom('', '', ' autocomplete="cc-number"'),
  )
  .map(([attributes, type, shape, autocomplete]) => (context: Context) => {
    const { add, inShadow } = context;
    // No page says how to complete a button.
    const completed = /submit|button|reset|image/.test(type) ? '' : autocomplete;
    return `<input type="${type}"${written(attributes, context)}${completed} value="${add('field', shape, inShadow)}">`;
  });

const anyOther: fc.Arbitrary<Build> = fc
  .tuple(
    anyAttributes,
    fc.constantFrom('textarea', 'select', 'svg', 'output', 'datalist', 'edit', 'noscript'),
    anyShape,
  )
  .map(([chosen, tag, shape]) => (context: Context) => {
    const { add, inShadow } = context;
    const attributes = written(chosen, context);
    const text = (kind: Token['kind'] = 'text') => add(kind, shape, inShadow);
    const option = () => `<option value="${text('field')}">${text()}</option>`;
    switch (tag) {
      case 'textarea':
        return `<textarea${attributes}>${text('field')}</textarea>`;
      case 'select':
        return `<select${attributes}>${option()}${option()}</select>`;
      case 'datalist':
        return `<datalist${attributes}>${option()}</datalist>`;
      case 'svg':
        return `<svg${attributes}><title>${text()}</title><text><tspan>${text()}</tspan></text></svg>`;
      case 'edit':
        return `<div contenteditable${attributes}>${text()}</div>`;
      default:
        return `<${tag}${attributes}>${text()}</${tag}>`;
    }
  });

const { tree } = fc.letrec<{ tree: Build; box: Build; shadow: Build; frame: Build }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    anyText,
    anyInput,
    anyOther,
    tie('box'),
    tie('box'),
    tie('shadow'),
    tie('frame'),
  ),
  box: fc
    .tuple(
      anyAttributes,
      fc.constantFrom('div', 'p', 'section', 'label', 'form'),
      fc.array(tie('tree'), { maxLength: 4 }),
    )
    .map(([attributes, tag, children]) => (context: Context) => {
      return `<${tag}${written(attributes, context)}>${children.map((child) => child(context)).join('')}</${tag}>`;
    }),
  shadow: fc
    .tuple(anyAttributes, fc.array(tie('tree'), { maxLength: 3 }), fc.boolean(), anyText)
    .map(([attributes, children, hasLight, light]) => (context: Context) => {
      const inside = children.map((child) => child({ ...context, inShadow: true })).join('');
      const template = `<template shadowrootmode="open">${inside}</template>`;
      return `<div${written(attributes, context)}>${template}${hasLight ? light(context) : ''}</div>`;
    }),
  frame: fc
    .tuple(anyAttributes, fc.array(tie('box'), { maxLength: 2 }))
    .map(([attributes, children]) => (context: Context) => {
      const inside = children.map((child) => child(context)).join('');
      return `<iframe${written(attributes, context)} srcdoc="${inside.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"></iframe>`;
    }),
}));

/**
 * A page of a few nested elements with fields, drop-downs, drawings, shadow roots and frames.
 *
 * @param recorder whose marks it may carry
 */
export function anyTokenPage(recorder: string): fc.Arbitrary<TokenPage> {
  const marks = marksOf[recorder];
  if (!marks) throw new Error(`no marks are known of "${recorder}"`);
  return fc.array(tree, { minLength: 1, maxLength: 6 }).map((parts) => pageOf(parts, marks));
}

function pageOf(parts: readonly Build[], marks: readonly string[]): TokenPage {
  const tokens: Token[] = [];
  const context: Context = {
    inShadow: false,
    marks,
    add(kind, shape, inShadow) {
      const text = (shapes[shape] ?? shapes[0])?.(wordAt(tokens.length)) ?? '';
      tokens.push({ text, kind, inShadow });
      return text;
    },
  };
  const title = context.add('title', 0, false);
  const body = parts.map((part) => part(context)).join('\n');
  return {
    html: `<!doctype html><html><head><title>${title}</title></head><body>${body}</body></html>`,
    tokens,
  };
}

/** Letters only, none the beginning of another. */
function wordAt(index: number): string {
  const letters = [...index.toString(26).padStart(3, '0')].map((digit) =>
    String.fromCharCode(97 + Number.parseInt(digit, 26)),
  );
  return `q${letters.join('')}z`;
}
