import { sha256 } from '../../detectors/sha256.ts';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/**
 * How a content security policy names a script or style sheet that may run: `sha256-` and the digest in base64.
 *
 * @param source ASCII only
 */
export function sourceHash(source: string): string {
  return `'sha256-${base64(sha256(Uint8Array.from(source, (char) => char.charCodeAt(0))))}'`;
}

function base64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b, c] = bytes.subarray(at, at + 3);
    const bits = (a << 16) | ((b ?? 0) << 8) | (c ?? 0);
    const digits = [18, 12, 6, 0].map((shift) => alphabet[(bits >> shift) & 63] ?? '');
    const filled = b === undefined ? 2 : c === undefined ? 3 : 4;
    text += digits.slice(0, filled).join('').padEnd(4, '=');
  }
  return text;
}
