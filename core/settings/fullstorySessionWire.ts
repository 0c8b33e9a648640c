// What FullStory holds of a session, as its API tells it (fullstory.md e.6): events with whatever properties the vendor
// gives them. Every text in them is kept with the place it stands at; nothing of it is trusted. Raw: it stays in memory.

import { WireError } from './wireError.ts';
import { asArray, asObject, asString, isAbsent } from './wireGuards.ts';

export interface ListedSession {
  readonly id: string;
  /** RFC 3339; '' where it is not told. */
  readonly createdAt: string;
}

/** A list of sessions of one person. */
export interface SessionList {
  readonly sessions: readonly ListedSession[];
  /** The answer says that there is more than it holds. The published contract knows no further pages. */
  readonly isCut: boolean;
}

/** One event of a session. */
export interface HeldEvent {
  /** `navigate`, `click`, ...; '' where it is not told. */
  readonly type: string;
  /** The page's address as it is kept; '' where it is not told. */
  readonly url: string;
  readonly texts: readonly HeldText[];
}

export interface HeldText {
  /** Names and positions in the event, `event_properties.target.text`. */
  readonly at: string;
  readonly text: string;
}

export interface HeldEvents {
  readonly events: readonly HeldEvent[];
  /** More than is looked at, or nested deeper. */
  readonly isCut: boolean;
}

const limits = { sessions: 10_000, events: 100_000, pages: 10_000, texts: 500_000, depth: 16 } as const;

/** `<user>:<session>`. @throws {WireError} for another form: it becomes part of an address */
export function readSessionId(id: string): string {
  if (!/^[\w-]{1,64}:[\w-]{1,64}$/.test(id)) throw new WireError('$.id', 'no id of a session');
  return id;
}

/** `GET /v2/sessions` */
export function readSessionList(json: unknown): SessionList {
  const raw = asObject(json, '$');
  const sessions = asArray(raw.results, '$.results', limits.sessions).map((entry, at): ListedSession => {
    const one = asObject(entry, `$.results[${at}]`);
    return {
      id: readSessionId(asString(one.id, `$.results[${at}].id`)),
      createdAt: isAbsent(one.created_time)
        ? ''
        : asString(one.created_time, `$.results[${at}].created_time`),
    };
  });
  return { sessions, isCut: !isAbsent(raw.next_page_token) && raw.next_page_token !== '' };
}

/** `GET /v2/sessions/{session_id}/events` */
export function readSessionEvents(json: unknown): HeldEvents {
  const raw = asObject(json, '$');
  const budget = createBudget();
  const listed = asArray(raw.events, '$.events', Number.POSITIVE_INFINITY);
  const events = listed.slice(0, limits.events).map((entry, at): HeldEvent => {
    const event = asObject(entry, `$.events[${at}]`);
    return {
      type: isAbsent(event.event_type) ? '' : asString(event.event_type, `$.events[${at}].event_type`),
      url: addressIn(event.source_properties),
      texts: textsIn(event, budget),
    };
  });
  const isMore = !isAbsent(raw.next_page_token) && raw.next_page_token !== '';
  return { events, isCut: isMore || budget.isSpent() || listed.length > limits.events };
}

/** `POST /v2/sessions/{session_id}/context`: the same session, page by page. */
export function readSessionContext(json: unknown): HeldEvents {
  const data = asObject(asObject(json, '$').context_data, '$.context_data');
  const budget = createBudget();
  const pages = asArray(data.pages, '$.context_data.pages', limits.pages);
  const events = pages.flatMap((entry, at): readonly HeldEvent[] => {
    const path = `$.context_data.pages[${at}]`;
    const page = asObject(entry, path);
    const { events: inside, ...itself } = page;
    const url = isAbsent(page.url) ? '' : asString(page.url, `${path}.url`);
    const listed = isAbsent(inside) ? [] : asArray(inside, `${path}.events`, limits.events);
    return [
      { type: 'page', url, texts: textsIn(itself, budget) },
      ...listed.map((one, index): HeldEvent => {
        const event = asObject(one, `${path}.events[${index}]`);
        const type = isAbsent(event.type) ? '' : asString(event.type, `${path}.events[${index}].type`);
        return { type, url, texts: textsIn(event, budget) };
      }),
    ];
  });
  return { events, isCut: budget.isSpent() };
}

function addressIn(source: unknown): string {
  if (typeof source !== 'object' || source === null || !Object.hasOwn(source, 'url')) return '';
  const { url } = source as { readonly url?: unknown };
  if (typeof url !== 'object' || url === null || !Object.hasOwn(url, 'full_url')) return '';
  const { full_url: whole } = url as { readonly full_url?: unknown };
  return typeof whole === 'string' ? whole : '';
}

interface Budget {
  /** @returns false when no more is taken */
  take(): boolean;
  tooDeep(): void;
  isSpent(): boolean;
}

function createBudget(): Budget {
  let left: number = limits.texts;
  let isDeep = false;
  return {
    take() {
      left -= 1;
      return left >= 0;
    },
    tooDeep() {
      isDeep = true;
    },
    isSpent: () => isDeep || left < 0,
  };
}

/** Names that a place may be called by; others may hold what somebody typed. */
const plainName = /^[a-z_][a-z0-9_.-]{0,60}$/i;

function textsIn(json: unknown, budget: Budget): readonly HeldText[] {
  const texts: HeldText[] = [];
  const open: { readonly value: unknown; readonly at: string; readonly depth: number }[] = [
    { value: json, at: '', depth: 0 },
  ];
  for (let one = open.pop(); one; one = open.pop()) {
    const { value, at, depth } = one;
    if (typeof value === 'string') {
      if (value !== '' && budget.take()) texts.push({ at, text: value });
    } else if (typeof value === 'object' && value !== null) {
      if (depth >= limits.depth) budget.tooDeep();
      else
        for (const [key, inner] of Object.entries(value))
          open.push({ value: inner, at: placeOf(at, key, Array.isArray(value)), depth: depth + 1 });
    }
  }
  return texts.reverse();
}

function placeOf(at: string, key: string, isList: boolean): string {
  if (isList) return `${at}[]`;
  const name = plainName.test(key) ? key : '*';
  return at === '' ? name : `${at}.${name}`;
}
