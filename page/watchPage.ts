/** A burst of changes is one change: the page is looked at again when it is quiet, or at last after a while. */
const quietMilliseconds = 250;
const patienceMilliseconds = 1500;

export interface PageWatch {
  readonly roots: readonly Node[];
  readonly isOurs: (node: Node) => boolean;
  readonly signal: AbortSignal;
  /** Told how many changes there were since the last time. */
  readonly onChange: (mutations: number) => void;
}

/**
 * Watches the documents and shadow roots of a scan: nodes, text, attributes, and what is typed.
 *
 * Not told of: rules added to a style sheet by script, `.value` set by script, a shadow root attached to an
 * element that was there before. Every scan reads them anew.
 */
export function watchPage({ roots, isOurs, signal, onChange }: PageWatch): void {
  let pending = 0;
  let first = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function note(count: number): void {
    if (count === 0 || signal.aborted) return;
    if (pending === 0) first = performance.now();
    pending += count;
    clearTimeout(timer);
    const patience = Math.max(0, first + patienceMilliseconds - performance.now());
    timer = setTimeout(report, Math.min(quietMilliseconds, patience));
  }

  function report(): void {
    const mutations = pending;
    pending = 0;
    onChange(mutations);
  }

  const observer = new MutationObserver((records) =>
    note(records.filter((record) => !isOwn(record, isOurs)).length),
  );
  for (const root of roots) {
    observer.observe(root, { subtree: true, childList: true, characterData: true, attributes: true });
    for (const type of ['input', 'change', 'load']) {
      root.addEventListener(type, () => note(1), { capture: true, passive: true, signal });
    }
  }
  signal.addEventListener(
    'abort',
    () => {
      observer.disconnect();
      clearTimeout(timer);
    },
    { once: true },
  );
}

function isOwn(record: MutationRecord, isOurs: (node: Node) => boolean): boolean {
  if (isOurs(record.target)) return true;
  if (record.type !== 'childList') return false;
  const touched = [...record.addedNodes, ...record.removedNodes];
  return touched.length > 0 && touched.every(isOurs);
}
