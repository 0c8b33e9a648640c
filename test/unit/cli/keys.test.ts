import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { en } from '../../../assets/locales/en/index.ts';
import { audit } from '../../../cli/commands/audit.ts';
import { keys } from '../../../cli/commands/keys.ts';
import { parseOperation } from '../../../cli/parseOperation.ts';
import { createTranslator } from '../../../core/messages/translate.ts';
import { startServer } from '../../../server/startServer.ts';

/** A database on disk takes seconds to start alone, and ten times that on a busy machine. */
const slow = { timeout: 300_000 };

interface Said {
  readonly out: string;
  readonly words: string;
  readonly code: number;
}

async function scrim(line: string, env: Readonly<Record<string, string>> = {}, stdin = ''): Promise<Said> {
  let out = '';
  let words = '';
  const context = {
    env,
    write: (text: string) => {
      out += text;
    },
    warn: (text: string) => {
      words += `${text}\n`;
    },
    readStdin: () => Promise.resolve(stdin),
    t: createTranslator(en, 'en'),
  };
  const command = parseOperation(line.split(' '));
  if (command.group === 'help') throw new Error('help');
  const code = command.group === 'audit' ? await audit(command, context) : 0;
  if (command.group === 'keys') await keys(command, context);
  return { out, words, code };
}

const org = '--org o-ACME-na1';
const made = /^scrim\.([0-9a-f]{16})\.[\w-]{43}\n$/;

describe('scrim keys', slow, () => {
  it('makes an org and its keys in the folder, and goes on through the running server', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'scrim-keys-'));
    onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
    const env = { SCRIM_DATA_DIR: dataDir };
    await expect(scrim(`keys list ${org}`, env)).rejects.toThrow('There is no database');
    const bea = `keys create ${org} --email bea@acme.example --role admin`;
    const first = await scrim(`${bea} --new-org Acme`, env);
    expect(first.out).toMatch(made);
    expect(first.words).not.toContain(first.out.trim());
    await expect(scrim(`${bea} --new-org Acme`, env)).rejects.toThrow('There is an org');
    await expect(scrim(bea.replace('ACME', 'OTHER'), env)).rejects.toThrow('There is no org');
    const id = made.exec(first.out)?.[1] ?? '';
    await expect(scrim(`keys revoke ${id} ${org}`, env)).rejects.toThrow('last Admin key');

    const server = await startServer({ port: 0, dataDir, log: () => undefined });
    onTestFinished(() => server.close());
    await expect(scrim(`keys list ${org}`, env)).rejects.toThrow('--server');
    const through = `--server ${server.url}`;
    await expect(scrim(`keys list ${through}`)).rejects.toThrow('An Admin key is needed');
    const asBea = { SCRIM_ADMIN_KEY: first.out.trim() };
    await expect(scrim(`keys list ${through} --org o-OTHER-na1`, asBea)).rejects.toThrow(
      'belongs to o-ACME-na1',
    );
    const cy = await scrim(`keys create ${through} --email cy@acme.example --role architect`, asBea);
    const cyId = made.exec(cy.out)?.[1] ?? '';
    const fresh = await scrim(`keys regenerate ${cyId} ${through} --key-stdin`, {}, first.out);
    expect(fresh.out).toMatch(made);
    await scrim(`keys revoke ${made.exec(fresh.out)?.[1]} ${through}`, asBea);
    const listed = (await scrim(`keys list ${through} --json`, asBea)).out.trimEnd().split('\n');
    expect(
      listed.map((line) => (JSON.parse(line) as { revoked_at: string | null }).revoked_at === null),
    ).toEqual([true, false, false]);
    await server.close();

    const verified = await scrim(`audit verify ${org}`, env);
    expect([verified.code, verified.out]).toEqual([0, expect.stringMatching(/^5:[0-9a-f]{64}\n$/)]);
    const longer = `${org} --head ${verified.out.trim().replace('5:', '6:')}`;
    expect((await scrim(`audit verify ${longer}`, env)).code).toBe(1);
    await expect(scrim('audit verify --org o-OTHER-na1', env)).rejects.toThrow('There is no org');
    const exported = (await scrim(`audit export ${org} --format csv`, env)).out;
    expect(exported.match(/key\.\w+/g)).toEqual([
      'key.created',
      'key.created',
      'key.regenerated',
      'key.revoked',
    ]);
  });
});

describe('what scrim keys and scrim audit are told', () => {
  it.each([
    'keys create',
    `keys create ${org} --role admin`,
    `keys create ${org} --email a@b.example --role ADMIN`,
    `keys create ${org} --email a@b.example --role constructor`,
    `keys create --server https://s.example --email a@b.example --role admin --new-org Acme`,
    `keys revoke ${org}`,
    `keys revoke ${org} ../keys`,
    `keys list ${org} --email a@b.example`,
    `keys list ${org} --key scrim.secret`,
    `keys list ${org} --key-stdin`,
    `keys steal ${org}`,
    'keys constructor',
    `audit verify ${org} --head 5`,
    `audit export ${org} --format xls`,
    `audit export ${org} --json`,
    `audit verify ${org} --server https://s.example`,
  ])('refuses: scrim %s', (line) => {
    expect(() => parseOperation(line.split(' '))).toThrow();
  });
});
