import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Browser } from 'puppeteer';
import { createBrowserHost } from '../../../cli/browserHost.ts';
import type { PageAttendant } from '../../../cli/pageAttendant.ts';
import { createWireWatch } from '../../../cli/wire/createWireWatch.ts';
import { profileById } from '../../../core/profiles/registry.ts';
import type { LookedAt } from '../../../core/report/makePageReport.ts';
import type { PlantedValue } from '../../../core/visitor/plantedValue.ts';
import { buildPageScript } from '../../../scripts/buildPageScript.ts';
import { projectRoot } from '../../../scripts/projectRoot.ts';
import { driverOf, type RecorderId } from '../runTruth.ts';
import { type Collector, openCollector } from './openCollector.ts';

/** Each of a kind of its own: reports name no values. What is typed, by the id of the field; and what stands in the page. Letters first: some recorders hide digits. */
export const typed: Readonly<Record<string, PlantedValue>> = {
  mail: {
    kind: 'email',
    value: 'joerdis.qvortrup@posteo.example',
    path: 'html > body > form:nth-child(4) > label:nth-child(1) > input',
  },
  name: { kind: 'name', value: 'Joerdis Kjaerholm' },
  note: { kind: 'street', value: 'the parcel goes to quarrelwood' },
  hidden: { kind: 'username', value: 'masked-wexfordshire' },
  secret: { kind: 'password', value: 'Trampoline-Ostrich' },
};
export const written: readonly PlantedValue[] = [
  { kind: 'organization', value: 'Ferdinand of Zweibruecken' },
  { kind: 'other-personal', value: 'Wilhelmina of Oxenstierna' },
];
const html = (collector: string, options: unknown) => `<!doctype html><html lang="en"><title>Checkout</title>
<h1>Checkout</h1><p>${written[0]?.value}</p><p class="msk">${written[1]?.value}</p>
<form><label>E-mail <input id="mail" name="mail" type="email"></label>
<label>Name <input id="name" name="name"></label>
<label>Note <textarea id="note" name="note"></textarea></label>
<div class="msk blk"><label>User <input id="hidden" name="user"></label></div>
<label>Password <input id="secret" type="password"></label></form>
<script src="/driver.js"></script>
<script>addEventListener('load', () => setTimeout(() => recorderDriver.start(${JSON.stringify({ collector, ...(options as object) })}), 0))</script>`;

export interface WatchedRecorder {
  readonly scan: LookedAt;
  readonly collector: Collector;
  readonly planted: readonly PlantedValue[];
}

export interface WatchRequest {
  readonly recorder: RecorderId;
  readonly options: Record<string, unknown>;
  /** What the recorder is really started with, where it is not what the simulation is told. */
  readonly real?: Record<string, unknown>;
  readonly folder?: string;
}

/** Types into a page on which the real recorder runs and sends to a collector, with the wire check listening. */
export async function watchRecorder(browser: Browser, request: WatchRequest): Promise<WatchedRecorder> {
  const {
    recorder,
    options,
    real = options,
    folder = join(projectRoot, 'test', 'conformance', 'wire'),
  } = request;
  const collector = await openCollector();
  const driver = await driverOf(recorder, folder);
  const site = createServer((asked, response) => {
    const isDriver = asked.url === '/driver.js';
    response.setHeader(
      'content-type',
      isDriver ? 'text/javascript; charset=utf-8' : 'text/html; charset=utf-8',
    );
    response.end(isDriver ? driver : html(collector.url, real));
  });
  await new Promise<void>((resolve) => {
    site.listen(0, '127.0.0.1', resolve);
  });
  const url = `http://127.0.0.1:${(site.address() as AddressInfo).port}/`;
  const pageScript = await readFile(await buildPageScript(), 'utf8');
  const host = createBrowserHost({ launch: async () => browser, pageScript });
  const ruleSet = profileById(recorder)?.offlineRules();
  if (!ruleSet) throw new Error(`there is no profile ${recorder}`);
  const planted: PlantedValue[] = [];
  const attendants = [createTypist(planted), createWireWatch({ profile: recorder })];
  try {
    const wanted = {
      profile: recorder,
      options,
      ruleSet,
      timeout: 30_000,
      wait: 200,
      watch: 500,
      attendants,
    };
    return { scan: await host.scan({ given: url, url }, wanted), collector, planted };
  } finally {
    await collector.close();
    site.closeAllConnections();
    site.close();
  }
}

function createTypist(planted: PlantedValue[]): PageAttendant {
  return {
    async act(visit) {
      for (const [id, value] of Object.entries(typed)) {
        await visit.page.type(`#${id}`, value.value);
        visit.planted.push(value);
      }
      visit.planted.push(...written);
      planted.push(...visit.planted);
    },
  };
}
