import type { ContentPolicy, PolicyRow } from '../documented/contentPolicy.ts';
import { policyOf } from '../documented/undocumentedPolicy.ts';

/** Digits become zeros, other letters stars, punctuation stays. */
export const dynatraceMasking =
  'https://docs.dynatrace.com/docs/observe/digital-experience/session-replay-latest/configure-session-replay/url-exclusion-and-masking';
/** What each preset masks: the descriptions in the settings schema, as Dynatrace's own Terraform provider holds it. */
export const dynatraceSchema =
  'https://github.com/dynatrace-oss/terraform-provider-dynatrace/blob/main/dynatrace/api/builtin/sessionreplay/web/privacypreferences/schema.json';
/** The same settings in the reference of the API, without the descriptions of the presets. */
export const dynatraceSettings =
  'https://docs.dynatrace.com/docs/dynatrace-api/environment-api/settings/schemas/builtin-sessionreplay-web-privacy-preferences';

const masked: PolicyRow = {
  captured: 'send',
  masked: 'mask',
  excluded: 'nothing',
  grade: 'documented',
  source: dynatraceSchema,
};

/** Attributes have rules of their own: what masking an element does to its attributes is not said. */
const shown: PolicyRow = { ...masked, masked: 'unknown' };

/** Preset `MASK_USER_INPUT`, the default. */
export const dynatraceContentPolicy: ContentPolicy = policyOf({ text: masked, value: masked });

/** "Mask all texts, user input, and images": images but for those of style sheets, and attribute values. */
export const dynatraceMaskAll: ContentPolicy = policyOf({
  text: masked,
  value: masked,
  // "List boxes and other UI controls."
  datalist: masked,
  'image-source': masked,
  attribute: masked,
  'value-attribute': masked,
});

/** "Any web element or attribute not in this list will be captured." */
export const dynatraceBlockList: ContentPolicy = policyOf({
  text: masked,
  value: masked,
  datalist: shown,
  attribute: shown,
  'value-attribute': shown,
  'image-source': shown,
});
