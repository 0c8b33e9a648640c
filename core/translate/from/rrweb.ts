import { rrweb } from '../../profiles/rrweb.ts';
import { readRrwebSettings } from '../readRrwebSettings.ts';
import type { SourceReader } from '../sourceReader.ts';

/** The object passed to rrweb's `record()`. */
export const fromRrweb: SourceReader = {
  id: 'rrweb',
  read: (source, notes) => readRrwebSettings('rrweb', rrweb.parseOptions(source.options), source, notes),
};
