import { pathToFileURL } from 'node:url';

/**
 * Runs a module that the user named: a configuration, a login, a flow. It is code of the user's own repository with all
 * that they may do; nothing that comes from a page or a server ever names one.
 */
export async function importModule(file: string): Promise<Readonly<Record<string, unknown>>> {
  return (await import(pathToFileURL(file).href)) as Record<string, unknown>;
}
