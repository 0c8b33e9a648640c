import { browser } from './browser.ts';

export interface Alarm {
  /** Wakes the worker once, after at least this long. Setting it again replaces it; it outlives the worker. */
  setIn(seconds: number): void;
  /** Call in the worker's first turn: an alarm may be what woke it. */
  onRing(listener: () => void): void;
}

/** Timers of a worker die with it; browsers hold alarms back to half a minute. */
export function createAlarm(name: string): Alarm {
  return {
    setIn: (seconds) => void browser.alarms.create(name, { delayInMinutes: seconds / 60 }),
    onRing: (listener) =>
      browser.alarms.onAlarm.addListener((alarm) => {
        if (alarm.name === name) listener();
      }),
  };
}
