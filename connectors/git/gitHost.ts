import type { KeyNote } from '../../core/settings/settingsSource.ts';

/**
 * What Scrim needs of a place where repositories are kept and changes are reviewed. GitHub is `connectors/github/`;
 * another one (GitLab's projects and merge requests) is another implementation of this, nothing else.
 *
 * All functions reject with a `SettingsError`. Commits are named by their hash.
 */
export interface GitHost {
  /** `owner/name`, for people. */
  readonly repository: string;
  /** Who the token belongs to and what it may do; asks the host in a way that changes nothing. */
  identify(): Promise<GitIdentity>;
  /** The branch that pull requests go to when nobody says otherwise. */
  defaultBranch(): Promise<string>;
  /** The commit a branch is at; null when there is no such branch. */
  headOf(branch: string): Promise<string | null>;
  /** A file as it is in a commit; null when it is not there. */
  readFile(path: string, commit: string): Promise<GitFile | null>;
  /** Those commits up to `branch` in which the file was touched, newest first. `page` is `next` of the one before. */
  commitsOf(path: string, branch: string, page?: string): Promise<CommitPage>;
  /**
   * A new branch with one commit on top of `parent`. Both come into being at once or not at all: a branch is never
   * there without its commit. Rejects with `conflict` when a branch of this name is there already.
   */
  commitToNewBranch(commit: NewCommit): Promise<void>;
  deleteBranch(branch: string): Promise<void>;
  openChange(change: NewChangeRequest): Promise<ChangeRequest>;
  readChange(id: string): Promise<ChangeRequest>;
  /** The newest of this branch, whatever became of it; null when there is none. */
  findChange(branch: string): Promise<ChangeRequest | null>;
  /** Open ones that go to this base branch, newest first. */
  listOpenChanges(base: string): Promise<readonly ChangeRequest[]>;
  closeChange(id: string): Promise<ChangeRequest>;
}

export interface GitIdentity {
  readonly login: string;
  /** What the token may do here, in words. */
  readonly role: string;
  readonly canPropose: boolean;
  readonly keyNotes: readonly KeyNote[];
}

export interface GitFile {
  readonly text: string;
  /** Hash of the content: the same text has the same one. */
  readonly hash: string;
}

export interface NewCommit {
  readonly branch: string;
  readonly parent: string;
  readonly message: string;
  readonly files: readonly { readonly path: string; readonly text: string }[];
}

export interface CommitPage {
  readonly commits: readonly {
    readonly hash: string;
    /** RFC 3339. */
    readonly at: string;
    readonly by?: string;
  }[];
  readonly next?: string;
}

export interface NewChangeRequest {
  readonly branch: string;
  readonly base: string;
  readonly title: string;
  /** Markdown. */
  readonly body: string;
}

/** A pull request. */
export interface ChangeRequest {
  readonly id: string;
  readonly state: 'open' | 'merged' | 'closed';
  readonly title: string;
  readonly url: string;
  /** The branch it comes from; undefined when it comes from another repository. */
  readonly branch?: string;
  readonly openedBy?: string;
  readonly openedAt?: string;
  readonly decidedBy?: string;
  readonly decidedAt?: string;
  /** What keeps it from being merged, as far as the host tells. */
  readonly blockedBy?: string;
}
