// The worker the panel starts for saved pages. An entry: nothing imports it, it wires itself to its own global.
import { answerSavedQuestions } from '../../components/savedPages/answerSavedQuestions.ts';
import type { SavedQuestion } from '../../components/savedPages/savedQuestions.ts';
import { createSavedPageStore } from '../../platform/savedPageStore.ts';
import { savedPagesDatabase } from '../../platform/savedPagesKept.ts';

const channel = new MessageChannel();
// A message lets the next message in; a timer would wait 4 ms for each of a hundred pages.
const waiting: (() => void)[] = [];
channel.port1.onmessage = () => waiting.shift()?.();
const breathe = () =>
  new Promise<void>((resolve) => {
    waiting.push(resolve);
    channel.port2.postMessage(null);
  });
const answer = answerSavedQuestions({
  reply: (message) => postMessage(message),
  breathe,
  storage: createSavedPageStore(savedPagesDatabase, () => crypto.randomUUID()),
});
addEventListener('message', ({ data }: MessageEvent<SavedQuestion>) => answer(data));
