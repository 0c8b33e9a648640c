import { existsSync } from 'node:fs';
import module from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** This package's own library: in a checkout, and beside the bundle of an installed package. */
const libraries = ['./library/index.ts', './index.js'].map((file) => new URL(file, import.meta.url));

let isAnswering = false;

/**
 * Runs a module that the user named: a configuration, a login, a flow. It is code of the user's own repository with all
 * that they may do; nothing that comes from a page or a server ever names one.
 */
export async function importModule(file: string): Promise<Readonly<Record<string, unknown>>> {
  answerForScrim();
  return (await import(pathToFileURL(file).href)) as Record<string, unknown>;
}

/**
 * `import { defineConfig } from 'scrim'` works where the package is not installed or not built too: in a checkout, and
 * for a command that is run from elsewhere. What is installed comes first.
 */
function answerForScrim(): void {
  const own = libraries.find((library) => existsSync(fileURLToPath(library)));
  // Node 22.15 and later have it; before that the package has to be installed.
  if (isAnswering || own === undefined || typeof module.registerHooks !== 'function') return;
  isAnswering = true;
  module.registerHooks({
    resolve(specifier, context, next) {
      if (specifier !== 'scrim') return next(specifier, context);
      try {
        const found = next(specifier, context);
        if (existsSync(fileURLToPath(found.url))) return found;
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND'))
          throw error;
      }
      return { url: own.href, shortCircuit: true };
    },
  });
}
