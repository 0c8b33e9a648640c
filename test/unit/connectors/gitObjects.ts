// Git's objects in memory: blobs, trees and commits with Git's own hashes, branches, and merges whose texts the real Git
// puts together (`git merge-file`). `save` writes them as a repository that the real Git can check.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';

type Files = ReadonlyMap<string, string>;

interface Commit extends Author {
  readonly tree: string;
  readonly parents: readonly string[];
}

export interface Author {
  readonly login: string;
  /** RFC 3339. */
  readonly at: string;
}

export interface GitObjects {
  blob(text: string): string;
  /** The tree with these files put in; one whose hash is null is taken out. */
  tree(
    base: string | null,
    files: readonly { readonly path: string; readonly hash: string | null }[],
  ): string;
  commit(tree: string, parents: readonly string[], by: Author): string;
  head(branch: string): string | null;
  setHead(branch: string, commit: string | null): void;
  branches(): readonly string[];
  exists(hash: string): boolean;
  treeOf(commit: string): string;
  /** What is at a path, in a commit or at a branch; null when nothing is. */
  entry(at: string, path: string): { readonly hash: string; readonly type: 'blob' | 'tree' } | null;
  text(hash: string): string;
  /** Paths that differ between two branches or commits. */
  changed(a: string, b: string): readonly string[];
  /** Commits that touched the path, newest first, as `git log` has it. */
  log(branch: string, path: string): readonly (Author & { readonly hash: string })[];
  /** The tree after a merge; null when it conflicts. */
  merged(base: string, head: string): string | null;
  /** Has `head` something that `base` has not? */
  isAhead(base: string, head: string): boolean;
  /** A repository on the disk with all of it. */
  save(folder: string): void;
}

export function createGitObjects(): GitObjects {
  const objects = new Map<string, Buffer>();
  const trees = new Map<string, Files>();
  const commits = new Map<string, Commit>();
  const heads = new Map<string, string>();
  const put = (type: string, body: Buffer) => {
    const whole = Buffer.concat([Buffer.from(`${type} ${body.length}\0`), body]);
    const hash = createHash('sha1').update(whole).digest('hex');
    objects.set(hash, whole);
    return hash;
  };
  const blob = (text: string) => put('blob', Buffer.from(text));
  const text = (hash: string) => {
    const whole = objects.get(hash) ?? Buffer.alloc(0);
    return whole.subarray(whole.indexOf(0) + 1).toString();
  };
  const putTree = (files: Files) => {
    const hash = put('tree', treeBody(files, putTree));
    trees.set(hash, files);
    return hash;
  };
  const commitAt = (at: string) => commits.get(heads.get(at) ?? at);
  const filesAt = (at: string): Files => trees.get(commitAt(at)?.tree ?? '') ?? new Map();
  const ancestors = (at: string) => ancestorsOf(heads.get(at) ?? at, commits);
  return {
    blob,
    text,
    tree(base, files) {
      const next = new Map(base === null ? [] : (trees.get(commits.get(base)?.tree ?? base) ?? []));
      for (const { path, hash } of files) {
        if (hash === null) next.delete(path);
        else next.set(path, hash);
      }
      return putTree(next);
    },
    commit(tree, parents, by) {
      const hash = put('commit', commitBody({ tree, parents, ...by }));
      commits.set(hash, { tree, parents, ...by });
      return hash;
    },
    head: (branch) => heads.get(branch) ?? null,
    setHead(branch, commit) {
      if (commit === null) heads.delete(branch);
      else heads.set(branch, commit);
    },
    branches: () => [...heads.keys()].sort(),
    exists: (hash) => objects.has(hash),
    treeOf: (commit) => commits.get(commit)?.tree ?? '',
    entry(at, path) {
      const files = filesAt(at);
      const hash = files.get(path);
      if (hash !== undefined) return { hash, type: 'blob' };
      const isFolder = [...files.keys()].some((one) => one.startsWith(`${path}/`));
      return isFolder ? { hash: '', type: 'tree' } : null;
    },
    changed(a, b) {
      const [one, other] = [filesAt(a), filesAt(b)];
      return [...new Set([...one.keys(), ...other.keys()])].filter(
        (path) => one.get(path) !== other.get(path),
      );
    },
    log: (branch, path) => logOf(heads.get(branch), commits, (tree) => trees.get(tree)?.get(path)),
    merged(base, head) {
      const ours = ancestors(base);
      const common = [...ancestors(head)].find((hash) => ours.has(hash));
      const files = mergeFiles([filesAt(base), filesAt(common ?? ''), filesAt(head)], { text, blob });
      return files && putTree(files);
    },
    isAhead: (base, head) => !ancestors(base).has(heads.get(head) ?? head),
    save: (folder) => saveAll(folder, objects, heads),
  };
}

/** Entries sorted as Git sorts them: a folder as if its name ended with a slash. */
function treeBody(files: Files, putTree: (files: Files) => string): Buffer {
  const folders = new Map<string, Map<string, string>>();
  const entries: { readonly sort: string; readonly body: Buffer }[] = [];
  const add = (mode: string, name: string, hash: string, sort: string) =>
    entries.push({ sort, body: Buffer.concat([Buffer.from(`${mode} ${name}\0`), Buffer.from(hash, 'hex')]) });
  for (const [path, hash] of files) {
    const [name = '', ...rest] = path.split('/');
    if (rest.length === 0) add('100644', name, hash, name);
    else folders.set(name, (folders.get(name) ?? new Map()).set(rest.join('/'), hash));
  }
  for (const [name, inner] of folders) add('40000', name, putTree(inner), `${name}/`);
  return Buffer.concat(entries.sort((a, b) => (a.sort < b.sort ? -1 : 1)).map(({ body }) => body));
}

function commitBody({ tree, parents, login, at }: Commit): Buffer {
  const who = `${login} <${login}@example.com> ${Math.floor(Date.parse(at) / 1000)} +0000`;
  const lines = [`tree ${tree}`, ...parents.map((parent) => `parent ${parent}`)];
  return Buffer.from(`${[...lines, `author ${who}`, `committer ${who}`].join('\n')}\n\nchange\n`);
}

/** Itself first, then breadth first. */
function ancestorsOf(hash: string, commits: ReadonlyMap<string, Commit>): Set<string> {
  const seen = new Set([hash]);
  for (const one of seen) for (const parent of commits.get(one)?.parents ?? []) seen.add(parent);
  return seen;
}

/** A commit that says of the path what a parent of it says is passed over, and only that parent is gone on with. */
function logOf(
  head: string | undefined,
  commits: ReadonlyMap<string, Commit>,
  entryOf: (tree: string) => string | undefined,
): readonly (Author & { readonly hash: string })[] {
  const found = new Map<string, Commit>();
  const waiting = head === undefined ? [] : [head];
  for (const hash of waiting) {
    const commit = commits.get(hash);
    if (!commit || found.has(hash)) continue;
    const entry = entryOf(commit.tree);
    const same = commit.parents.find((parent) => entryOf(commits.get(parent)?.tree ?? '') === entry);
    if (same === undefined && (commit.parents.length > 0 || entry !== undefined)) found.set(hash, commit);
    waiting.push(...(same === undefined ? commit.parents : [same]));
  }
  const all = [...found].map(([hash, { login, at }]) => ({ hash, login, at }));
  return all.sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
}

function mergeFiles(
  [ours, common, theirs]: readonly [Files, Files, Files],
  store: Pick<GitObjects, 'text' | 'blob'>,
): Files | null {
  const merged = new Map(ours);
  for (const path of new Set([...common.keys(), ...theirs.keys()])) {
    const [a, o, b] = [ours.get(path), common.get(path), theirs.get(path)];
    if (b === o || a === b) continue;
    if (a !== o && (a === undefined || b === undefined)) return null;
    const hash = a === o ? b : mergeTexts([a ?? '', o, b ?? ''], store);
    if (hash === null) return null;
    if (hash === undefined) merged.delete(path);
    else merged.set(path, hash);
  }
  return merged;
}

function mergeTexts(
  [ours, common, theirs]: readonly [string, string | undefined, string],
  { text, blob }: Pick<GitObjects, 'text' | 'blob'>,
): string | null {
  const folder = mkdtempSync(join(tmpdir(), 'scrim-merge-'));
  const files = [ours, common, theirs].map((hash, at) => {
    const file = join(folder, String(at));
    writeFileSync(file, hash === undefined ? '' : text(hash));
    return file;
  });
  try {
    return blob(execFileSync('git', ['merge-file', '-p', ...files], { encoding: 'utf8', stdio: 'pipe' }));
  } catch (error) {
    // The number of conflicts; anything above 127 is another failure.
    const { status } = error as { readonly status?: number };
    if (status !== undefined && status > 0 && status < 128) return null;
    throw error;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function saveAll(
  folder: string,
  objects: ReadonlyMap<string, Buffer>,
  heads: ReadonlyMap<string, string>,
): void {
  execFileSync('git', ['init', '--bare', '-q', '-b', 'main', folder]);
  for (const [hash, whole] of objects) {
    mkdirSync(join(folder, 'objects', hash.slice(0, 2)), { recursive: true });
    writeFileSync(join(folder, 'objects', hash.slice(0, 2), hash.slice(2)), deflateSync(whole));
  }
  for (const [branch, hash] of heads) {
    const file = join(folder, 'refs/heads', branch);
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, `${hash}\n`);
  }
}
