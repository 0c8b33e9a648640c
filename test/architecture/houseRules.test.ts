import type { ESTree } from 'vite';
import { describe, expect, it } from 'vitest';
import { type SourceModule, sourceModules } from './sourceModules.ts';
import { walkSyntax } from './walkSyntax.ts';

const grabBags = /(?:^|\/)(?:utils?|helpers?|types?|managers?|common|misc)(?:\.tsx?$|\/)/i;

/** Longer needs a first line that says why. */
const maxLines = 300;
const excuse = /^\/[/*].*\b(?:long|longer|lines)\b/i;

/** Files that are started, not imported: the only ones that may do something when they are loaded. */
const started =
  /^(?:entrypoints\/.*|cli\/main\.ts|server\/(?:main|checkHealth)\.ts|components\/[\w/]*[wW]orker\.ts|entrypoints\/[\w.]+)$/;

const markupSinks: ReadonlySet<string> = new Set(['innerHTML', 'outerHTML', 'srcdoc']);
const markupCalls: ReadonlySet<string> = new Set(['insertAdjacentHTML', 'write', 'writeln', 'setHTMLUnsafe']);

describe('house rules', () => {
  it('give no file the name of a grab-bag', () => {
    expect(paths(sourceModules().filter((module) => grabBags.test(module.path)))).toEqual([]);
  });

  it('keep files short, or say why in the first line', () => {
    const long = sourceModules().filter(
      ({ text }) => text.split('\n').length > maxLines && !excuse.test(text),
    );
    expect(paths(long)).toEqual([]);
  });

  it('let modules do nothing when imported', () => {
    const busy = sourceModules().filter(
      (module) => !started.test(module.path) && module.program.body.some(acts),
    );
    expect(paths(busy)).toEqual([]);
  });

  it('bind every listener to a signal', () => {
    // A worker ends as a whole, and its listener with it.
    const modules = sourceModules().filter(({ path }) => !path.endsWith('Worker.ts'));
    const found = modules.flatMap((module) =>
      callsIn(module)
        .filter((call) => methodName(call) === 'addEventListener')
        .filter((call) => !namesSignal(module, call))
        .map((call) => place(module, call)),
    );
    expect(found).toEqual([]);
  });

  it('never take a listener off by hand', () => {
    const found = sourceModules().flatMap((module) =>
      callsIn(module)
        .filter((call) => methodName(call) === 'removeEventListener')
        .map((call) => place(module, call)),
    );
    expect(found).toEqual([]);
  });

  it('write no markup into a page', () => {
    const found = sourceModules(['page']).flatMap((module) => [
      ...callsIn(module)
        .filter((call) => isMarkupCall(call))
        .map((call) => place(module, call)),
      ...markupWrites(module),
    ]);
    expect(found).toEqual([]);
  });

  it('name no folder of the machine it was written on', () => {
    const found = sourceModules().filter(({ text }) =>
      /(?:^|['"`\s(])\/(?:work|home|root|Users)\//m.test(text),
    );
    expect(paths(found)).toEqual([]);
  });
});

function paths(modules: readonly SourceModule[]): string[] {
  return modules.map((module) => module.path);
}

function place(module: SourceModule, node: ESTree.Node): string {
  return `${module.path}:${module.text.slice(0, node.start).split('\n').length}`;
}

/** Top-level statements that run code: calls, assignments, loops, and `await`. */
function acts(statement: ESTree.Node): boolean {
  return /^(?:Expression|If|For|ForOf|ForIn|While|DoWhile|Try|Switch|Throw)Statement$/.test(statement.type);
}

function callsIn(module: SourceModule): ESTree.CallExpression[] {
  const calls: ESTree.CallExpression[] = [];
  walkSyntax(module.program, (node) => {
    if (node.type === 'CallExpression') calls.push(node);
  });
  return calls;
}

function methodName({ callee }: ESTree.CallExpression): string {
  if (callee.type === 'Identifier') return callee.name;
  return callee.type === 'MemberExpression' && callee.property.type === 'Identifier'
    ? callee.property.name
    : '';
}

/**
 * The options are written out with a `signal`, or are a constant of the same file that has one. A signal's own
 * `abort` comes once and needs no further one.
 */
function namesSignal(module: SourceModule, call: ESTree.CallExpression): boolean {
  const [event, , options] = call.arguments;
  if (!options) return false;
  const wanted = event?.type === 'Literal' && event.value === 'abort' ? 'once' : 'signal';
  if (options.type === 'ObjectExpression') return hasKey(options, 'signal') || hasKey(options, wanted);
  if (options.type !== 'Identifier') return false;
  let found = false;
  walkSyntax(module.program, (node) => {
    if (node.type !== 'VariableDeclarator' || node.id.type !== 'Identifier') return;
    if (node.id.name === options.name && node.init?.type === 'ObjectExpression')
      found ||= hasKey(node.init, 'signal');
  });
  return found;
}

function hasKey({ properties }: ESTree.ObjectExpression, name: string): boolean {
  return properties.some(
    (property) =>
      property.type === 'Property' && property.key.type === 'Identifier' && property.key.name === name,
  );
}

function isMarkupCall(call: ESTree.CallExpression): boolean {
  const { callee } = call;
  if (callee.type !== 'MemberExpression' || !markupCalls.has(methodName(call))) return false;
  const takesAnyObject = methodName(call).startsWith('write');
  return !takesAnyObject || (callee.object.type === 'Identifier' && callee.object.name === 'document');
}

function markupWrites(module: SourceModule): string[] {
  const found: string[] = [];
  walkSyntax(module.program, (node) => {
    if (node.type !== 'AssignmentExpression' || node.left.type !== 'MemberExpression') return;
    const { property } = node.left;
    if (property.type === 'Identifier' && markupSinks.has(property.name)) found.push(place(module, node));
  });
  return found;
}
