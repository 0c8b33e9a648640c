import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

export interface MeasuredCommand {
  readonly code: number | null;
  /** By the clock. */
  readonly seconds: number;
  /** Of the processor, of the command and all that it started. */
  readonly processorSeconds: number;
  /** Megabytes over time: the command itself, and with its browser. */
  readonly memory: readonly MemorySample[];
  readonly output: string;
}

export interface MemorySample {
  readonly seconds: number;
  readonly own: number;
  readonly all: number;
}

export interface MeasureOptions {
  readonly cwd: string;
  /** Called once it runs. */
  readonly started?: (child: ChildProcess) => void;
}

const sampleEvery = 250;
/** Linux counts in these: sysconf(_SC_CLK_TCK). */
const ticksPerSecond = 100;
const megabyte = 1024 * 1024;
const pageSize = 4096;

/** Runs a command to its end and measures all that it takes, by what Linux says of its processes (`man 5 proc`). */
export function measureCommand(
  command: string,
  args: readonly string[],
  { cwd, started }: MeasureOptions,
): Promise<MeasuredCommand> {
  const begun = performance.now();
  const child = spawn(command, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  const parts: Buffer[] = [];
  child.stdout.on('data', (part: Buffer) => parts.push(part));
  child.stderr.on('data', (part: Buffer) => parts.push(part));
  const ticks = new Map<number, number>();
  const memory: MemorySample[] = [];
  const sample = (): void => {
    const tree = treeOf(child.pid ?? 0);
    for (const { pid, time } of tree) ticks.set(pid, time);
    const sum = tree.reduce((total, { resident }) => total + resident, 0);
    const own = tree.find(({ pid }) => pid === child.pid)?.resident ?? 0;
    memory.push({ seconds: (performance.now() - begun) / 1000, own: own / megabyte, all: sum / megabyte });
  };
  const timer = setInterval(sample, sampleEvery);
  started?.(child);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      clearInterval(timer);
      resolve({
        code,
        seconds: (performance.now() - begun) / 1000,
        processorSeconds: [...ticks.values()].reduce((total, time) => total + time, 0) / ticksPerSecond,
        memory,
        output: Buffer.concat(parts).toString(),
      });
    });
  });
}

interface ProcessFacts {
  readonly pid: number;
  readonly parent: number;
  /** Ticks in user and in system mode. */
  readonly time: number;
  /** Bytes that are its own: what it shares with others is left out. */
  readonly resident: number;
}

/** A process with all that it started, and what those started. */
export function treeOf(root: number): ProcessFacts[] {
  const all = readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? factsOf(Number(name)) : []));
  const found = new Set([root]);
  for (let size = 0; size !== found.size; ) {
    size = found.size;
    for (const { pid, parent } of all) if (found.has(parent)) found.add(pid);
  }
  return all.filter(({ pid }) => found.has(pid));
}

function factsOf(pid: number): ProcessFacts[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in brackets may hold anything.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [, resident = 0, shared = 0] = readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ').map(Number);
    return [
      {
        pid,
        parent: Number(fields[1]),
        time: Number(fields[11]) + Number(fields[12]),
        resident: (resident - shared) * pageSize,
      },
    ];
  } catch (error) {
    // It ended between the list and the look.
    if (error instanceof Error && 'code' in error) return [];
    throw error;
  }
}
