// The settings server on its own, as in the container: the same as `scrim serve`, with the same arguments.

import { serveCommand } from './serveCommand.ts';

process.exitCode = await serveCommand(process.argv.slice(2), process);
