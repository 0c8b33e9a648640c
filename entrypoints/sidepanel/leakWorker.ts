// The worker the panel starts for detectors. An entry: nothing imports it, it wires itself to its own global.
import { answerLeakQuestions } from '../../components/answerLeakQuestions.ts';
import type { LeakQuestion } from '../../components/leakQuestions.ts';

// A timer lets the next message in: without it a search could not be stopped.
const breathe = () => new Promise<void>((resolve) => setTimeout(resolve));
const answer = answerLeakQuestions({
  reply: (message) => postMessage(message),
  breathe,
  now: () => performance.now(),
});
addEventListener('message', ({ data }: MessageEvent<LeakQuestion>) => answer(data));
