/**
 * One request to FullStory's settings API and its answer, written down by hand from the published contracts
 * (fullstorydev/sekizui 8f3699a, `reference/2026-09/contracts`) and from what is documented of errors. Used both ways: the
 * connector has to send exactly these requests and understand these answers; Scrim's server has to answer the same
 * requests in the same shapes.
 */
export interface Exchange {
  readonly request: {
    readonly method: 'GET' | 'POST' | 'DELETE';
    /** With its query. `{id}` stands for the id of a rule. */
    readonly path: string;
    readonly body?: unknown;
    readonly idempotencyKey?: string;
  };
  readonly answer: {
    readonly status: number;
    readonly headers?: Readonly<Record<string, string>>;
    /** A value is sent as JSON, a text as it is; absent: no body. */
    readonly json?: unknown;
    readonly text?: string;
  };
  /** Which key the server's side is asked with. */
  readonly role: 'admin' | 'architect' | 'user' | 'nobody';
  /** Why Scrim's server is not asked for this: it never answers so. Absent: it is asked. */
  readonly notAsked?: string;
  /** On the server's side this takes place first: an exchange of the same list. */
  readonly after?: 'create';
  /** What `{id}` stands for on the server's side; absent: a rule of the org's own. */
  readonly of?: 'built-in' | 'nothing';
}

export const ruleId = 'a1b2c3d4-e5f6-7890-abcd-ef1234567890';
export const idempotencyKey = '6f9f3b1a-3f0e-4c64-9d5c-0a4a4d7f9f10';

export const elements = '/v2beta/privacy/elements';
export const recording = '/settings/recording/v1';
