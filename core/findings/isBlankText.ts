import type { IndexedRecord } from '../capture/captureRecord.ts';

/** Text that is only white space: it is sent, but nobody counts line breaks as content. */
export function isBlankText({ channel, output }: IndexedRecord): boolean {
  return channel === 'text' && output !== null && output.trim() === '';
}
