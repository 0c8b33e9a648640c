import { createCustomDetectors } from '../../core/leakSettings/createCustomDetectors.ts';
import { snapshotLimits } from '../../core/saved/pageSnapshot.ts';
import { redactAddress, suggestedName } from '../../core/saved/redactAddress.ts';
import { redactSnapshot } from '../../core/saved/redactSnapshot.ts';
import { type SavedPageStorage, SavedPagesError } from '../../core/saved/savedPageStorage.ts';
import { readSnapshotFile, writeSnapshotFile } from '../../core/saved/snapshotFile.ts';
import { SnapshotError } from '../../core/saved/snapshotShape.ts';
import { checkPageName } from './checkPageName.ts';
import { createSavedDesk, type GoOn } from './createSavedDesk.ts';
import type { KeepRequest, SavedAnswer, SavedQuestion, SavedWork, SavedWorkName } from './savedQuestions.ts';

/** What the worker gets of the world around it. */
export interface SavedWorkerHost {
  readonly reply: (answer: SavedAnswer) => void;
  /** Lets the next message in. */
  readonly breathe: () => Promise<void>;
  readonly storage: SavedPageStorage;
}

type Answers = {
  readonly [K in SavedWorkName]: (ask: SavedWork[K]['ask'], goOn: GoOn) => Promise<SavedWork[K]['answer']>;
};

/** The worker's whole work. An abandoned question stops at the next page and gets no answer. */
export function answerSavedQuestions(host: SavedWorkerHost): (question: SavedQuestion) => void {
  const { reply, breathe, storage } = host;
  const running = new Set<number>();
  const desk = createSavedDesk(storage);

  const answers: Answers = {
    list: () => storage.list(),
    keep: (ask, goOn) => keep(storage, ask, goOn),
    async rename({ id, name }) {
      await storage.rename(id, checkPageName(name));
      return null;
    },
    async remove({ id }) {
      await storage.remove(id);
      desk.forget(id);
      return null;
    },
    async clear() {
      await storage.clear();
      desk.forget();
      return null;
    },
    async write({ ids }) {
      const pages = [];
      for (const id of ids) {
        const page = await storage.read(id);
        if (page) pages.push(page);
      }
      return writeSnapshotFile(pages);
    },
    async read({ text }) {
      const pages = readSnapshotFile(text);
      await storage.add(
        pages.map((page) => ({ ...page, name: page.name === '' ? '' : checkPageName(page.name) })),
      );
      return pages.length;
    },
    warm: desk.warm,
    impact: desk.impact,
    count: ({ selectors }, goOn) => desk.count(selectors, goOn),
  };

  async function answer(question: Exclude<SavedQuestion, { kind: 'stop' }>): Promise<void> {
    const { id, kind, ask } = question;
    running.add(id);
    const goOn = async () => {
      reply({ kind: 'alive', id });
      await breathe();
      return running.has(id);
    };
    try {
      const work = answers[kind] as (given: typeof ask, on: GoOn) => Promise<unknown>;
      const done = await work(ask, goOn);
      if (running.has(id)) reply({ kind: 'done', id, answer: done });
    } catch (error) {
      if (running.has(id)) reply({ kind: 'failed', id, ...problemOf(error) });
    }
    running.delete(id);
  }

  return (question) => {
    if (question.kind === 'stop') running.delete(question.id);
    else void answer(question);
  };
}

async function keep(storage: SavedPageStorage, ask: KeepRequest, goOn: GoOn): Promise<null> {
  const { nodes, head, savedAt, leaks } = ask;
  const name = suggestedName(redactAddress(head.url)).slice(0, snapshotLimits.name);
  const custom = createCustomDetectors(leaks);
  const breathe = async () => {
    await goOn();
  };
  await storage.add([await redactSnapshot({ nodes, head, name, savedAt, custom, breathe })]);
  return null;
}

function problemOf(error: unknown): Pick<Extract<SavedAnswer, { kind: 'failed' }>, 'code' | 'detail'> {
  if (error instanceof SavedPagesError) return { code: error.code, detail: error.message };
  if (error instanceof SnapshotError) return { code: 'file', detail: error.message };
  return { code: 'not-read', detail: error instanceof Error ? error.name : '' };
}
