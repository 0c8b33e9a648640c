import { base58Check } from './base58Check.ts';
import { bech32Check } from './bech32Check.ts';
import type { Detector, Span } from './detector.ts';

const candidate =
  /(?<![\p{L}\d_])(?:[13LMDXt][1-9A-HJ-NP-Za-km-z]{25,34}|(?:bc|tb|ltc)1[02-9ac-hj-np-z]{8,87}|(?:BC|TB|LTC)1[02-9AC-HJ-NP-Z]{8,87}|0x[0-9a-fA-F]{40})(?![\p{L}\d_])/gu;
const words =
  /wallet|crypto|bitcoin|\bbtc\b|ether|\beth\b|litecoin|\bltc\b|doge|coin|token|contract|address|0x/i;
const contextReach = 60;
const afterReach = 24;
const schemes: readonly (readonly [start: RegExp, scheme: string])[] = [
  [/^0x/, 'ethereum'],
  [/^(?:bc1|tb1|[13])/i, 'bitcoin'],
  [/^(?:ltc1|[LM])/i, 'litecoin'],
  [/^D/, 'dogecoin'],
  [/^X/, 'dash'],
  [/^t/, 'zcash'],
];

/**
 * Addresses of wallets by their checksum: Bitcoin and what is built like it (Base58Check, BIP 173, BIP 350). Ethereum's
 * have none that is always written, so they need a word beside them or stand alone.
 */
export const cryptoWallet: Detector = {
  id: 'crypto-wallet',
  examples: {
    found: [
      '1BoatSLRHtKNngkdXEeobR76b53LETtpyT',
      'pay to bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4',
      '0x52908400098527886E0F7030069857D2E4169EE7 is my wallet',
    ],
    clean: ['1BoatSLRHtKNngkdXEeobR76b53LETtpyU', 'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5'],
  },
  detect(text, context) {
    const spans: Span[] = [];
    for (const match of text.matchAll(candidate)) {
      const written = match[0];
      const start = match.index;
      const scheme = schemes.find(([begin]) => begin.test(written))?.[1] ?? 'bitcoin';
      const end = start + written.length;
      const around = `${text.slice(Math.max(0, start - contextReach), start)} ${text.slice(end, end + afterReach)}`;
      const near = `${context.hint ?? ''} ${around}`;
      const ethereum = scheme === 'ethereum' && (words.test(near) || text.trim() === written);
      const checked = /^(?:bc|tb|ltc)1/i.test(written) ? bech32Check(written) : base58Check(written);
      if (!ethereum && !checked) continue;
      spans.push({ start, end, confidence: checked ? 0.95 : 0.7, scheme });
    }
    return spans;
  },
};
