import type { PlannedLook } from './plannedLook.ts';

/** One of several runs that share a list of pages: `2/4` is `{ index: 2, of: 4 }`. */
export interface Shard {
  /** From 1. */
  readonly index: number;
  readonly of: number;
}

const fnvOffset = 0x811c9dc5;
const fnvPrime = 0x01000193;

/**
 * Which of `of` shards a look belongs to, from 1: by its page and step alone, so that it stays where it is when others
 * come and go. FNV-1a over UTF-16 units (RFC 9923), with the finaliser of MurmurHash3, since addresses of one site
 * differ in few characters.
 */
export function shardOf({ page, step = '' }: Pick<PlannedLook, 'page' | 'step'>, of: number): number {
  let hash = fnvOffset;
  const text = `${page}\n${step}`;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ (text.charCodeAt(at) & 0xff), fnvPrime);
    hash = Math.imul(hash ^ (text.charCodeAt(at) >>> 8), fnvPrime);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (((hash ^ (hash >>> 16)) >>> 0) % of) + 1;
}
