import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { PageNotLoaded } from './pageNotLoaded.ts';
import type { Target } from './target.ts';

/** Browsers read these by other rules than HTML: `<p class="fs-mask"/>` masks nothing in XHTML, and the rest in HTML. */
const notHtml = new Set(['.xhtml', '.xht', '.xml', '.svg', '.mht', '.mhtml', '.pdf']);

/** How far the HTML standard looks for a declared encoding. */
const prescanBytes = 1024;

/**
 * The text of a saved page in the encoding it says it has: a byte order mark, else `<meta charset>`, else UTF-8.
 *
 * @throws PageNotLoaded when the file is not HTML
 */
export async function readSavedFile(target: Target): Promise<string> {
  const file = target.file ?? target.given;
  if (notHtml.has(extname(file).toLowerCase()))
    throw new PageNotLoaded(
      `a ${extname(file)} file is not HTML and needs a browser: leave out --no-browser`,
    );
  const bytes = await readFile(file);
  const text = new TextDecoder(encodingOf(bytes)).decode(bytes);
  if (text.includes('\0')) throw new PageNotLoaded('the file is not HTML text');
  return text;
}

function encodingOf(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  const start = bytes.subarray(0, prescanBytes).toString('latin1');
  const label = /<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(start)?.[1] ?? 'utf-8';
  return isEncoding(label) ? label : 'utf-8';
}

/** A page that can be searched for `<meta` is not in UTF-16, whatever it says: such a label means UTF-8. */
function isEncoding(label: string): boolean {
  if (/^utf-?16/i.test(label)) return false;
  try {
    return new TextDecoder(label).encoding !== '';
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
