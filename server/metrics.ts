import type { PoolCounts } from './database.ts';

export interface AnsweredRequest {
  readonly method: string;
  /** The route's pattern, never the path: a path may hold anything. */
  readonly route: string;
  readonly status: number;
  readonly seconds: number;
}

export interface Metrics {
  readonly began: () => void;
  readonly answered: (request: AnsweredRequest) => void;
  /** Prometheus text format 0.0.4. `pool`: undefined for the embedded database. */
  readonly render: (pool: PoolCounts | undefined) => string;
}

interface Timing {
  readonly buckets: number[];
  sum: number;
  count: number;
}

/** Seconds. Prometheus' own defaults. */
const bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

const refusals: ReadonlySet<number> = new Set([403, 412, 428, 429]);
const writes: ReadonlySet<string> = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);
/** Anybody may make up methods; each would be a series of its own. */
const methods: ReadonlySet<string> = new Set([...writes, 'GET', 'HEAD', 'OPTIONS']);

/** Counts what the server does, since it started. */
export function createMetrics(): Metrics {
  const requests = new Map<string, number>();
  const timings = new Map<string, Timing>();
  const refused = new Map<string, number>([...refusals].map((status) => [`status="${status}"`, 0]));
  let inFlight = 0;
  const answered = ({ method, route, status, seconds }: AnsweredRequest): void => {
    inFlight -= 1;
    const where = `method="${methods.has(method) ? method : 'OTHER'}",route="${escaped(route)}"`;
    increase(requests, `${where},status="${status}"`);
    if (writes.has(method) && refusals.has(status)) increase(refused, `status="${status}"`);
    const timing = timings.get(where) ?? { buckets: bounds.map(() => 0), sum: 0, count: 0 };
    timings.set(where, timing);
    timing.sum += seconds;
    timing.count += 1;
    for (const [index, bound] of bounds.entries()) {
      if (seconds <= bound) timing.buckets[index] = (timing.buckets[index] ?? 0) + 1;
    }
  };
  const render = (pool: PoolCounts | undefined): string =>
    [
      family('scrim_http_requests_total', 'counter', 'Answered requests.', [...requests]),
      histogram('scrim_http_request_duration_seconds', 'Time from request to answer.', timings),
      family('scrim_http_requests_in_flight', 'gauge', 'Requests being worked on.', [['', inFlight]]),
      family('scrim_writes_refused_total', 'counter', 'Refused writes by status.', [...refused]),
      ...(pool ? poolFamilies(pool) : []),
      ...processFamilies(),
    ].join('');
  const began = (): void => {
    inFlight += 1;
  };
  return { began, answered, render };
}

function increase(counts: Map<string, number>, labels: string): void {
  counts.set(labels, (counts.get(labels) ?? 0) + 1);
}

type Samples = readonly (readonly [labels: string, value: number])[];

function family(name: string, type: string, says: string, samples: Samples): string {
  return [
    `# HELP ${name} ${says}`,
    `# TYPE ${name} ${type}`,
    ...samples.map((one) => sample(name, one)),
    '',
  ].join('\n');
}

function sample(name: string, [labels, value]: Samples[number]): string {
  return `${name}${labels === '' ? '' : `{${labels}}`} ${value}`;
}

function histogram(name: string, says: string, timings: ReadonlyMap<string, Timing>): string {
  const lines = [...timings].flatMap(([where, { buckets, sum, count }]) => [
    ...buckets.map((value, index) => sample(`${name}_bucket`, [`${where},le="${bounds[index]}"`, value])),
    sample(`${name}_bucket`, [`${where},le="+Inf"`, count]),
    sample(`${name}_sum`, [where, sum]),
    sample(`${name}_count`, [where, count]),
  ]);
  return [`# HELP ${name} ${says}`, `# TYPE ${name} histogram`, ...lines, ''].join('\n');
}

function poolFamilies({ total, idle, waiting, max }: PoolCounts): string[] {
  const states: Samples = [
    ['state="busy"', total - idle],
    ['state="idle"', idle],
  ];
  return [
    family('scrim_database_connections', 'gauge', 'Connections to PostgreSQL.', states),
    family('scrim_database_connections_max', 'gauge', 'Connections this server may have.', [['', max]]),
    family('scrim_database_waiting', 'gauge', 'Requests waiting for a connection.', [['', waiting]]),
  ];
}

function processFamilies(): string[] {
  const { user, system } = process.cpuUsage();
  const { rss, heapUsed } = process.memoryUsage();
  const started = Date.now() / 1000 - process.uptime();
  return [
    family('process_cpu_seconds_total', 'counter', 'CPU time.', [['', (user + system) / 1e6]]),
    family('process_resident_memory_bytes', 'gauge', 'Memory of the process.', [['', rss]]),
    family('process_start_time_seconds', 'gauge', 'When it started, since 1970.', [['', started]]),
    family('nodejs_heap_size_used_bytes', 'gauge', 'Memory of JavaScript objects.', [['', heapUsed]]),
  ];
}

function escaped(label: string): string {
  return label.replace(/[\\"]/g, '\\$&').replace(/\n/g, '\\n');
}
