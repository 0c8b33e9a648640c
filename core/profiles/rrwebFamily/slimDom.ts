import type { ElementSite } from '../profile.ts';
import type { SlimDom } from './settings.ts';

const verificationNames = new Set(
  'google-site-verification yandex-verification csrf-token p:domain_verify verify-v1 verification shopify-checkout-api-token'.split(
    ' ',
  ),
);
const robots = new Set(['robots', 'googlebot', 'bingbot']);
const authors = new Set(['author', 'generator', 'framework', 'publisher', 'progid']);
const iconRels = new Set(['icon', 'apple-touch-icon', 'shortcut icon']);

/** Whether an element is left out with all that is in it: rrweb-snapshot@2.2.2 `slimDOMExcluded`. */
export function isSlimmedAway(element: ElementSite, slim: SlimDom): boolean {
  switch (element.tag) {
    case 'script':
      return slim.script === true;
    case 'link':
      return isSlimLink(element, slim);
    case 'meta':
      return isSlimMeta(element, slim);
    default:
      return false;
  }
}

function isSlimLink(link: ElementSite, slim: SlimDom): boolean {
  const rel = link.attribute('rel');
  if (slim.headFavicon && rel === 'shortcut icon') return true;
  if (!slim.script) return false;
  const isScript = link.attribute('as') === 'script';
  if (rel === 'modulepreload') return isScript || slim.modulePreloadOfScripts !== true;
  if (rel === 'preload') return isScript;
  return rel === 'prefetch' && /\.js(?:[?#]|$)/.test(link.attribute('href') ?? '');
}

function isSlimMeta(meta: ElementSite, slim: SlimDom): boolean {
  const lower = (name: string): string => (meta.attribute(name) ?? '').toLowerCase();
  const name = lower('name');
  const property = lower('property');
  if (slim.headFavicon) {
    if (/^msapplication-tile(?:image|color)$/.test(name) || name === 'application-name') return true;
    if (iconRels.has(lower('rel'))) return true;
  }
  // As written there: "begins with description" or "ends with keywords".
  if (slim.headMetaDescKeywords && /^description|keywords$/.test(name)) return true;
  if (slim.headMetaSocial) {
    if (/^(?:og|twitter|fb):/.test(property) || /^(?:og|twitter):/.test(name) || name === 'pinterest')
      return true;
  }
  if (slim.headMetaRobots && robots.has(name)) return true;
  if (slim.headMetaHttpEquiv && meta.attribute('http-equiv') !== null) return true;
  if (slim.headMetaAuthorship && (authors.has(name) || /^(?:article|product):/.test(property))) return true;
  return slim.headMetaVerification === true && verificationNames.has(name);
}
