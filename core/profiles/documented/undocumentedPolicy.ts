import { type ContentKind, type ContentPolicy, nothingFound, type PolicyRow } from './contentPolicy.ts';

/** Nobody outside can tell whether it leaves; what is excluded with its element is taken to stay. */
const unknown: PolicyRow = {
  captured: 'unknown',
  masked: 'unknown',
  excluded: 'nothing',
  grade: 'unknown',
  source: nothingFound,
};

/** Not content of an element: excluding one does not hide it for sure. */
const unknownEverywhere: PolicyRow = { ...unknown, excluded: 'unknown' };

/** What is taken of a recorder whose documentation says nothing: every row of a policy starts as one of these. */
export const undocumentedPolicy: ContentPolicy = {
  text: unknown,
  title: unknownEverywhere,
  comment: unknown,
  noscript: unknown,
  'svg-text': unknown,
  datalist: unknown,
  'data-script': unknown,
  style: unknownEverywhere,
  'script-style': unknownEverywhere,
  value: unknown,
  'file-name': unknown,
  checked: unknown,
  'value-attribute': unknown,
  'checked-attribute': unknown,
  'image-source': unknown,
  'style-attribute': unknown,
  attribute: unknown,
  meta: unknown,
  'page-url': unknownEverywhere,
  opaque: unknown,
};

/** A policy with only these rows known. */
export function policyOf(known: Partial<Record<ContentKind, PolicyRow>>): ContentPolicy {
  return { ...undocumentedPolicy, ...known };
}
