import { stableAttributes } from '../selectors/stableAttributes.ts';

/**
 * How the value of an attribute is kept on a saved page. Whatever is not named here is content, and only its being
 * there is kept.
 * - `names`: words of a developer; each is kept unless it may be data of this page
 * - `strict`: anybody's words; each is kept only when it is made of interface words
 * - `content`: never kept
 */
export type AttributeRule = 'names' | 'strict' | 'content';

const names = new Set(
  `class id name for form list headers type role autocomplete lang dir method enctype rel target inputmode enterkeyhint
 scope kind as loading decoding fetchpriority crossorigin referrerpolicy tabindex contenteditable draggable spellcheck
 autocapitalize translate slot part is itemprop property http-equiv wrap step min max size maxlength minlength rows cols
 colspan rowspan span width height shadowrootmode popover popovertarget aria-labelledby aria-describedby aria-controls
 aria-owns aria-hidden aria-expanded aria-pressed aria-checked aria-selected aria-disabled aria-invalid aria-required
 aria-readonly aria-modal aria-live aria-atomic aria-busy aria-haspopup aria-current aria-sort aria-orientation
 aria-autocomplete aria-multiline aria-multiselectable aria-level aria-setsize aria-posinset aria-colindex
 aria-rowindex`.split(/\s+/),
);

/** Recorders' own attributes: what they say decides what is recorded. */
const recorderAttribute =
  /^data-(?:dd|hj|fs|sl|cs|rr|ph|heap|pendo|private|public|clarity|openreplay|sentry|dtrum|dt|recording|mask|unmask|no-capture|amp|lr|ms)(?:-|$)/;

/** Values that are part of HTML or of a standard, and mean no person. */
const knownValues = new Set(
  `application/ld+json application/json application/javascript text/javascript text/css text/html text/plain
 text/template text/x-template text/x-handlebars-template image/svg+xml image/x-icon image/png speculationrules
 importmap module x-ua-compatible content-security-policy content-type refresh og:title og:type og:url og:image
 og:description og:site_name og:locale article:author article:published_time profile:first_name profile:last_name
 profile:username apple-touch-icon stylesheet preload prefetch preconnect dns-prefetch modulepreload canonical alternate
 manifest icon noopener noreferrer nofollow _blank _self _top _parent get post dialog true false`.split(
    /\s+/,
  ),
);

export function attributeRule(name: string): AttributeRule {
  const plain = name.toLowerCase();
  if (names.has(plain) || stableAttributes.has(plain) || recorderAttribute.test(plain)) return 'names';
  return plain.startsWith('data-') ? 'strict' : 'content';
}

export function isKnownValue(value: string): boolean {
  return knownValues.has(value.toLowerCase());
}

/** Attributes that say what a person chose. Which option or box it is, is data of the page. */
export const stateAttributes: ReadonlySet<string> = new Set(['checked', 'selected']);

const knownNames = new Set(
  `abbr accept accept-charset accesskey action align allow allowfullscreen alt async autofocus autoplay bgcolor border
 cellpadding cellspacing charset cite code color content controls coords cx cy d data datetime default defer disabled
 download face fill fill-rule clip-rule formaction formmethod formnovalidate frameborder hidden high href hreflang
 imagesizes imagesrcset inert integrity ismap itemid itemref itemscope itemtype label language loop low marginheight
 marginwidth media multiple muted nomodule nonce noshade novalidate nowrap onchange onclick onload onsubmit open optimum
 pattern ping placeholder playsinline points poster preload r readonly required reversed rx ry sandbox scheme scrolling
 shape sizes src srcdoc srclang srcset start stroke stroke-width stroke-linecap stroke-linejoin style summary title
 transform usemap valign value version viewbox viewBox preserveAspectRatio x x1 x2 xmlns xlink:href xml:lang
 xmlns:xlink y y1 y2 z checked selected prefix vocab typeof about resource datatype inputmode focusable opacity offset
 aria-label aria-description aria-valuetext aria-valuenow aria-valuemin aria-valuemax aria-roledescription
 aria-placeholder aria-details aria-activedescendant aria-relevant`.split(/\s+/),
);

/** Names that HTML, SVG or a recorder gave: they are kept whatever stands on the page. */
export function isKnownName(name: string): boolean {
  const plain = name.toLowerCase();
  return (
    names.has(plain) ||
    knownNames.has(name) ||
    knownNames.has(plain) ||
    stableAttributes.has(plain) ||
    (recorderAttribute.test(plain) && plain.length <= 40)
  );
}

const knownTags = new Set(
  `a abbr acronym address applet area article aside audio b base bdi bdo big blink blockquote body br button canvas
 caption center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed fieldset figcaption
 figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins kbd label
 legend li link main map mark marquee menu meta meter nav nobr noframes noscript object ol optgroup option output p param
 picture plaintext pre progress q rp rt ruby s samp script search section select slot small source span strike strong
 style sub summary sup table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr svg g
 path circle rect line polygon polyline ellipse defs use symbol text tspan textpath stop clippath mask filter pattern
 marker image foreignobject desc metadata animate animatetransform animatemotion lineargradient radialgradient switch
 view set mpath feblend fecolormatrix fecomponenttransfer fecomposite fedropshadow feflood fegaussianblur femerge
 femergenode feoffset fefunca fefuncr fefuncg fefuncb femorphology feturbulence fedisplacementmap math mi mn mo mrow ms
 mtext msup msub mfrac msqrt mover munder mtable mtr mtd semantics annotation`.split(/\s+/),
);

export function isKnownTag(tag: string): boolean {
  return knownTags.has(tag.toLowerCase());
}
