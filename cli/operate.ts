import { text } from 'node:stream/consumers';
import { en } from '../assets/locales/en/index.ts';
import { createTranslator, type Translate } from '../core/messages/translate.ts';
import { serveCommand } from '../server/serveCommand.ts';
import { audit } from './commands/audit.ts';
import { keys } from './commands/keys.ts';
import { exitCodes } from './exitCodes.ts';
import { KeyDeskError } from './keyDesk.ts';
import { operationHelp } from './operationHelp.ts';
import { parseOperation } from './parseOperation.ts';
import { printable } from './printable.ts';
import { UsageError } from './usageError.ts';

/** What the commands that operate a server may use of the world outside them. */
export interface OperationContext {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Standard output: the result. */
  readonly write: (text: string) => void;
  /** Standard error: words. */
  readonly warn: (line: string) => void;
  readonly readStdin: () => Promise<string>;
  readonly t: Translate;
}

/** `scrim serve`, `scrim keys` and `scrim audit`. @returns the exit code */
export async function operate(argv: readonly string[], host: NodeJS.Process): Promise<number> {
  if (argv[0] === 'serve') return await serveCommand(argv.slice(1), host);
  const warn = (line: string) => void host.stderr.write(`${line}\n`);
  const context: OperationContext = {
    env: host.env,
    write: (part) => void host.stdout.write(part),
    warn,
    readStdin: () => text(host.stdin),
    t: createTranslator(en, 'en'),
  };
  try {
    const command = parseOperation(argv);
    if (command.group === 'help') {
      context.write(operationHelp);
      return exitCodes.ok;
    }
    if (command.group === 'audit') return await audit(command, context);
    await keys(command, context);
    return exitCodes.ok;
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof KeyDeskError)) throw error;
    warn(`scrim: ${printable(error.message)}`);
    return error instanceof UsageError ? exitCodes.usage : exitCodes.refused;
  }
}
