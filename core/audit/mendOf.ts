import type { HeldEvent, HeldText } from '../settings/fullstorySessionWire.ts';
import type { Mend } from './auditFinding.ts';
import { plainPage } from './plainPage.ts';
import { ruleSelector } from './ruleSelector.ts';
import { paramsOf, splitAddress } from './splitAddress.ts';

/** Where an address stands in an event. */
const addressPlace = /(?:^|\.)(?:url|full_url|initial_referrer|referrer|page_url)(?:\.|$)/;
const requestPlace = /(?:^|\.)request_?(?:url|headers|body)?(?:\.|$)|^event_properties\.(?:request|response)/;

/**
 * What would have kept this text out: read off the kind of event and the place in it. FullStory documents which events
 * there are and shows one as an example; that the selector of an element stands in `target.raw_selector` is how its own
 * warehouse models read it (https://github.com/fullstorydev/dbt_fullstory, `models/events.sql`).
 *
 * @param value what was found in the text
 */
export function mendOf(event: HeldEvent, { at, text }: HeldText, value: string): Mend {
  const { type } = event;
  if (requestPlace.test(at) || /^(?:request|network)/.test(type)) return { kind: 'network' };
  if (addressPlace.test(at)) return urlMend(at, text, value);
  if (/^console|^exception|^crash/.test(type)) return { kind: 'console' };
  if (/^identify|user_properties|(?:^|\.)user_/.test(`${type} ${at}`)) return { kind: 'identity' };
  if (at === 'title' || at.endsWith('.title')) return { kind: 'title' };
  if (/^custom|^page_properties|^element_properties/.test(type)) return { kind: 'said' };
  const page = plainPage(event.url);
  const selector = selectorIn(event);
  const made = selector === undefined ? undefined : ruleSelector(selector, wordsOf(event));
  return made === undefined ? { kind: 'element', page } : { kind: 'rule', selector: made, page };
}

function selectorIn({ texts }: HeldEvent): string | undefined {
  return texts.findLast(({ at }) => /(?:raw_selector|selectors?\[?\]?)$/.test(at))?.text;
}

/** Words of the event's content: none of them may stand in a selector. */
function wordsOf({ texts }: HeldEvent): (word: string) => boolean {
  const content = texts.filter(({ at }) => !/selector/.test(at)).map(({ text }) => text.toLowerCase());
  return (word) => content.some((text) => text.includes(word));
}

const plainParam = /^[a-z][a-z_-]{0,30}$/i;

function urlMend(at: string, text: string, value: string): Mend {
  const steps = at.replaceAll('[]', '').split('.');
  const named = steps.includes('query') ? steps[steps.lastIndexOf('query') + 1] : undefined;
  if (named !== undefined && plainParam.test(named))
    return { kind: 'url-param', part: 'query', param: named };
  const { query, hash } = splitAddress(text);
  for (const [part, held] of [
    ['query', query],
    ['hash', hash],
  ] as const) {
    for (const [param, given] of paramsOf(held))
      if (holds(given, value) && plainParam.test(param)) return { kind: 'url-param', part, param };
    if (holds(held, value)) return { kind: 'url-part', part };
  }
  return { kind: 'url-part', part: 'path' };
}

function holds(text: string, value: string): boolean {
  return text.includes(value) || decoded(text).includes(value);
}

/** As it is where it is no percent-encoding. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return text;
    throw error;
  }
}
