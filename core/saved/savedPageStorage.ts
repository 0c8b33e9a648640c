import type { PageSnapshot } from './pageSnapshot.ts';

/** What is told of a saved page without reading it. */
export interface SavedPageEntry {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  /** RFC 3339. */
  readonly savedAt: string;
  readonly elements: number;
  /** UTF-16 units of the page as JSON. */
  readonly length: number;
}

/**
 * Where saved pages are kept, on this machine only. Redacted pages go in and nothing else. Every promise resolves only
 * when the data is stored for good, and rejects with `SavedPagesError`.
 */
export interface SavedPageStorage {
  /** Newest first. */
  list(): Promise<readonly SavedPageEntry[]>;
  /** Undefined: it is not there any more. */
  read(id: string): Promise<PageSnapshot | undefined>;
  /** All or none. */
  add(pages: readonly PageSnapshot[]): Promise<void>;
  rename(id: string, name: string): Promise<void>;
  remove(id: string): Promise<void>;
  clear(): Promise<void>;
}

/** A message key (`savedPages.problem.<code>`) and what may be said beside it. Never page content. */
export class SavedPagesError extends Error {
  override readonly name = 'SavedPagesError';
  readonly code: SavedPagesProblem;

  constructor(code: SavedPagesProblem, detail = '') {
    super(detail);
    this.code = code;
  }
}

export type SavedPagesProblem =
  | 'too-many'
  | 'too-large'
  | 'full'
  | 'not-stored'
  | 'not-read'
  | 'incomplete'
  | 'file'
  | 'name'
  | 'ended';
