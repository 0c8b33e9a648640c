import { en } from '../../../assets/locales/en/index.ts';
import type { BrowserHost } from '../../../cli/browserHost.ts';
import type { CommandContext } from '../../../cli/commandContext.ts';
import { createTranslator } from '../../../core/messages/translate.ts';

/** What a command is given that must ask for no browser. */
export function withoutBrowser(over: Partial<CommandContext> = {}): CommandContext {
  const never = () => Promise.reject(new Error('no browser is needed'));
  return {
    write: () => undefined,
    warn: () => undefined,
    async *lines() {
      yield '';
    },
    today: () => '2026-11-26',
    t: createTranslator(en, 'en'),
    browser: { scan: never, detect: never, close: never } as unknown as BrowserHost,
    browserAt: () => {
      throw new Error('a browser was asked for');
    },
    ...over,
  };
}

/** The same, with all that it says kept. */
export function listeningWithoutBrowser(over: Partial<CommandContext> = {}) {
  let said = '';
  const context = withoutBrowser({
    write(text) {
      said += text;
    },
    warn(line) {
      said += `${line}\n`;
    },
    ...over,
  });
  return { context, said: () => said };
}
