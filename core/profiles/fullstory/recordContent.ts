import {
  createPolicyWriter,
  type PolicyItem,
  type PolicyRecorderOptions,
} from '../documented/createPolicyRecorder.ts';
import type { Measurement } from '../documented/measuredPolicy.ts';
import type { AttributeChange, ElementSite, ProfileRecorder, RecordSite } from '../profile.ts';
import { callItems } from './callItems.ts';
import { type FullstoryKind, fullstoryContentPolicy } from './contentPolicy.ts';
import { propertiesOf, schemaAttribute } from './elementProperties.ts';
import { maskText } from './maskText.ts';
import type { FullstoryOptions } from './options.ts';
import { redactUrl } from './redactUrl.ts';

/** One thing that may be sent. */
export type FullstoryItem = PolicyItem<FullstoryKind>;

/** Kinds that share their channel with others, and are told from them by their policy. */
const apart: ReadonlySet<FullstoryKind> = new Set<FullstoryKind>([
  'network-url',
  'identity',
  'event',
  'log',
  'element-property',
  'data-layer',
]);

/**
 * What is sent for each kind of content under FullStory, by `fullstoryContentPolicy`, what was measured and the org's
 * settings.
 */
export function createFullstoryRecorder(
  options: FullstoryOptions,
  measured?: Measurement | undefined,
): ProfileRecorder {
  const { urlRules, captureConsole, network } = options;
  const { write, attribute, recorder } = createPolicyWriter<FullstoryKind>({ ...recording, measured });

  function address(at: RecordSite, url: string): void {
    const { text, isCertain } = redactUrl(url, urlRules);
    write(at, { channel: 'url', kind: 'page-url', raw: text, isDoubtful: !isCertain });
  }

  function request(at: RecordSite, url: string): void {
    if (!network) return;
    write(at, { channel: 'resource', kind: 'network-url', raw: url, name: 'request' });
  }

  return {
    ...recorder,
    document(at, page) {
      if (!page.isTop) return;
      address(at, page.url);
      for (const resource of page.resources) request(at, resource);
    },
    attributes(at, site) {
      // Told by the way: asking each of 70,000 elements for one attribute more is felt.
      let hasSchema = false;
      site.eachAttribute((name, raw) => {
        attribute(at, site, name, raw);
        hasSchema ||= name === schemaAttribute;
      });
      if (hasSchema) for (const [name, raw] of propertiesOf(site)) write(at, propertyItem(name, raw));
    },
    attributeChange(at, site, change) {
      recorder.attributeChange?.(at, site, change);
      for (const item of changedProperties(site, change)) write(at, item);
    },
    console(at, text) {
      const kind = captureConsole ? 'console' : 'console-off';
      write(at, { channel: 'console', kind, raw: text });
    },
    resource: request,
    navigation: (at, _from, to) => address(at, to),
    said(at, calls) {
      for (const item of callItems(calls)) write(at, item);
    },
  };
}

const recording: PolicyRecorderOptions<FullstoryKind> = {
  policy: fullstoryContentPolicy,
  mask: maskText,
  policyKey: (kind) => kind,
  alwaysNamed: (kind) => apart.has(kind),
  fieldTexts: 'as-text',
  ownAttributes: 'go-with-it',
};

function changedProperties(site: ElementSite, { name, value }: AttributeChange): readonly FullstoryItem[] {
  if (value === null) return [];
  const properties = propertiesOf(site);
  if (name === schemaAttribute) return properties.map(([key, raw]) => propertyItem(key, raw));
  return properties.some(([key]) => key === name) ? [propertyItem(name, value)] : [];
}

/** Sent with every interaction on the element or inside of it, beside the attribute itself. */
function propertyItem(name: string, raw: string): FullstoryItem {
  return { channel: 'interaction', kind: 'element-property', raw, name, stream: 'telemetry' };
}
