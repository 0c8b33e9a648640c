/** What each driver puts into the page: the test calls it there. */
export interface RecorderDriver {
  /** @param options the site's own configuration object */
  start(options: Record<string, unknown>): void;
  /** Everything of the recording that would leave the browser so far. */
  collect(): Promise<unknown[]> | unknown[];
}

declare global {
  interface Window {
    recorderDriver: RecorderDriver;
  }
}
