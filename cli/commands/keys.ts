import type { Translate } from '../../core/messages/translate.ts';
import { databaseKeyDesk } from '../databaseKeyDesk.ts';
import { httpKeyDesk } from '../httpKeyDesk.ts';
import { type KeyDesk, KeyDeskError, type ListedKey, type MadeKey } from '../keyDesk.ts';
import type { OperationContext } from '../operate.ts';
import type { KeysCommand } from '../parseOperation.ts';
import { printable } from '../printable.ts';

/**
 * `scrim keys`: standard output is the result, the key itself and nothing else where one is made; words go to
 * standard error.
 *
 * @throws {KeyDeskError} when it is refused
 */
export async function keys(command: KeysCommand, context: OperationContext): Promise<void> {
  const desk = await openDesk(command, context);
  try {
    await work(desk, command, context);
  } finally {
    await desk.close();
  }
}

async function work(desk: KeyDesk, command: KeysCommand, context: OperationContext): Promise<void> {
  const { t, write, warn } = context;
  const give = (made: MadeKey) => {
    write(command.json ? `${JSON.stringify(made)}\n` : `${made.key}\n`);
    warn(t('operate.key-made', { id: made.id, email: printable(made.email), role: made.role }));
  };
  switch (command.name) {
    case 'keys create':
      return give(await desk.create(command));
    case 'keys regenerate':
      give(await desk.regenerate(command.id));
      return warn(t('operate.key-replaced', { id: command.id }));
    case 'keys revoke':
      await desk.revoke(command.id);
      return warn(t('operate.key-revoked', { id: command.id }));
    case 'keys list': {
      const listed = await desk.list();
      for (const key of listed) write(command.json ? `${JSON.stringify(key)}\n` : lineOf(key, t));
      if (listed.length === 0) warn(t('operate.no-keys'));
    }
  }
}

async function openDesk(command: KeysCommand, context: OperationContext): Promise<KeyDesk> {
  const { env, warn, t } = context;
  const { org, server } = command;
  if (server !== undefined) {
    const key = command.keyFromStdin ? (await context.readStdin()).trim() : (env.SCRIM_ADMIN_KEY ?? '');
    if (key === '') throw new KeyDeskError(t('operate.no-admin-key'));
    return httpKeyDesk({ server, key, org });
  }
  const newOrg = command.name === 'keys create' ? command.newOrg : undefined;
  return databaseKeyDesk({
    org: org ?? '',
    newOrg,
    databaseUrl: env.DATABASE_URL || undefined,
    dataDir: command.dataDir ?? (env.SCRIM_DATA_DIR || '.scrim/data'),
    create: newOrg !== undefined,
    warn,
  });
}

function lineOf(key: ListedKey, t: Translate): string {
  const state = key.revoked_at
    ? t(key.replaced_by ? 'operate.state-replaced' : 'operate.state-revoked', { at: key.revoked_at })
    : key.expires_at
      ? t('operate.state-expires', { at: key.expires_at })
      : t('operate.state-in-force');
  const used = key.last_used_at ?? t('operate.never-used');
  const cells = [key.id, key.role.padEnd(9), key.email, state, used, key.created_by];
  return `${cells.map(printable).join('\t')}\n`;
}
