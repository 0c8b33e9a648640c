import type { CookieData } from 'puppeteer';
import { WireError } from '../../core/settings/wireError.ts';
import { asArray, asObject, asString, isAbsent, type JsonObject } from '../../core/settings/wireGuards.ts';
import { PageNotLoaded } from '../pageNotLoaded.ts';

/** https://playwright.dev/docs/api/class-browsercontext#browser-context-storage-state */
export interface StorageState {
  readonly cookies: readonly CookieData[];
  readonly origins: readonly {
    readonly origin: string;
    readonly localStorage: readonly { readonly name: string; readonly value: string }[];
  }[];
}

const maxEntries = 10_000;
const sameSites = ['Strict', 'Lax', 'None'] as const;

/** @throws PageNotLoaded when it is none; it quotes no value of it */
export function readStorageState(text: string): StorageState {
  try {
    const raw = asObject(JSON.parse(text), '$');
    return {
      cookies: entries(raw, 'cookies').map((cookie, at) => cookieIn(asObject(cookie, `$.cookies[${at}]`))),
      origins: entries(raw, 'origins').map((origin, at) => originIn(asObject(origin, `$.origins[${at}]`))),
    };
  } catch (error) {
    if (error instanceof SyntaxError) throw new PageNotLoaded('its storage state is not JSON');
    if (error instanceof WireError) throw new PageNotLoaded(`its storage state: ${error.message}`);
    throw error;
  }
}

function entries(raw: JsonObject, name: string): readonly unknown[] {
  return isAbsent(raw[name]) ? [] : asArray(raw[name], `$.${name}`, maxEntries);
}

function cookieIn(raw: JsonObject): CookieData {
  const { expires, httpOnly, secure, sameSite } = raw;
  const site = sameSites.find((known) => known === sameSite);
  return {
    name: asString(raw.name, 'name'),
    value: asString(raw.value, 'value'),
    domain: asString(raw.domain, 'domain'),
    path: isAbsent(raw.path) ? '/' : asString(raw.path, 'path'),
    // -1: until the browser ends.
    ...(typeof expires === 'number' && expires > 0 ? { expires } : {}),
    ...(typeof httpOnly === 'boolean' ? { httpOnly } : {}),
    ...(typeof secure === 'boolean' ? { secure } : {}),
    ...(site === undefined ? {} : { sameSite: site }),
  };
}

function originIn(raw: JsonObject): StorageState['origins'][number] {
  const origin = asString(raw.origin, 'origin');
  if (!URL.canParse(origin) || new URL(origin).origin !== origin) throw new WireError('origin', 'no origin');
  return {
    origin,
    localStorage: entries(raw, 'localStorage').map((entry) => {
      const { name, value } = asObject(entry, 'localStorage');
      return { name: asString(name, 'name'), value: asString(value, 'value', Number.POSITIVE_INFINITY) };
    }),
  };
}
