import { describe, expect, it } from 'vitest';
import { base58Check } from '../../../core/detectors/base58Check.ts';
import { bech32Check } from '../../../core/detectors/bech32Check.ts';
import { sha256 } from '../../../core/detectors/sha256.ts';

const hex = (bytes: Uint8Array) => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

describe('sha256', () => {
  // FIPS 180-4 examples, and a text longer than one block.
  it.each([
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    [
      'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    ],
  ])('of "%s"', (text, digest) => {
    expect(hex(sha256(new TextEncoder().encode(text)))).toBe(digest);
  });
});

describe('base58Check', () => {
  it.each(['1BoatSLRHtKNngkdXEeobR76b53LETtpyT', '3P14159f73E4gFr7JterCCQh9QjiTjiZrG'])(
    'takes %s',
    (address) => {
      expect(base58Check(address)).toBe(true);
      expect(base58Check(`${address.slice(0, -1)}z`)).toBe(false);
    },
  );
  it('refuses what is no Base58', () => {
    expect(base58Check('1BoatSLRHtKNngkdXEeobR76b53LETtpy0')).toBe(false);
    expect(base58Check('')).toBe(false);
  });
});

describe('bech32Check', () => {
  // BIP 173 and BIP 350 test vectors.
  it.each([
    ['BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4', true],
    ['tb1qrp33g0q5c5txsp9arysrx4k6zdkfs4nce4xj0gdcccefvpysxf3q0sl5k7', true],
    ['bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0', true],
    ['bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5', false],
    ['bc1qqqqqq', false],
  ])('%s: %s', (address, valid) => {
    expect(bech32Check(address)).toBe(valid);
  });
});
