export interface RememberedAnswer {
  readonly etag: string;
  readonly text: string;
  readonly headers: Headers;
}

/** Answers by their address, to ask for what is newer only. Kept in memory; the oldest go first. */
export interface AnswerMemory {
  read(url: string): RememberedAnswer | undefined;
  write(url: string, answer: RememberedAnswer): void;
}

const maxAnswers = 40;
/** UTF-16 units, all answers together. */
const maxLength = 8 * 1024 * 1024;

export function createAnswerMemory(): AnswerMemory {
  const answers = new Map<string, RememberedAnswer>();
  const length = () => [...answers.values()].reduce((sum, { text }) => sum + text.length, 0);
  return {
    read: (url) => answers.get(url),
    write(url, answer) {
      answers.delete(url);
      if (answer.text.length > maxLength) return;
      answers.set(url, answer);
      for (const [oldest] of answers) {
        if (answers.size <= maxAnswers && length() <= maxLength) break;
        answers.delete(oldest);
      }
    },
  };
}
