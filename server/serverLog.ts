export type LogFormat = 'text' | 'json';

export type LogFields = Readonly<Record<string, string | number | boolean | undefined>>;

/** One event. Fields hold ids, counts and words of ours; never a key, a body, a query, a selector or a value. */
export type Log = (message: string, fields?: LogFields, level?: 'info' | 'warn' | 'error') => void;

/** Makes lines of events: for people (`message name=value`), or JSON with `time`, `level` and `message`. */
export function createServerLog(options: {
  readonly format: LogFormat;
  readonly now: () => Date;
  readonly write: (line: string) => void;
}): Log {
  const { format, now, write } = options;
  return (message, fields = {}, level = 'info') => {
    if (format === 'json') {
      write(JSON.stringify({ time: now().toISOString(), level, message, ...fields }));
      return;
    }
    const told = Object.entries(fields)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => ` ${name}=${plain(String(value))}`);
    write(`${message}${told.join('')}`);
  };
}

/** Nothing in a value can end the line or steer a terminal. */
function plain(value: string): string {
  return /^[\x21\x23-\x7e]*$/.test(value) ? value : JSON.stringify(value).replace(/[^\x20-\x7e]/g, '?');
}
