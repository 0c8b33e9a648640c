import { browser } from './browser.ts';

export interface Alarm {
  /** Wakes the worker once, after at least this long or earlier if it is set to that already; it outlives the worker. */
  setIn(seconds: number): void;
  /** Call in the worker's first turn: an alarm may be what woke it. */
  onRing(listener: () => void): void;
}

/** Timers of a worker die with it; browsers hold alarms back to half a minute. */
export function createAlarm(name: string): Alarm {
  return {
    setIn: (seconds) => void setEarlier(name, seconds),
    onRing: (listener) =>
      browser.alarms.onAlarm.addListener((alarm) => {
        if (alarm.name === name) listener();
      }),
  };
}

/** Several pushes may wait for different times: who is woken too early goes on waiting. */
async function setEarlier(name: string, seconds: number): Promise<void> {
  const known = await browser.alarms.get(name);
  const isEarlier = known !== undefined && known.scheduledTime <= Date.now() + seconds * 1000;
  // One that is overdue may be the one that woke the worker.
  if (isEarlier && known.scheduledTime > Date.now()) return;
  await browser.alarms.create(name, { delayInMinutes: seconds / 60 });
}
