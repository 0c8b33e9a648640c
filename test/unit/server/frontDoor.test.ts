import { describe, expect, it } from 'vitest';
import { clientAddress } from '../../../server/clientAddress.ts';
import { networkOf } from '../../../server/networkOf.ts';
import { proxyList } from '../../../server/proxyList.ts';
import { serveArguments } from '../../../server/serveArguments.ts';
import { createServerLog } from '../../../server/serverLog.ts';
import { serverWords } from '../../../server/serverWords.ts';
import { createTokenBuckets } from '../../../server/tokenBuckets.ts';

const isTrusted = proxyList(['10.0.0.0/8', 'fd00::1']);
const t = serverWords();
const read = (argv: readonly string[], env = {}) => serveArguments(argv, env, t);

describe('whose request it is', () => {
  it.each([
    ['203.0.113.9', '198.51.100.1', '203.0.113.9'],
    ['10.0.0.7', '198.51.100.1', '198.51.100.1'],
    ['::ffff:10.0.0.7', '198.51.100.1', '198.51.100.1'],
    ['10.0.0.7', 'made up, 198.51.100.1', '198.51.100.1'],
    ['10.0.0.7', '192.0.2.1, 198.51.100.1, 10.0.0.9', '198.51.100.1'],
    ['10.0.0.7', 'evil\r\nline', '10.0.0.7'],
    ['10.0.0.7', undefined, '10.0.0.7'],
    ['fd00::1', '2001:db8::5', '2001:db8::5'],
    ['10.0.0.7', Array(1_000).fill('10.0.0.8').join(), '10.0.0.8'],
  ])('is from %s with "%s": %s', (peer, forwarded, whose) => {
    expect(clientAddress(peer, forwarded, isTrusted)).toBe(whose);
  });

  it('counts an IPv6 network as one caller', () => {
    expect(networkOf('2001:db8:1:2:3:4:5:6')).toBe(networkOf('2001:db8:1:2::9'));
    expect(networkOf('2001:db8:1:2::9')).not.toBe(networkOf('2001:db8:1:3::9'));
    expect(networkOf('2001:0DB8:0001:0002::9')).toBe('2001:db8:1:2::/64');
    expect(networkOf('::1')).toBe('0:0:0:0::/64');
    expect(networkOf('fe80::1%eth0')).toBe('fe80:0:0:0::/64');
    expect(networkOf('203.0.113.9')).toBe('203.0.113.9');
  });

  it.each(['10.0.0.0/33', 'proxy.example', '', '10.0.0.1/x', '::/129'])('takes no proxy "%s"', (entry) => {
    expect(() => proxyList([entry])).toThrow(TypeError);
  });
});

describe('turns', () => {
  it('come back with time, and a flood of names takes no memory', () => {
    let at = 0;
    const take = createTokenBuckets({ burst: 2, perSecond: 0.5 }, () => new Date(at));
    expect([take('a'), take('a'), take('a'), take('b')]).toEqual([0, 0, 2, 0]);
    at = 2_000;
    expect([take('a'), take('a')]).toEqual([0, 2]);
    for (let n = 0; n < 10_001; n += 1) take(`name ${n}`);
    // Forgotten, so it starts anew.
    expect([take('a'), take('a'), take('a')]).toEqual([0, 0, 2]);
  });
});

describe('what scrim serve is told', () => {
  it('listens on this computer unless told otherwise', () => {
    expect(read([])).toMatchObject({ port: 4870, host: '127.0.0.1', logFormat: 'text', demo: false });
    expect(read(['--port', '1'], { PORT: '2', SCRIM_DATA_DIR: 'd' })).toMatchObject({
      port: 1,
      dataDir: 'd',
    });
    expect(read([], { PORT: '2', DATABASE_URL: '' })).toMatchObject({ port: 2, databaseUrl: undefined });
  });

  it.each(['0.0.0.0', '::', '192.0.2.1', 'example.com', '127.0.0.1.evil.example'])(
    'does not listen on %s without encryption',
    (host) => {
      expect(() => read(['--host', host])).toThrow('unencrypted');
      expect(read(['--host', host, '--behind-proxy']).host).toBe(host);
      expect(read(['--host', host, '--tls-cert', 'c', '--tls-key', 'k']).tls).toEqual({
        cert: 'c',
        key: 'k',
      });
    },
  );

  it.each([
    ['--port', 'x'],
    ['--port', '70000'],
    ['--tls-cert', 'c'],
    ['--trusted-proxy', '10.0.0.1'],
    ['--behind-proxy', '--trusted-proxy', 'proxy'],
    ['--log', 'xml'],
    ['--metrics-token', 'x'],
    ['extra'],
  ])('refuses %s %s %s', (...argv) => {
    expect(() => read(argv.filter((one) => one !== undefined))).toThrow();
  });

  it('takes the token for metrics from the environment only, and no short one', () => {
    expect(read([], { SCRIM_METRICS_TOKEN: 'x'.repeat(16) }).metricsToken).toBe('x'.repeat(16));
    expect(() => read([], { SCRIM_METRICS_TOKEN: 'short' })).toThrow('16 characters');
  });
});

describe('a log line', () => {
  it('is one line, whatever is in it', () => {
    const lines: string[] = [];
    const at = new Date(0);
    for (const format of ['text', 'json'] as const) {
      const log = createServerLog({ format, now: () => at, write: (line) => lines.push(line) });
      log('request', { route: 'a\nb\u001b[31m "c"', status: 200, none: undefined });
    }
    expect(lines[0]).toBe('request route="a\\nb\\u001b[31m \\"c\\"" status=200');
    expect(JSON.parse(lines[1] ?? '')).toEqual({
      time: '1970-01-01T00:00:00.000Z',
      level: 'info',
      message: 'request',
      route: 'a\nb\u001b[31m "c"',
      status: 200,
    });
    expect(lines.join('')).not.toMatch(/\p{Cc}/u);
  });
});
