import { spawn } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { reportWriters } from '../../core/report/registry.ts';

const root = join(import.meta.dirname, '../..');
const shop = join(root, 'test/fixtures/shop');
const scrim = join(root, 'bin/scrim.mjs');

interface Step {
  readonly name?: string;
  readonly id?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
}

interface WorkflowJob {
  readonly needs?: string;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly strategy?: { readonly matrix: { readonly shard: readonly number[] } };
  readonly steps: readonly Step[];
}

interface Workflow {
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<'check' | 'report', WorkflowJob>>;
}

interface PodJob {
  readonly metadata: { readonly name: string };
  readonly spec: {
    readonly completions?: number;
    readonly completionMode?: string;
    readonly template: {
      readonly spec: { readonly containers: readonly { readonly command: readonly string[] }[] };
    };
  };
}

let server: Server;
let base = '';
let folder = '';
let workflow: Workflow;

beforeAll(async () => {
  server = createServer(({ url = '' }, response) => {
    readFile(join(shop, url.split('?')[0] ?? '')).then(
      (body) => {
        const type = url.endsWith('.css')
          ? 'text/css'
          : url.endsWith('.js')
            ? 'text/javascript'
            : 'text/html; charset=utf-8';
        response.writeHead(200, { 'content-type': type });
        response.end(body);
      },
      () => {
        response.writeHead(404);
        response.end();
      },
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  folder = await mkdtemp(join(tmpdir(), 'scrim-ci-'));
  workflow = parse(await readFile(join(root, 'docs/ci/github-actions.yml'), 'utf8')) as Workflow;
});

afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true });
});

/** A checkout as a job has it: `npx scrim` is this one, `gh` writes down what it was asked. */
async function checkout(name: string, pages: readonly string[], rules?: readonly object[]): Promise<string> {
  const place = join(folder, name);
  const bin = join(place, 'bin');
  await mkdir(bin, { recursive: true });
  const config = {
    pages: pages.map((page) => `${base}/${page}`),
    ...(rules ? { rules: 'rules.json' } : {}),
  };
  await writeFile(join(place, 'scrim.config.json'), JSON.stringify(config));
  if (rules) await writeFile(join(place, 'rules.json'), JSON.stringify({ scrim: 1, rules }));
  const tools = {
    npx: `#!/bin/sh\nshift\nexec "${process.execPath}" "${scrim}" "$@"\n`,
    gh: `#!/bin/sh\necho "$*" >> gh.log\ncase "$*" in *PATCH*|pr*) ;; *) cat known.txt 2>/dev/null ;; esac\nexit 0\n`,
  };
  for (const [tool, text] of Object.entries(tools)) {
    await writeFile(join(bin, tool), text);
    await chmod(join(bin, tool), 0o755);
  }
  return place;
}

interface Ran {
  readonly code: number;
  readonly out: string;
}

/** A step as the runner runs it: `bash -e`, with what stands in `${{ }}` filled in. */
async function run(
  place: string,
  script: string,
  values: Readonly<Record<string, string>> = {},
  env: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  const filled = script.replace(/\$\{\{ (.+?) \}\}/g, (whole, expression: string) => {
    const value = values[expression];
    if (value === undefined) throw new Error(`nothing is known of ${whole}`);
    return value;
  });
  const child = spawn('bash', ['-e', '-c', filled], {
    cwd: place,
    env: {
      ...process.env,
      PATH: `${join(place, 'bin')}${delimiter}${process.env.PATH ?? ''}`,
      GITHUB_STEP_SUMMARY: join(place, 'step-summary.md'),
      GITHUB_OUTPUT: join(place, 'step-output.txt'),
      GITHUB_REPOSITORY: 'shop/web',
      ...env,
    },
  });
  let out = '';
  child.stdout.on('data', (piece: Buffer) => {
    out += piece.toString();
  });
  child.stderr.on('data', (piece: Buffer) => {
    out += piece.toString();
  });
  const code = await new Promise<number>((resolve) => child.on('close', (ended) => resolve(ended ?? -1)));
  return { code, out };
}

function stepOf(job: WorkflowJob, name: string): string {
  const step = job.steps.find((one) => one.name === name);
  if (!step?.run) throw new Error(`no step ${name}`);
  return step.run;
}

async function runShards(place: string): Promise<Ran[]> {
  const { check } = workflow.jobs;
  const shards = check.strategy?.matrix.shard ?? [];
  const ran: Ran[] = [];
  for (const shard of shards)
    ran.push(
      await run(place, stepOf(check, "Look at this shard's pages"), { 'matrix.shard': String(shard) }),
    );
  return ran;
}

async function mergedCode(place: string): Promise<string> {
  const output = await readFile(join(place, 'step-output.txt'), 'utf8');
  return /^code=(\d+)$/m.exec(output)?.[1] ?? '';
}

describe('the workflow for GitHub Actions', () => {
  test('asks for no more than it needs, and deals out as many shards as it says', () => {
    const { check, report } = workflow.jobs;
    expect(workflow.permissions).toEqual({ contents: 'read' });
    expect(check.permissions).toBeUndefined();
    expect(Object.keys(report.permissions ?? {}).toSorted()).toEqual([
      'contents',
      'pull-requests',
      'security-events',
    ]);
    const shards = check.strategy?.matrix.shard ?? [];
    expect(shards).toEqual(shards.map((_, at) => at + 1));
    expect(stepOf(check, "Look at this shard's pages")).toContain(`}}/${shards.length} `);
    for (const { uses } of [...check.steps, ...report.steps])
      if (uses) expect(uses).toMatch(/^[\w-]+\/[\w/-]+@v\d+$/);
  });

  test('finds the leaks of the demo shop, reports them everywhere and ends with 1', async () => {
    const place = await checkout('leaks', ['index.html', 'account.html', 'invoice.html']);
    for (const { code, out } of await runShards(place))
      expect([code, code === 0 ? '' : out]).toEqual([0, '']);
    const { report } = workflow.jobs;
    const merge = await run(place, stepOf(report, 'Put the shards together'));
    expect(merge.code).toBe(0);
    expect(merge.out).toMatch(/^::error /m);
    expect(await mergedCode(place)).toBe('1');
    expect(await readFile(join(place, 'step-summary.md'), 'utf8')).toMatch(/^<!-- scrim-check -->\n### ❌/);
    for (const { id } of reportWriters)
      expect(stepOf(report, 'Put the shards together')).toContain(`--report ${id}=out/`);
    const html = await readFile(join(place, 'out/scrim.html'), 'utf8');
    expect(html.match(/<img /g)?.length).toBe(6);
    expect(html).not.toMatch(/0532 0130|@example\.com</);
    const comment = stepOf(report, 'Comment on the pull request');
    await run(place, comment, {}, { NUMBER: '7' });
    await writeFile(join(place, 'known.txt'), '42\n');
    await run(place, comment, {}, { NUMBER: '7' });
    const asked = await readFile(join(place, 'gh.log'), 'utf8');
    expect(asked).toContain('pr comment 7 --repo shop/web --body-file out/comment.md');
    expect(asked).toContain('PATCH repos/shop/web/issues/comments/42');
    expect((await run(place, stepOf(report, 'Judge'), { 'steps.merge.outputs.code || 3': '1' })).code).toBe(
      1,
    );
  }, 240_000);

  test('is not green when a shard is missing', async () => {
    const place = join(folder, 'leaks');
    await rm(join(place, 'results/shard-2.jsonl'));
    await writeFile(join(place, 'step-output.txt'), '');
    expect((await run(place, stepOf(workflow.jobs.report, 'Put the shards together'))).code).toBe(0);
    expect(await mergedCode(place)).toBe('2');
  }, 60_000);

  test('ends a shard at once when the configuration is wrong', async () => {
    const place = await checkout('wrong', ['index.html']);
    await writeFile(join(place, 'scrim.config.json'), '{"pages": 7}');
    const step = stepOf(workflow.jobs.check, "Look at this shard's pages");
    expect((await run(place, step, { 'matrix.shard': '1' })).code).toBe(1);
  }, 60_000);
});

describe('the jobs for Kubernetes', () => {
  let jobs: PodJob[];

  beforeAll(async () => {
    const text = await readFile(join(root, 'docs/ci/kubernetes-job.yaml'), 'utf8');
    jobs = parseAllDocuments(text).map((document) => document.toJS() as PodJob);
  });

  const commandOf = (job: PodJob | undefined): string => {
    const [shell, flag, script] = job?.spec.template.spec.containers[0]?.command ?? [];
    expect([shell, flag]).toEqual(['/bin/sh', '-c']);
    return script ?? '';
  };

  test('deal out as many shards as there are pods', () => {
    const [check] = jobs;
    expect(check?.spec.completionMode).toBe('Indexed');
    expect(commandOf(check)).toContain(`/${check?.spec.completions} `);
  });

  test('look at clean pages, go on where a pod ended, and end with 0', async () => {
    const place = await checkout('pods', ['index.html']);
    const [check, report] = jobs;
    const env = (index: number) => ({ RESULTS: join(place, 'volume'), JOB_COMPLETION_INDEX: String(index) });
    await mkdir(join(place, 'volume'));
    for (let index = 0; index < (check?.spec.completions ?? 0); index += 1)
      expect((await run(place, commandOf(check), {}, env(index))).code).toBe(0);
    expect((await run(place, commandOf(check), {}, env(0))).code).toBe(0);
    const merged = await run(place, commandOf(report), {}, env(0));
    expect([merged.code, merged.out.includes('did not load')]).toEqual([0, false]);
    expect(await readFile(join(place, 'volume/scrim.html'), 'utf8')).toContain('Nothing personal was found');
  }, 240_000);
});
