import type { RecorderId } from '../runTruth.ts';

/** Classes that the fuzzed configurations name. */
const ruled = ['class="msk"', 'class="unm"', 'class="blk"', 'class="msk unm"', 'class="ign"', "CLASS='MSK'"];

/** What each recorder reads of the markup by itself, in odd spellings too. */
const own: Readonly<Record<RecorderId, readonly string[]>> = {
  rrweb: [
    'class="rr-block"',
    'class="rr-mask"',
    'class="rr-ignore"',
    'class="x rr-mask y"',
    'class="RR-MASK"',
  ],
  posthog: [
    'class="ph-no-capture"',
    'class="ph-mask"',
    'class="ph-ignore-input"',
    'class="ph-sensitive"',
    'data-ph-capture-attribute-x="y"',
  ],
  sentry: [
    'class="sentry-mask"',
    'class="sentry-unmask"',
    'class="sentry-block"',
    'class="sentry-unblock"',
    'class="sentry-ignore"',
    'data-sentry-mask',
    'data-sentry-unmask',
    'data-sentry-block',
    'data-sentry-unblock="false"',
    'data-sentry-ignore',
    'class="sentry-mask sentry-unmask"',
    'class="rr-block"',
    'data-sentry-component="Card"',
  ],
  datadog: [
    'data-dd-privacy="hidden"',
    'data-dd-privacy="mask"',
    'data-dd-privacy="allow"',
    'data-dd-privacy="mask-user-input"',
    'data-dd-privacy="mask-unless-allowlisted"',
    'data-dd-privacy="nonsense"',
    'data-dd-privacy="MASK"',
    'class="dd-privacy-mask"',
    'class="dd-privacy-hidden"',
    'class="dd-privacy-allow"',
    'class="dd-privacy-mask-user-input"',
    'class="dd-privacy-mask dd-privacy-allow"',
    'class="dd-privacy-mask-unless-allowlisted"',
    'data-dd-excluded-activity-mutations',
    'data-dd-action-name="acted"',
  ],
  clarity: [
    'data-clarity-mask="true"',
    'data-clarity-mask="True"',
    'data-clarity-mask="false"',
    'data-clarity-mask',
    'data-clarity-unmask="true"',
    'data-clarity-unmask=""',
    'data-clarity-region="part"',
    'class="password"',
    'class="address card"',
    'id="username"',
    'class="secret-key"',
    'class="promptarea"',
    'data-placeholder="x"',
  ],
  openreplay: [
    'data-openreplay-hidden',
    'data-openreplay-obscured',
    'data-openreplay-masked',
    'data-openreplay-unmask',
    'data-openreplay-plain',
    'data-openreplay-htmlmasked',
    'data-openreplay-label="label"',
    'data-openreplay-hidden="false"',
    'data-openreplay-ignore',
    'data-openreplay-no-css',
  ],
  mixpanel: ['class="mp-mask"', 'class="mp-block"', 'class="fs-exclude"', 'class="amp-mask"'],
  amplitude: ['class="amp-mask"', 'class="amp-unmask"', 'class="amp-block"', 'class="amp-mask amp-unmask"'],
  newrelic: ['class="nr-mask"', 'class="nr-unmask"', 'class="nr-block"', 'data-nr-unmask', 'data-nr-mask'],
  statsig: ['class="rr-mask"', 'class="rr-block"', 'class="rr-ignore"'],
  faro: ['class="grafana-mask"', 'class="grafana-block"', 'class="grafana-ignore"'],
};

/** Attributes that may stand on the elements around a value. */
export function marksOf(recorder: RecorderId): readonly string[] {
  const neutral = ['', '', '', '', 'hidden', 'inert', 'id="twin"', 'class="" id=""', 'style="display:none"'];
  return [...neutral, ...ruled, ...ruled, ...own[recorder], ...own[recorder], 'contenteditable'];
}

/** Marks of the other recorders, which must not matter. */
export function foreignMarks(): readonly string[] {
  return Object.values(own).flat();
}
