// The page side as the command line injects it: one script, one isolated world per page, evaluated by
// `pageWorld.ts` and by the page tests. Never loaded by the extension.

import type { CaptureScan } from '../core/capture/captureScan.ts';
import { maxCalls } from '../core/detection/pageCalls.ts';
import type { Profile } from '../core/profiles/profile.ts';
import { profileById } from '../core/profiles/registry.ts';
import type { RuleSet } from '../core/rules/rule.ts';
import { domAccess } from '../page/domAccess.ts';
import { createNodeIds } from '../page/nodeIds.ts';
import { createPictureStage } from '../page/pictures/createPictureStage.ts';
import { createShipper, type Shipper } from '../page/recording/createShipper.ts';
import { type PageRecording, recordPage } from '../page/recording/recordPage.ts';
import { runSliced } from '../page/runSliced.ts';
import { type ScanPageOptions, scanPage } from '../page/scanPage.ts';
import { pageElements } from '../page/visitor/pageElements.ts';

export interface PageScanRequest {
  readonly profile: string;
  readonly options: unknown;
  readonly ruleSet: RuleSet;
  /** Attribute whose value each field's facts carry as their `key`. */
  readonly fieldKey?: string;
}

export interface PageWatchRequest extends PageScanRequest {
  /** Milliseconds between `load` and the first look. */
  readonly wait: number;
  /** Milliseconds the recording goes on after the first look; 0: none. */
  readonly watch: number;
  /** Whether the recording goes on until `release` is called, and `watch` from then on. */
  readonly isHeld?: boolean;
  /** Whether the first look waits for `begin` once the page has loaded, and `wait` counts from then on. */
  readonly isGated?: boolean;
  /** Name of the function that is told the recording in parts. Absent: `finished` gives it as a whole. */
  readonly shipTo?: string;
  /** Name of the event that the hooks in the page's own world dispatch. */
  readonly hookEvent: string;
}

/** @throws Error when the profile is not known; OptionsError for options of the wrong shape */
export async function scan(request: PageScanRequest): Promise<CaptureScan> {
  return runSliced(scanPage(optionsOf(request)), { signal: life.signal });
}

/** Of every look at this document, and of its pictures. */
const ids = createNodeIds();

/** Where the pictures of this page are made, once everything else is over. */
export const pictures = createPictureStage(document, ids.nodeOf);

/** Elements that a selector matches now, by the numbers of the looks. @throws DOMException for what is no selector */
export function idsOf(selector: string): readonly number[] {
  const { elements } = pageElements(document, () => false);
  return elements.filter((element) => domAccess.matches(element, selector)).map(ids.idOf);
}

/** This document's; it ends with the recording. */
const life = new AbortController();
let result: Promise<CaptureScan> | undefined;
/** One more than is read, so that it is noticed. */
const calls: string[] = [];
let recording: PageRecording | undefined;
let shipper: Shipper | undefined;
let begun = Number.POSITIVE_INFINITY;
let sayLooked = (): void => undefined;
const firstLook = new Promise<void>((resolve) => {
  sayLooked = resolve;
});
let openGate = (): void => undefined;
const gate = new Promise<void>((resolve) => {
  openGate = resolve;
});
let letGo = (): void => undefined;
const released = new Promise<void>((resolve) => {
  letGo = resolve;
});

/** Called before the page's first script: the first look is taken when the page has loaded. */
export function startAtLoad(given: PageWatchRequest): void {
  shipper = createShipper(given.shipTo, life.signal, {
    recording: () => recording,
    lookNow: () => scanPage(optionsOf(given)),
  });
  let globals: Readonly<Record<string, unknown>> = {};
  const hear = (event: Event): void => {
    globals = globalsIn(event, profileById(given.profile)?.pageGlobals ?? []);
  };
  window.addEventListener(`${given.hookEvent}-globals`, hear, { once: true, signal: life.signal });
  document.addEventListener(
    `${given.hookEvent}-said`,
    (event) => {
      const { detail } = event as CustomEvent<unknown>;
      if (calls.length <= maxCalls) calls.push(String(detail));
    },
    { signal: life.signal },
  );
  result = loaded()
    .then(() => (given.isGated ? gate : undefined))
    .then(() => pause(given.wait))
    .then(() => {
      const options = withGlobals(given.options, globals);
      const known = { ...given, options };
      return given.watch > 0 || given.isHeld ? watch(known) : scan(known);
    });
  // Asked for by `finished`, which may come later than the failure.
  result.catch(() => undefined);
}

/** What the caller says comes before what the page says. */
function withGlobals(options: unknown, globals: Readonly<Record<string, unknown>>): unknown {
  const given = (options ?? {}) as Readonly<Record<string, unknown>>;
  const missing = Object.entries(globals).filter(([name]) => given[name] === undefined);
  return missing.length === 0 ? options : { $fromPage: true, ...given, ...Object.fromEntries(missing) };
}

/** What the page's globals hold, as `pageGlobals.ts` tells it; nothing where a page has made something else of it. */
function globalsIn(event: Event, names: readonly string[]): Readonly<Record<string, unknown>> {
  const { detail } = event as CustomEvent<unknown>;
  if (typeof detail !== 'string' || !detail.startsWith('{')) return {};
  const found = JSON.parse(detail) as Record<string, unknown>;
  return Object.fromEntries(
    names.flatMap((name) => {
      const texts = found[name];
      const isList = Array.isArray(texts) && texts.every((text) => typeof text === 'string');
      return isList ? [[name, texts]] : [];
    }),
  );
}

/** What `startAtLoad` found. @throws Error when nothing was started in this document */
export async function finished(): Promise<CaptureScan> {
  if (!result) throw new Error('the page was replaced before it was read');
  return result;
}

/** Resolves when the first look was taken and the recording goes on. @throws Error when it could not be taken */
export async function looked(): Promise<void> {
  if (!result) throw new Error('the page was replaced before it was read');
  await Promise.race([firstLook, result]);
}

/** Tells what is not told yet; resolves when everything up to now is. @throws Error as `looked` does */
export async function flush(): Promise<void> {
  await looked();
  await recording?.settled();
  shipper?.late(recording);
}

/** The page is as it is to be looked at. */
export function begin(): void {
  openGate();
}

/** Those who acted on the page are done: the recording ends after `watch`. */
export function release(): void {
  letGo();
}

/**
 * The page wrote to its console: heard over the DevTools protocol, somewhat later. What came before the recording is
 * not sent.
 *
 * @param time milliseconds since 1970
 */
export function heardConsole(text: string, time: number): void {
  if (time >= begun) recording?.console(text);
}

/** What the page said to the recorder since its first script, as JSON. */
export function heardCalls(): readonly string[] {
  return calls;
}

async function watch(request: PageWatchRequest): Promise<CaptureScan> {
  begun = Date.now();
  recording = await recordPage({
    ...optionsOf(request),
    signal: life.signal,
    hookEvent: request.hookEvent,
    onLate: () => shipper?.late(recording),
  });
  shipper?.first(recording.scan);
  shipper?.late(recording);
  sayLooked();
  if (request.isHeld) await released;
  await pause(request.watch);
  await recording.settled();
  const { scan: first } = recording;
  const late = recording.take();
  life.abort();
  return {
    ...first,
    nodes: [...first.nodes, ...late.nodes],
    decisions: [...first.decisions, ...late.decisions],
    records: [...first.records, ...late.records],
    fields: [...first.fields, ...late.fields],
    uninspected: [...first.uninspected, ...late.uninspected],
  };
}

function optionsOf(request: PageScanRequest): ScanPageOptions {
  const profile: Profile | undefined = profileById(request.profile);
  if (!profile) throw new Error(`unknown profile ${request.profile}`);
  return { ...request, profile, document, ids, isOurs: () => false };
}

/** After every listener for `load`: a recorder that a page starts there begins no earlier. */
function loaded(): Promise<void> {
  if (document.readyState === 'complete') return pause(0);
  return new Promise((resolve) => {
    const { signal } = life;
    window.addEventListener('load', () => setTimeout(resolve, 0), { once: true, signal });
  });
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
