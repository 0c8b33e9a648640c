import type { ContentPolicy, PolicyRow } from '../documented/contentPolicy.ts';
import { policyOf } from '../documented/undocumentedPolicy.ts';

/** What of the markup is sent, what replaces fields, e-mail addresses and card numbers, and `data-cs-mask`. */
export const contentsquareData = 'https://docs.contentsquare.com/en/web/personal-data-handling/';
/** Masking of pages and elements; prefilled and typed values are never taken. */
export const contentsquareMasking = 'https://support.contentsquare.com/hc/en-us/articles/37271886552209';
/** The values of prefilled fields, and e-mail addresses "in the HTML, the URL or a variable". */
export const contentsquareFields =
  'https://support.contentsquare.com/hc/en-gb/articles/360017105259-How-to-mask-personal-data';

/** "All the HTML content is sent, including `<head>`"; under page masking only of texts is said that they are masked. */
const markup: PolicyRow = {
  captured: 'send',
  masked: 'unknown',
  excluded: 'nothing',
  grade: 'documented',
  source: contentsquareData,
};

const masked: PolicyRow = { ...markup, masked: 'mask' };

/** Contentsquare, as far as it is written down. */
export const contentsquareContentPolicy: ContentPolicy = policyOf({
  text: { ...masked, source: contentsquareMasking },
  value: masked,
  'value-attribute': { ...masked, source: contentsquareFields },
  attribute: markup,
  'style-attribute': markup,
  'image-source': markup,
  comment: markup,
  noscript: markup,
  'svg-text': markup,
  datalist: markup,
  meta: markup,
  title: { ...markup, excluded: 'unknown' },
  style: { ...markup, excluded: 'unknown' },
  // "The content of `<script>` elements is emptied."
  'data-script': { ...markup, captured: 'nothing', masked: 'nothing' },
  'page-url': { ...markup, masked: 'send', excluded: 'send' },
});
