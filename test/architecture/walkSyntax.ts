import type { ESTree } from 'vite';

/** Calls `visit` with every node of a syntax tree, parents first. */
export function walkSyntax(program: ESTree.Program, visit: (node: ESTree.Node) => void): void {
  const stack: unknown[] = [program];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if (Array.isArray(next)) {
      stack.push(...next.toReversed());
    } else if (isNode(next)) {
      visit(next);
      stack.push(...Object.values(next).toReversed());
    }
    if (stack.length === 0) return;
  }
}

function isNode(value: unknown): value is ESTree.Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}
