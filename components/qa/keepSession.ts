import { type ReadonlySignal, signal } from '@preact/signals';
import type { PageReport } from '../../core/report/pageReport.ts';
import type { QaMemory } from '../client.ts';

/** What outlives the panel, in memory: reports, which hold no value of a page. */
export interface KeptSession {
  readonly version: 1;
  /** RFC 3339. */
  readonly since: string;
  /** The panel was closed while the session went on. */
  readonly isOn: boolean;
  /** Id of the profile that it began with. */
  readonly recorder: string;
  readonly pages: readonly PageReport[];
}

export interface SessionKeeper {
  /** The session is another one than before: it is kept soon. */
  changed(): void;
  readonly notKept: ReadonlySignal<'too-large' | 'failed' | null>;
}

export interface KeepSessionDeps {
  readonly memory: QaMemory;
  /** Null: there is none, and what was kept goes. */
  readonly session: () => KeptSession | null;
  readonly restore: (session: KeptSession) => void;
  /** Called when the panel is about to go. */
  readonly onLeave: (listener: () => void, signal: AbortSignal) => void;
  readonly signal: AbortSignal;
}

/** A page that is typed into tells something new many times a second. */
const pauseMilliseconds = 500;
/** UTF-16 units of JSON: half of what browsers give to `storage.session` (10 MB), where keys are too. */
const longest = 4_000_000;

/** Keeps the session for as long as the browser runs: a panel that is closed by mistake loses nothing. */
export function keepSession({
  memory,
  session,
  restore,
  onLeave,
  signal: abort,
}: KeepSessionDeps): SessionKeeper {
  const notKept = signal<'too-large' | 'failed' | null>(null);
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function keep(): Promise<void> {
    timer = undefined;
    const present = session();
    try {
      if (!present) {
        await memory.forget();
        notKept.value = null;
        return;
      }
      if (JSON.stringify(present).length > longest) {
        // Half a session would look like a whole one.
        await memory.forget();
        notKept.value = 'too-large';
        return;
      }
      await memory.save(present);
      notKept.value = null;
    } catch {
      notKept.value = 'failed';
    }
  }

  memory.load().then(
    (found) => {
      if (!abort.aborted && isKeptSession(found)) restore(found);
    },
    () => {
      notKept.value = 'failed';
    },
  );
  onLeave(() => {
    if (timer !== undefined) void keep();
  }, abort);
  abort.addEventListener('abort', () => clearTimeout(timer), { once: true });

  return {
    changed() {
      if (!abort.aborted) timer ??= setTimeout(() => void keep(), pauseMilliseconds);
    },
    notKept,
  };
}

/** Only pages of this extension write there; another version of it may have. */
function isKeptSession(value: unknown): value is KeptSession {
  if (typeof value !== 'object' || value === null) return false;
  const { version, since, isOn, recorder, pages } = value as Partial<Record<keyof KeptSession, unknown>>;
  const isHead =
    version === 1 && typeof since === 'string' && typeof isOn === 'boolean' && typeof recorder === 'string';
  return isHead && Array.isArray(pages) && pages.every(isReport);
}

function isReport(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { page, loaded, leaks, uninspected } = value as Partial<Record<keyof PageReport, unknown>>;
  return (
    typeof page === 'string' &&
    typeof loaded === 'boolean' &&
    Array.isArray(leaks) &&
    Array.isArray(uninspected)
  );
}
