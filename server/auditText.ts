import type { AuditRow } from './schema.ts';

export type AuditFormat = 'ndjson' | 'csv';

/** An entry as `/v1/audit` shows it. */
export function auditJson(row: AuditRow): Record<string, unknown> {
  return {
    seq: row.seq,
    at: row.at.toISOString(),
    email: row.email,
    key_id: row.keyId,
    action: row.action,
    target: row.target,
    detail: JSON.parse(row.detail) as unknown,
    request_id: row.requestId,
    previous_hash: row.previousHash,
    hash: row.hash,
  };
}

/** What an export begins with. */
export function auditHeader(format: AuditFormat): string {
  return format === 'csv' ? 'seq,at,email,key_id,action,target,detail,request_id,previous_hash,hash\r\n' : '';
}

/** One entry as a line: JSON, or CSV (RFC 4180) with `detail` as JSON text. */
export function auditLine(row: AuditRow, format: AuditFormat): string {
  if (format === 'ndjson') return `${JSON.stringify(auditJson(row))}\n`;
  const { seq, at, email, keyId, action, target, detail, requestId, previousHash, hash } = row;
  const cells = [seq, at.toISOString(), email, keyId, action, target, detail, requestId, previousHash, hash];
  return `${cells.map((cell) => csvCell(String(cell))).join(',')}\r\n`;
}

/** A spreadsheet runs what begins with one of these as a formula; behind an apostrophe it is text (OWASP, CSV injection). */
function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
