import type { CommandContext } from '../commandContext.ts';
import type { Command } from '../parseCommand.ts';
export async function check(_command: Extract<Command, { name: 'check' }>, _context: CommandContext): Promise<number> { throw new Error('wip'); }
