import type { Translate } from '../../core/messages/translate.ts';

/** A role as the settings source's own pages call it; one we do not know comes back as the server wrote it. */
export function roleWords(role: string | undefined, t: Translate): string {
  if (role === undefined) return '';
  const key = `role.${role}`;
  return t.has(key) ? t(key) : role;
}
