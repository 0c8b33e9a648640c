import type { Page } from 'puppeteer';
import type { HeardMessage } from '../../core/calibrate/heardMessage.ts';
import { originOf } from '../../core/wire/originOf.ts';
import { partsOfMessage } from '../../core/wire/partsOfMessage.ts';
import { senderOf } from '../../core/wire/senderOf.ts';
import type { WireMessage } from '../../core/wire/wireMessage.ts';
import { letRecordersSend } from '../wire/letRecordersSend.ts';
import { listenToWire, type WireListener } from '../wire/listenToWire.ts';
import { nodeInflaters } from '../wire/nodeInflaters.ts';
import { nowhere } from './plantInPage.ts';
import type { WireEar } from './wireEar.ts';

export interface ListenRequest {
  /** Id of the recorder that is measured. */
  readonly recorder: string;
  /** Origins that are its collectors, beside those that are known. */
  readonly receivers: readonly string[];
}

interface Read {
  readonly origin: string;
  readonly isOurs: boolean;
  readonly heard: HeardMessage;
}

/** Hears what leaves a page for one recorder, by the wire check's ear. */
export function listenForRecorder({ recorder, receivers }: ListenRequest): WireEar {
  const inflaters = nodeInflaters();
  const now = () => performance.now();
  let listener: WireListener | undefined;
  /** What was read while the recording went on, in the order in which it was heard. */
  const early: Read[] = [];
  let unread: readonly string[] = [];
  let elsewhere: readonly string[] = [];

  async function read(message: WireMessage): Promise<Read> {
    const parts = await partsOfMessage(message, inflaters, now);
    const pieces = parts.flatMap(({ decoded }) => decoded.pieces);
    const origin = originOf(message.address);
    // What a browser puts into headers by itself, cookies for one, is often packed; a recording does not travel there.
    const gaps = parts.filter(({ carrier }) => carrier !== 'header').flatMap(({ decoded }) => decoded.gaps);
    return {
      origin,
      isOurs: receivers.includes(origin) || senderOf(message, { pieces }, recorder) === recorder,
      heard: {
        texts: pieces.map(({ text }) => text.toLowerCase()),
        isClosed: gaps.length > 0 || message.missing !== undefined,
      },
    };
  }

  return {
    async attach(page) {
      listener = await listenToWire(page);
    },
    async hasHeard(value) {
      const messages = (await listener?.messages(() => false)) ?? [];
      for (const message of messages.slice(early.length)) early.push(await read(message));
      return early.some(({ isOurs, heard }) => isOurs && heard.texts.some((text) => text.includes(value)));
    },
    async letSend(page: Page) {
      if (!listener) return;
      const undone = await letRecordersSend(page, listener, true);
      const messages = await listener.messages(() => false);
      const all: Read[] = [];
      for (const message of messages) all.push(await read(message));
      unread = [...(await listener.deaf()), ...undone].map(({ why }) => why);
      const others = all.filter(({ isOurs, origin }) => !isOurs && origin !== nowhere);
      elsewhere = [...new Set(others.map(({ origin }) => origin))];
      early.splice(0, early.length, ...all);
      await listener.stop();
    },
    messages: () => [
      ...early.filter(({ isOurs }) => isOurs).map(({ heard }) => heard),
      // Nobody knows what left from there, nor for whom.
      ...unread.map((): HeardMessage => ({ texts: [], isClosed: true })),
    ],
    others: () => elsewhere,
  };
}
