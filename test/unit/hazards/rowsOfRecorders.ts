// Longer than other files: one row for each page structure that recorders are known to leak, or not to.

/** One structure of a page, and what becomes of the word "secret" in it. */
export interface HazardRow {
  readonly what: string;
  readonly profile: string;
  readonly options?: unknown;
  readonly html: string;
  /** Whether the word leaves as it is. */
  readonly sent: boolean;
  /** Ids that must be reported of this page; the others may be. */
  readonly hazards?: readonly string[];
  /** Ids that must not be. */
  readonly not?: readonly string[];
}

const star = { maskTextSelector: '*' };
const posthogStar = { session_recording: star };
const mask = { defaultPrivacyLevel: 'mask' };
const shadow = (inner: string) => `<x-a><template shadowrootmode="open">${inner}</template></x-a>`;
const frame = `<iframe srcdoc="<p>secret</p>"></iframe>`;

/** Known from the recorders' issue trackers. */
const reported: readonly HazardRow[] = [
  {
    what: 'a hidden field although all inputs are masked',
    profile: 'rrweb',
    options: { maskAllInputs: true },
    html: '<input type="hidden" value="secret"><input>',
    sent: true,
    hazards: ['hidden-fields'],
  },
  ...(['posthog', 'sentry', 'datadog', 'openreplay', 'fullstory'] as const).map(
    (profile): HazardRow => ({
      what: 'a hidden field',
      profile,
      html: '<input type="hidden" value="secret"><input>',
      sent: false,
      not: ['hidden-fields'],
    }),
  ),
  ...(['rrweb', 'posthog'] as const).flatMap((profile): HazardRow[] => [
    {
      what: 'a placeholder in a masked box',
      profile,
      html: `<div class="rr-mask ph-mask"><input placeholder="secret"></div>`,
      sent: true,
      hazards: ['describing-attributes'],
    },
    {
      what: 'a title and an alternative text that repeat a masked cell',
      profile,
      html: `<table><td class="rr-mask ph-mask" title="secret">x<img alt="secret"></table>`,
      sent: true,
      hazards: ['describing-attributes'],
    },
    {
      what: 'a picture in a masked box',
      profile,
      html: `<p class="rr-mask ph-mask">x<img src="data:image/png,secret"></p>`,
      sent: true,
      hazards: ['media-sent'],
    },
    {
      what: 'the options of a masked list',
      profile,
      options: { maskAllInputs: true },
      html: '<select><option>secret</option></select>',
      sent: true,
      hazards: ['option-text'],
    },
    {
      what: 'a frame whose markup is an attribute, under a mask',
      profile,
      html: `<div class="rr-mask ph-mask">x${frame}</div>`,
      sent: true,
      hazards: ['frame-sources'],
    },
    {
      what: 'an editor although fields are masked',
      profile,
      options: { maskAllInputs: true },
      html: '<input><div contenteditable>secret</div>',
      sent: true,
      hazards: ['editable-text'],
    },
  ]),
  {
    what: 'an editor that is masked as text',
    profile: 'posthog',
    html: '<input><div contenteditable class="ph-mask">secret</div>',
    sent: false,
    not: ['editable-text'],
  },
  {
    what: 'an editor in Balanced',
    profile: 'clarity',
    html: '<input value="x y"><div contenteditable>secret</div>',
    sent: true,
    hazards: ['editable-text'],
  },
  {
    what: 'an editor under Form Privacy',
    profile: 'fullstory',
    html: '<input value="x"><div contenteditable>secret</div>',
    sent: false,
    not: ['editable-text'],
  },
  {
    what: 'a mask on a field',
    profile: 'rrweb',
    html: '<input class="rr-mask" value="secret">',
    sent: true,
    hazards: ['mask-misses-fields'],
  },
  {
    what: 'a field in a masked box',
    profile: 'rrweb',
    html: '<div class="rr-mask"><input value="secret"></div>',
    sent: true,
    hazards: ['mask-misses-fields'],
  },
  {
    what: 'a masked area and list of choices',
    profile: 'posthog',
    options: { session_recording: { maskAllInputs: false } },
    html: '<textarea class="ph-mask">secret</textarea>',
    sent: true,
    hazards: ['mask-misses-fields'],
  },
  {
    what: 'a mask on a field that is masked by its type',
    profile: 'posthog',
    html: '<input class="ph-mask" value="secret">',
    sent: false,
    not: ['mask-misses-fields'],
  },
  ...(
    [
      ['rrweb', {}],
      ['posthog', { session_recording: { maskAllInputs: false } }],
      ['sentry', { maskAllInputs: false }],
      ['datadog', { defaultPrivacyLevel: 'allow' }],
    ] as const
  ).map(
    ([profile, options]): HazardRow => ({
      what: 'a password that was shown before the recording started',
      profile,
      options,
      html: '<input type="text" name="password" value="secret">',
      sent: true,
      hazards: ['password-shown'],
    }),
  ),
  ...(['sentry', 'datadog'] as const).map(
    (profile): HazardRow => ({
      what: 'a password that was shown, and says what it is',
      profile,
      options: { maskAllInputs: false, defaultPrivacyLevel: 'allow' },
      html: '<input type="text" name="password" autocomplete="current-password" value="secret">',
      sent: false,
      not: ['password-shown'],
    }),
  ),
  {
    what: 'a list and a frame where nothing is masked',
    profile: 'rrweb',
    html: `<select><option>secret</option></select>${frame}`,
    sent: true,
    not: ['option-text', 'frames-left-out', 'telemetry-addresses', 'frame-sources'],
  },
  {
    what: 'a password that is not shown',
    profile: 'rrweb',
    html: '<input type="password" name="password" autocomplete="current-password" value="secret">',
    sent: false,
    not: ['password-shown'],
  },
  {
    what: 'a password under an unmask rule',
    profile: 'sentry',
    options: { unmask: ['.shown'] },
    html: '<div class="shown"><input type="password" value="secret"></div>',
    sent: true,
    hazards: ['unmask-reveals-secret'],
  },
  {
    what: 'a card field without autocomplete under an unmask rule',
    profile: 'sentry',
    options: { unmask: ['.shown'] },
    html: '<label class="shown">Card number <input name="card_number" value="secret"></label>',
    sent: true,
    hazards: ['unmask-reveals-secret'],
  },
  {
    what: 'a card field with autocomplete under an unmask rule',
    profile: 'sentry',
    options: { unmask: ['.shown'] },
    html: '<div class="shown"><input autocomplete="cc-number" value="secret"></div>',
    sent: false,
    not: ['unmask-reveals-secret'],
  },
  {
    what: 'a password under an unmask mark',
    profile: 'fullstory',
    html: '<div class="fs-unmask"><input type="password" value="secret"></div>',
    sent: false,
    not: ['unmask-reveals-secret'],
  },
  {
    what: 'a frame in a blocked area',
    profile: 'sentry',
    html: `<div class="sentry-block">${frame}</div>`,
    sent: false,
    not: ['frame-sources', 'roots-begin-anew'],
  },
  { what: 'the source of a frame', profile: 'sentry', html: frame, sent: false, not: ['frame-sources'] },
  {
    what: 'the source of a frame under mask',
    profile: 'datadog',
    options: mask,
    html: frame,
    sent: false,
    hazards: ['frames-left-out'],
    not: ['frame-sources'],
  },
  {
    what: 'the source of a masked frame',
    profile: 'clarity',
    html: `<div data-clarity-mask="true">${frame}</div>`,
    sent: true,
    hazards: ['frame-sources'],
  },
  {
    what: 'a tool tip when text is not masked',
    profile: 'sentry',
    options: { maskAllText: false },
    html: '<p title="secret">x</p>',
    sent: false,
    not: ['describing-attributes'],
  },
  {
    what: 'labels, names and placeholders under mask',
    profile: 'datadog',
    options: mask,
    html: '<p aria-label="secret">x</p><input name="secret" placeholder="secret">',
    sent: false,
    not: ['describing-attributes'],
  },
  { what: 'plain text under mask-user-input', profile: 'datadog', html: '<p>secret</p>', sent: true },
  {
    what: 'an e-mail address beside an icon',
    profile: 'openreplay',
    html: '<div><i></i> secret@test.com</div>',
    sent: false,
  },
  ...(['rrweb', 'posthog'] as const).map(
    (profile): HazardRow => ({
      what: 'a negation spares nothing',
      profile,
      options:
        profile === 'rrweb'
          ? { maskTextSelector: ':not(.safe)' }
          : { session_recording: { maskTextSelector: ':not(.safe)' } },
      html: '<div><p class="safe">secret</p></div>',
      sent: false,
      hazards: ['negated-mask'],
    }),
  ),
  {
    what: 'a negation spares nothing',
    profile: 'sentry',
    options: { maskAllText: false, mask: [':not(.safe)'] },
    html: '<div><p class="safe">secret</p></div>',
    sent: false,
    hazards: ['negated-mask'],
  },
  {
    what: 'a negation spares nothing',
    profile: 'clarity',
    options: { mask: [':not(.safe)'] },
    html: '<div><p class="safe">secret</p></div>',
    sent: false,
    hazards: ['negated-mask'],
  },
  {
    what: 'a negation of something that is named',
    profile: 'rrweb',
    options: { maskTextSelector: 'p:not(.safe)' },
    html: '<div><p>x</p><p class="safe">secret</p></div>',
    sent: true,
    not: ['negated-mask'],
  },
  {
    what: 'a missing comma',
    profile: 'posthog',
    options: { session_recording: { maskTextSelector: '.password #sensitive' } },
    html: '<p class="password">secret</p>',
    sent: true,
    hazards: ['page-options-win'],
  },
  { what: 'no options', profile: 'posthog', html: '<p>secret</p>', sent: true, not: ['page-options-win'] },
  {
    what: 'an empty block selector',
    profile: 'rrweb',
    options: { blockSelector: '' },
    html: '<p>secret</p>',
    sent: true,
    not: ['broken-list'],
  },
];

/** Found by running the recorders. */
const measured: readonly HazardRow[] = [
  ...(
    [
      ['rrweb', { maskTextSelector: '.name, [' }],
      ['posthog', { session_recording: { maskTextSelector: '.name, [' } }],
      ['sentry', { maskAllText: false, mask: ['.name', '['] }],
      ['clarity', { mask: ['[', '.name'] }],
    ] as const
  ).map(
    ([profile, options]): HazardRow => ({
      what: 'one bad selector in the list',
      profile,
      options,
      html: '<p class="name">secret</p>',
      sent: true,
      hazards: ['broken-list'],
      not: ['broken-list-silence'],
    }),
  ),
  {
    what: 'a bad entry behind a good one',
    profile: 'clarity',
    options: { mask: ['.name', '['] },
    html: '<p class="name">secret</p>',
    sent: false,
    hazards: ['broken-list'],
  },
  ...(
    [
      ['rrweb', { blockSelector: '.name, [' }],
      ['posthog', { session_recording: { blockSelector: '.name, [' } }],
      ['sentry', { maskAllText: false, block: ['.name'], unblock: ['['] }],
    ] as const
  ).map(
    ([profile, options]): HazardRow => ({
      what: 'a broken list that is asked at every change',
      profile,
      options,
      html: '<p class="name">secret</p>',
      sent: true,
      hazards: ['broken-list', 'broken-list-silence'],
    }),
  ),
  ...(['submit', 'button', 'reset'] as const).map(
    (type): HazardRow => ({
      what: `the label of a button of type ${type}`,
      profile: 'datadog',
      options: mask,
      html: `<input type="${type}" value="secret">`,
      sent: true,
      hazards: ['button-labels'],
    }),
  ),
  {
    what: 'the label of a button where nothing is masked',
    profile: 'datadog',
    html: '<input type="submit" value="secret">',
    sent: true,
    not: ['button-labels'],
  },
  {
    what: 'a link in a drawing',
    profile: 'datadog',
    options: mask,
    html: '<svg><a href="/secret"></a></svg>',
    sent: true,
    hazards: ['drawing-links'],
  },
  {
    what: 'a link',
    profile: 'datadog',
    options: mask,
    html: '<a href="/secret?for=12345">x</a>',
    sent: false,
    not: ['drawing-links', 'link-addresses'],
  },
  ...(
    [
      '<video poster="/secret.png"></video>',
      '<video src="/secret.mp4"></video>',
      '<object data="/secret.bin"></object>',
      '<p style="background:url(/secret.png)">x</p>',
    ] as const
  ).map(
    (html): HazardRow => ({
      what: html,
      profile: 'datadog',
      options: mask,
      html,
      sent: true,
      hazards: ['media-sent'],
    }),
  ),
  {
    what: 'a gradient',
    profile: 'datadog',
    options: mask,
    html: '<p style="background:url(data:image/png;base64,aaaa)">secret</p>',
    sent: false,
    not: ['media-sent'],
  },
  {
    what: 'a box that is ticked in the markup',
    profile: 'sentry',
    html: '<input type="checkbox" value="secret" checked>',
    sent: false,
    hazards: ['choices-sent'],
  },
  {
    what: 'an image under mask',
    profile: 'datadog',
    options: mask,
    html: '<img src="/secret.png">',
    sent: false,
    not: ['media-sent'],
  },
  {
    what: 'where a form is sent',
    profile: 'datadog',
    options: mask,
    html: '<form action="/secret?for=robin"></form>',
    sent: true,
    hazards: ['link-addresses'],
  },
  ...(
    [
      '<p aria-description="secret">x</p>',
      '<p aria-valuetext="secret">x</p>',
      '<select><option label="secret">x</option></select>',
      '<a download="secret">x</a>',
    ] as const
  ).map(
    (html): HazardRow => ({
      what: html,
      profile: 'datadog',
      options: mask,
      html,
      sent: true,
      hazards: ['describing-attributes'],
    }),
  ),
  { what: 'an id', profile: 'datadog', options: mask, html: '<p id="secret">x</p>', sent: true },
  {
    what: 'a type in capitals',
    profile: 'sentry',
    html: '<input type="SUBMIT" value="secret">',
    sent: true,
    hazards: ['type-in-capitals'],
    not: ['button-labels'],
  },
  {
    what: 'a type as it is usually written',
    profile: 'sentry',
    html: '<input type="submit" value="secret">',
    sent: false,
    not: ['type-in-capitals', 'button-labels'],
  },
  {
    what: 'the label of a reset button',
    profile: 'sentry',
    html: '<input type="reset" value="secret">',
    sent: true,
    hazards: ['button-labels'],
    not: ['type-in-capitals'],
  },
  { what: 'the value of a button', profile: 'sentry', html: '<button value="secret">x</button>', sent: true },
  {
    what: 'data attributes under a mask of everything',
    profile: 'sentry',
    html: '<p data-customer="secret name">x</p><p data-open="true">x</p>',
    sent: true,
    hazards: ['data-attributes'],
  },
  {
    what: 'data attributes that are switches, under a mask of everything',
    profile: 'sentry',
    html: '<p data-open="true" data-testid="customer 12345">secret</p>',
    sent: false,
    not: ['data-attributes'],
  },
  {
    what: 'where links lead',
    profile: 'sentry',
    html: '<a href="/orders?for=secret">x</a>',
    sent: true,
    hazards: ['link-addresses'],
  },
  {
    what: 'a plain link',
    profile: 'sentry',
    html: '<a href="/secret">x</a>',
    sent: true,
    not: ['link-addresses'],
  },
  {
    what: 'labels of options',
    profile: 'sentry',
    html: '<select><option label="secret">x</option></select>',
    sent: true,
    hazards: ['describing-attributes'],
  },
  {
    what: 'an unmask rule on a box, and the tool tips in it',
    profile: 'sentry',
    options: { unmask: ['.shown'] },
    html: '<div class="shown"><p title="secret">x</p></div>',
    sent: false,
    hazards: ['unmask-stops-at-attributes'],
  },
  {
    what: 'an unmask rule on the very element',
    profile: 'sentry',
    options: { unmask: ['.shown'] },
    html: '<p class="shown" title="secret">x</p>',
    sent: true,
    not: ['unmask-stops-at-attributes'],
  },
  {
    what: 'mask and unmask on one element',
    profile: 'sentry',
    options: { unmask: ['.shown'] },
    html: '<p class="sentry-mask shown">secret</p>',
    sent: false,
    hazards: ['unmask-beaten'],
  },
  {
    what: 'text directly in a shadow root',
    profile: 'sentry',
    html: shadow('secret'),
    sent: true,
    hazards: ['bare-shadow-text'],
  },
  {
    what: 'an element in a shadow root',
    profile: 'sentry',
    html: shadow('<p>secret</p>'),
    sent: false,
    not: ['bare-shadow-text', 'roots-begin-anew'],
  },
  {
    what: 'masked content in a box that can be clicked',
    profile: 'clarity',
    html: '<div>Mr <b data-clarity-mask="true">secret</b></div>',
    sent: false,
    hazards: ['click-text'],
  },
  {
    what: 'masked content behind more text than a click tells',
    profile: 'clarity',
    html: '<div>More than twenty-five characters <b data-clarity-mask="true">secret</b></div>',
    sent: false,
    not: ['click-text'],
  },
  {
    what: 'a box that is masked as a whole',
    profile: 'clarity',
    options: { content: false },
    html: '<div>Mr <b data-clarity-mask="true">secret</b></div>',
    sent: false,
    not: ['click-text'],
  },
  {
    what: 'amounts in Balanced',
    profile: 'clarity',
    html: '<p>No. 12</p><p>pay €1,234 secret</p>',
    sent: true,
    hazards: ['currency-amounts'],
  },
  {
    what: 'numbers in Balanced',
    profile: 'clarity',
    html: '<p>secret1234</p>',
    sent: false,
    not: ['currency-amounts'],
  },
  ...(
    [
      '<title>secret</title>',
      '<meta property="og:title" content="secret">',
      '<script type="application/ld+json">{"@type":"Product","name":"secret"}</script>',
    ] as const
  ).map(
    (html): HazardRow => ({
      what: html,
      profile: 'clarity',
      options: { content: false },
      html,
      sent: true,
      hazards: ['title-under-mask'],
    }),
  ),
  {
    what: 'a title in Balanced',
    profile: 'clarity',
    html: '<title>secret</title>',
    sent: true,
    not: ['title-under-mask'],
  },
  {
    what: 'the description under a mask of everything',
    profile: 'rrweb',
    options: star,
    html: '<title>x</title><meta name="description" content="secret">',
    sent: true,
    hazards: ['title-under-mask'],
  },
  {
    what: 'the view port under a mask of everything',
    profile: 'rrweb',
    options: star,
    html: '<title>secret</title><meta name="viewport" content="width=device-width">',
    sent: false,
    not: ['title-under-mask'],
  },
  ...(['hidden', 'obscured'] as const).map(
    (mark): HazardRow => ({
      what: `a shadow root in what is marked ${mark}`,
      profile: 'openreplay',
      html: `<div data-openreplay-${mark}>${shadow('<p>secret</p>')}</div>`,
      sent: true,
      hazards: ['roots-begin-anew'],
    }),
  ),
  {
    what: 'a masked host with nothing but a root',
    profile: 'rrweb',
    html: '<x-a class="rr-mask"><template shadowrootmode="open"><p>secret</p></template></x-a>',
    sent: true,
    hazards: ['roots-begin-anew'],
  },
  ...(['rrweb', 'posthog'] as const).map(
    (profile): HazardRow => ({
      what: 'a shadow root in a masked box: what changes in it',
      profile,
      html: `<div class="rr-mask ph-mask">x${shadow('<p>secret</p>')}</div>`,
      sent: false,
      hazards: ['shadow-changes'],
      not: ['roots-begin-anew'],
    }),
  ),
  {
    what: 'a mask inside of the root',
    profile: 'rrweb',
    html: shadow('<p class="rr-mask">secret</p>'),
    sent: false,
    not: ['shadow-changes', 'roots-begin-anew'],
  },
  ...(['rrweb', 'posthog', 'clarity', 'openreplay', 'datadog'] as const).map(
    (profile): HazardRow => ({
      what: 'a mask around a slot',
      profile,
      html: '<x-a><template shadowrootmode="open"><div class="rr-mask ph-mask" data-clarity-mask="true" data-openreplay-obscured data-dd-privacy="mask"><slot></slot></div></template>secret</x-a>',
      sent: true,
      hazards: ['slotted-text'],
    }),
  ),
  {
    what: 'a mask around a slot, and around the host',
    profile: 'rrweb',
    html: '<div class="rr-mask">x<x-a><template shadowrootmode="open"><slot></slot></template>secret</x-a></div>',
    sent: false,
    not: ['slotted-text'],
  },
  {
    what: 'a frame in an obscured box',
    profile: 'openreplay',
    html: `<div data-openreplay-obscured>${frame}</div>`,
    sent: true,
    hazards: ['roots-begin-anew', 'frame-sources'],
  },
  {
    what: 'a frame in a masked box',
    profile: 'sentry',
    options: { maskAllText: false },
    html: '<div class="sentry-mask"><iframe src="/x" srcdoc="<p>secret</p>"></iframe></div>',
    sent: true,
    hazards: ['roots-begin-anew'],
  },
  ...(['id', 'title', 'data-customer'] as const).map(
    (name): HazardRow => ({
      what: `${name} of a hidden element`,
      profile: 'openreplay',
      html: `<p data-openreplay-hidden ${name}="secret">x</p>`,
      sent: true,
      hazards: ['hidden-keeps-attributes'],
    }),
  ),
  ...(['rrweb', 'posthog', 'sentry'] as const).map(
    (profile): HazardRow => ({
      what: 'the class of a blocked element, which is not content',
      profile,
      html: '<p class="rr-block ph-no-capture secret" title="hidden">x</p>',
      sent: true,
      not: ['hidden-keeps-attributes'],
    }),
  ),
  ...(
    [
      ['rrweb', star],
      ['posthog', posthogStar],
    ] as const
  ).flatMap(([profile, options]): HazardRow[] => [
    {
      what: 'a comment under a mask of everything',
      profile,
      options,
      html: '<p><!-- secret -->x</p>',
      sent: true,
      hazards: ['comments-sent'],
    },
    {
      what: 'the marker of a framework',
      profile,
      options,
      html: '<p><!--$--><!---->secret</p>',
      sent: false,
      not: ['comments-sent'],
    },
    {
      what: 'noscript under a mask of everything',
      profile,
      options,
      html: '<noscript>secret</noscript>',
      sent: false,
    },
  ]),
  {
    what: 'comments',
    profile: 'sentry',
    html: '<p><!-- secret -->x</p>',
    sent: false,
    not: ['comments-sent'],
  },
  {
    what: 'stars over all attributes, and comments all the same',
    profile: 'posthog',
    options: { session_recording: { ...star, maskAllElementAttributes: true } },
    html: '<p title="word" data-a="word two">x<!-- secret --></p>',
    sent: true,
    hazards: ['comments-sent'],
    not: ['describing-attributes', 'data-attributes'],
  },
  {
    what: 'the whole address beside the recording',
    profile: 'datadog',
    html: '<p>secret</p>',
    sent: true,
    hazards: ['telemetry-addresses'],
  },
  {
    what: 'the address in private mode',
    profile: 'openreplay',
    options: { privateMode: true },
    html: '<p>secret</p>',
    sent: false,
    hazards: ['base-address'],
  },
  {
    what: 'the address',
    profile: 'openreplay',
    html: '<p>secret</p>',
    sent: true,
    not: ['base-address'],
  },
  ...(
    [
      ['<input type="submit" value="secret">', 'button-labels'],
      ['<input type="checkbox" value="secret">', 'choices-sent'],
      ['<p title="secret">x</p>', 'describing-attributes'],
      ['<p aria-label="secret">x</p>', 'describing-attributes'],
      ['<p data-customer="secret name">x</p>', 'data-attributes'],
    ] as const
  ).map(
    ([html, hazard]): HazardRow => ({
      what: `${html} in private mode`,
      profile: 'openreplay',
      options: { privateMode: true },
      html,
      sent: true,
      hazards: [hazard],
    }),
  ),
  ...(
    [
      '<select><option value="secret">x</option></select>',
      '<datalist><option value="secret"></datalist>',
    ] as const
  ).map(
    (html): HazardRow => ({
      what: `${html} in private mode`,
      profile: 'openreplay',
      options: { privateMode: true },
      html,
      sent: true,
    }),
  ),
  {
    what: 'what is deeper than fifty levels',
    profile: 'posthog',
    html: `${'<div>'.repeat(55)}secret`,
    sent: false,
    hazards: ['depth-limit'],
  },
  {
    what: 'what is not so deep',
    profile: 'posthog',
    html: `${'<div>'.repeat(20)}secret`,
    sent: true,
    not: ['depth-limit'],
  },
  {
    what: 'a picture under a mask',
    profile: 'fullstory',
    html: '<p class="fs-mask"><img src="/secret.png"></p>',
    sent: true,
    hazards: ['media-sent'],
  },
  {
    what: 'an excluded picture',
    profile: 'fullstory',
    html: '<p class="fs-exclude"><img src="/secret.png"></p>',
    sent: false,
    not: ['media-sent'],
  },
  {
    what: 'an unmask mark on a field, under Form Privacy',
    profile: 'fullstory',
    html: '<input class="fs-unmask" value="secret">',
    sent: false,
    hazards: ['unmask-beaten'],
  },
  {
    what: 'an unmask mark on a text',
    profile: 'fullstory',
    html: '<div class="fs-mask"><p class="fs-unmask">secret</p></div>',
    sent: true,
    not: ['unmask-beaten'],
  },
  {
    what: 'a masked check box',
    profile: 'rrweb',
    html: '<div class="rr-mask"><input type="checkbox" value="secret" checked></div>',
    sent: true,
    hazards: ['choices-sent'],
    not: ['mask-misses-fields'],
  },
  {
    what: 'check boxes under Form Privacy',
    profile: 'fullstory',
    html: '<input type="checkbox" value="secret" checked>',
    sent: false,
    not: ['choices-sent'],
  },
];

export const rows: readonly HazardRow[] = [...reported, ...measured];
