import { type Context, Hono } from 'hono';
import { stream } from 'hono/streaming';
import { ApiError } from '../apiError.ts';
import type { AppDeps, AppEnv } from '../appEnv.ts';
import { type AuditSearch, listAudit, readAudit, verifyAudit } from '../auditStore.ts';
import { type AuditFormat, auditHeader, auditJson, auditLine } from '../auditText.ts';
import type { Allow } from '../authenticate.ts';
import { decodePageToken, encodePageToken } from '../pageToken.ts';

const pageSize = 50;
const maxText = 256;

const mediaTypes: Record<AuditFormat, string> = {
  ndjson: 'application/x-ndjson',
  csv: 'text/csv; charset=utf-8',
};

/** `/v1/audit`: who did what. For Admins; nothing here can be changed. */
export function audit(deps: AppDeps, allow: Allow): Hono<AppEnv> {
  const { database } = deps;
  const routes = new Hono<AppEnv>();
  routes.get('/', allow('administer'), async (c) => {
    const [before = Number.MAX_SAFE_INTEGER] = decodePageToken(c.req.query('page_token'), 'audit') ?? [];
    const window = { before, limit: pageSize + 1 };
    const rows = await listAudit(await database.open(), c.get('caller').orgId, searchOf(c), window);
    const shown = rows.slice(0, pageSize);
    const last = shown.at(-1);
    const next = rows.length > pageSize && last ? encodePageToken('audit', last.seq) : null;
    return c.json({ results: shown.map(auditJson), next_page_token: next });
  });
  routes.get('/export', allow('administer'), async (c) => {
    const format = c.req.query('format') ?? 'ndjson';
    if (format !== 'ndjson' && format !== 'csv')
      throw new ApiError(400, 'invalid_request', 'format: must be ndjson or csv');
    const rows = readAudit(await database.open(), c.get('caller').orgId, searchOf(c));
    c.header('Content-Type', mediaTypes[format]);
    c.header('Content-Disposition', `attachment; filename="audit.${format}"`);
    return stream(c, async (out) => {
      await out.write(auditHeader(format));
      for await (const row of rows) {
        if (out.aborted) return;
        await out.write(auditLine(row, format));
      }
    });
  });
  routes.get('/verify', allow('administer'), async (c) => {
    const { entries, head, brokenAt } = await verifyAudit(await database.open(), c.get('caller').orgId);
    return c.json({ intact: brokenAt === undefined, entries, head, broken_at: brokenAt ?? null });
  });
  return routes;
}

/** @throws {ApiError} 400 naming the entry */
function searchOf(c: Context<AppEnv>): AuditSearch {
  const text = (name: string): string | undefined => {
    const value = c.req.query(name);
    if (value === undefined || value === '') return undefined;
    if (value.length > maxText || value.includes('\0'))
      throw new ApiError(
        400,
        'invalid_request',
        `${name}: is longer than ${maxText} or cannot be searched for`,
      );
    return value;
  };
  const time = (name: string): Date | undefined => {
    const value = text(name);
    if (value === undefined) return undefined;
    const at = new Date(value);
    if (!/^\d{4}-\d\d-\d\d(?:T[\d:.]{5,16}(?:Z|[+-]\d\d:\d\d))?$/.test(value) || Number.isNaN(at.getTime()))
      throw new ApiError(400, 'invalid_request', `${name}: must be a time such as 2026-11-26T00:00:00Z`);
    return at;
  };
  return {
    actor: text('actor'),
    action: text('action'),
    target: text('target'),
    since: time('since'),
    until: time('until'),
    q: text('q'),
  };
}
