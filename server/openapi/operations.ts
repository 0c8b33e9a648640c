// Every address of the server, one entry each. A test holds it against the routes that are registered, and calls each.

import { policyBodySchema } from '../policyBody.ts';
import { proposalBodySchema } from '../proposalBody.ts';
import { restoreAllBodySchema, restoreBodySchema } from '../restoreBody.ts';
import { ruleBodySchema } from '../ruleBody.ts';
import * as answers from './answerSchemas.ts';
import { operatingOperations } from './operatingOperations.ts';
import type { Operation } from './operation.ts';
import { recordingOperations } from './recordingOperations.ts';

const token = { page_token: 'Where the page before ended.' };
const paged = { ...token, limit: '1 to 100; default 20.' };
const rule = '/v2beta/privacy/elements/{id}';
const decided = { level: 'admin', answer: answers.proposalAnswer } as const;

/** By method and path. */
export const operations: Readonly<Record<string, Operation>> = {
  'GET /openapi.json': {
    id: 'readDocument',
    summary: 'This document.',
    level: 'none',
    headers: ['If-None-Match'],
    answer: ['application/json'],
  },
  'GET /export/{recorder}': {
    id: 'exportRules',
    summary: 'The rules for live visitors as the configuration of a recorder. For sites; CORS is open.',
    level: 'none',
    query: { site: 'The site key.', format: 'json (default), or js: a script that sets scrimRules.' },
    requires: ['site'],
    headers: ['If-None-Match'],
    answer: answers.exportAnswer,
    alsoAs: ['text/javascript'],
  },
  'GET /me': {
    id: 'identify',
    summary: 'Whose key this is.',
    level: 'standard',
    answer: answers.identityAnswer,
  },
  'GET /v2beta/privacy/elements': {
    id: 'listRules',
    summary: 'Rules, 20 a page.',
    level: 'architect',
    query: token,
    headers: ['If-None-Match'],
    answer: answers.rulePageAnswer,
  },
  'POST /v2beta/privacy/elements': {
    id: 'createRule',
    summary: 'Creates a rule; the same Idempotency-Key within 24 hours gives the first answer.',
    level: 'admin',
    headers: ['Idempotency-Key'],
    body: ruleBodySchema,
    answer: answers.ruleAnswer,
  },
  [`GET ${rule}`]: {
    id: 'readRule',
    summary: 'One rule.',
    level: 'architect',
    headers: ['If-None-Match'],
    answer: answers.ruleAnswer,
  },
  [`POST ${rule}`]: {
    id: 'replaceRule',
    summary: 'Replaces a rule.',
    level: 'admin',
    headers: ['If-Match'],
    body: ruleBodySchema,
    answer: answers.ruleAnswer,
  },
  [`DELETE ${rule}`]: {
    id: 'deleteRule',
    summary: 'Deletes a rule; it can be put back.',
    level: 'admin',
    headers: ['If-Match'],
    answer: answers.emptyAnswer,
  },
  ...recordingOperations(),
  ...operatingOperations,
  'GET /v1/history': {
    id: 'readHistory',
    summary: 'Every version of every rule, newest first.',
    level: 'architect',
    query: paged,
    answer: answers.versionPageAnswer,
  },
  'GET /v1/rules/{id}/history': {
    id: 'readRuleHistory',
    summary: 'Every version of one rule, newest first; of a deleted one too.',
    level: 'architect',
    query: paged,
    answer: answers.versionPageAnswer,
  },
  'GET /v1/rules/{id}/diff': {
    id: 'compareVersions',
    summary: 'The fields in which two revisions of a rule differ.',
    level: 'architect',
    query: { from: 'Number of a revision.', to: 'Number of a revision.' },
    requires: ['from', 'to'],
    answer: answers.comparisonAnswer,
  },
  'POST /v1/rules/{id}/restore': {
    id: 'restoreRule',
    summary: 'Puts a rule back as it was at a revision, as a new version.',
    level: 'admin',
    headers: ['If-Match'],
    body: restoreBodySchema,
    answer: answers.ruleAnswer,
  },
  'POST /v1/restore': {
    id: 'restoreRules',
    summary: 'Puts all rules back as they were, in one change. If-Match: the tag of the list.',
    level: 'admin',
    headers: ['If-Match'],
    body: restoreAllBodySchema,
    answer: answers.restoredAnswer,
  },
  'GET /v1/policy': {
    id: 'readPolicy',
    summary: 'What the org asks of its writers.',
    level: 'architect',
    answer: answers.policyAnswer,
  },
  'POST /v1/policy': {
    id: 'changePolicy',
    summary: 'Changes the policy. To loosen it takes a proposal.',
    level: 'admin',
    headers: ['If-Match'],
    body: policyBodySchema,
    answer: answers.policyAnswer,
  },
  'GET /v1/proposals': {
    id: 'listProposals',
    summary: 'Proposals, newest first.',
    level: 'architect',
    query: { ...paged, state: 'open, merged, declined or withdrawn.', key: 'The Idempotency-Key of one.' },
    answer: answers.proposalPageAnswer,
  },
  'POST /v1/proposals': {
    id: 'submitProposal',
    summary: 'Proposes changes. The Idempotency-Key is needed, and is remembered for ever.',
    level: 'architect',
    headers: ['Idempotency-Key'],
    body: proposalBodySchema,
    answer: answers.proposalAnswer,
  },
  'GET /v1/proposals/{id}': {
    id: 'readProposal',
    summary: 'One proposal, and what keeps it from being applied.',
    level: 'architect',
    answer: answers.proposalAnswer,
  },
  'POST /v1/proposals/{id}/approve': {
    ...decided,
    id: 'approveProposal',
    summary: "Applies a proposal of somebody else's, all of it or nothing.",
  },
  'POST /v1/proposals/{id}/decline': {
    ...decided,
    id: 'declineProposal',
    summary: "Closes a proposal of somebody else's.",
  },
  'POST /v1/proposals/{id}/withdraw': {
    id: 'withdrawProposal',
    summary: 'Closes a proposal of one’s own.',
    level: 'architect',
    answer: answers.proposalAnswer,
  },
  'GET /v1/export': {
    id: 'readSiteKey',
    summary: 'What sites load the export with, and for which recorders there is one.',
    level: 'architect',
    answer: answers.siteKeyAnswer,
  },
  'POST /v1/export/site-key': {
    id: 'renewSiteKey',
    summary: 'Opens the export with a new site key; the one before is dead at once.',
    level: 'admin',
    answer: answers.siteKeyAnswer,
  },
  'DELETE /v1/export/site-key': {
    id: 'removeSiteKey',
    summary: 'Closes the export.',
    level: 'admin',
    answer: answers.siteKeyAnswer,
  },
};
