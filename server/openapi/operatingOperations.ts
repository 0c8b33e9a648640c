import { keyBodySchema } from '../keyBody.ts';
import * as answers from './answerSchemas.ts';
import type { Operation } from './operation.ts';

const token = { page_token: 'Where the page before ended.' };
const audited = {
  actor: 'E-mail or key id.',
  action: 'An action, or the beginning of one.',
  target: 'What it happened to.',
  since: 'At or after this time.',
  until: 'Before this time.',
  q: 'Part of any text of an entry.',
};

/** What it takes to operate the server: health, keys, the audit log. */
export const operatingOperations: Readonly<Record<string, Operation>> = {
  'GET /healthz': {
    id: 'isLive',
    summary: 'Does the process answer?',
    level: 'none',
    answer: answers.liveAnswer,
  },
  'GET /readyz': {
    id: 'isReady',
    summary: 'Does the database answer too?',
    level: 'none',
    answer: answers.readyAnswer,
  },
  'GET /metrics': {
    id: 'readMetrics',
    summary: 'For Prometheus: with its own token, or from this computer.',
    level: 'none',
    answer: ['text/plain'],
  },
  'GET /v1/keys': {
    id: 'listKeys',
    summary: 'The keys of the org, without their secrets.',
    level: 'admin',
    query: token,
    answer: answers.keyPageAnswer,
  },
  'POST /v1/keys': {
    id: 'createKey',
    summary: 'Makes a key. It is shown this once.',
    level: 'admin',
    body: keyBodySchema,
    answer: answers.newKeyAnswer,
  },
  'POST /v1/keys/{id}/regenerate': {
    id: 'regenerateKey',
    summary: 'Makes a new key in place of one, which is dead at once.',
    level: 'own',
    answer: answers.regeneratedKeyAnswer,
  },
  'POST /v1/keys/{id}/revoke': {
    id: 'revokeKey',
    summary: 'From now on the key is refused.',
    level: 'own',
    answer: answers.emptyAnswer,
  },
  'DELETE /v1/keys/{id}': {
    id: 'deleteKey',
    summary: 'The same as to revoke it.',
    level: 'own',
    answer: answers.emptyAnswer,
  },
  'GET /v1/audit': {
    id: 'searchAudit',
    summary: 'Who did what, newest first.',
    level: 'admin',
    query: { ...token, ...audited },
    answer: answers.auditPageAnswer,
  },
  'GET /v1/audit/export': {
    id: 'exportAudit',
    summary: 'The audit log as a file, oldest first.',
    level: 'admin',
    query: { ...audited, format: 'ndjson (default) or csv.' },
    answer: ['application/x-ndjson', 'text/csv'],
  },
  'GET /v1/audit/verify': {
    id: 'verifyAudit',
    summary: 'Makes every hash of the audit log again.',
    level: 'admin',
    answer: answers.auditVerdictAnswer,
  },
};
