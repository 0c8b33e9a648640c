import type { ESTree } from 'vite';
import type { SourceModule } from '../../architecture/sourceModules.ts';
import { walkSyntax } from '../../architecture/walkSyntax.ts';

/** A regular expression and where it is written. */
export interface Expression {
  readonly source: string;
  readonly flags: string;
  readonly place: string;
}

/** Regular expressions that are written as literals. */
export function literalExpressions(module: SourceModule): Expression[] {
  const found: Expression[] = [];
  walkSyntax(module.program, (node) => {
    if (node.type !== 'Literal' || !('regex' in node) || !node.regex) return;
    const { pattern, flags } = node.regex;
    found.push({ source: pattern, flags, place: `${module.path}:${lineOf(module, node)}` });
  });
  return found;
}

/** Whether a module makes expressions out of texts, wherever in it. */
export function buildsExpressions(module: SourceModule): boolean {
  let builds = false;
  walkSyntax(module.program, (node) => {
    const isCall = node.type === 'NewExpression' || node.type === 'CallExpression';
    if (isCall && node.callee.type === 'Identifier' && node.callee.name === 'RegExp') builds = true;
  });
  return builds;
}

function lineOf(module: SourceModule, node: ESTree.Node): number {
  return module.text.slice(0, node.start).split('\n').length;
}
