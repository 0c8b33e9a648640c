import { type Context, Hono } from 'hono';
import { ApiError } from '../apiError.ts';
import type { AppDeps, AppEnv } from '../appEnv.ts';
import type { createAuthenticate } from '../authenticate.ts';
import { allRules } from '../elementRuleStore.ts';
import { findOrg } from '../findOrg.ts';
import { decodePageToken, encodePageToken, readLimit } from '../pageToken.ts';
import { isKnownTo } from '../precondition.ts';
import { privacyHistory } from '../privacyHistory.ts';
import { createPrivacyAnswer } from '../recordingPrivacy.ts';
import { listTag } from '../revisionTag.ts';

/** FullStory's older reads, `/settings/recording/v1` (fullstory.md e.3). Nothing is written here. */
export function recordingSettings(deps: AppDeps, allow: ReturnType<typeof createAuthenticate>): Hono<AppEnv> {
  const { database } = deps;
  const routes = new Hono<AppEnv>();
  routes.get('/privacy', allow('read'), async (c) => {
    const db = await database.open();
    const org = await findOrg(db, c.get('caller').orgId);
    const tag = listTag(org);
    if (isKnownTo(c.req.header('If-None-Match'), tag)) return c.body(null, 304, { ETag: tag });
    const answer = await createPrivacyAnswer(db, org);
    const rules = await allRules(db, org.id);
    return c.json(answer(rules, { at: org.lastUpdated, by: org.lastUpdatedBy }), 200, { ETag: tag });
  });
  routes.get('/privacy/history', allow('read'), async (c) => {
    const [from] = decodePageToken(c.req.query('paginationToken'), 'privacy') ?? [];
    const limit = readLimit(c.req.query('limit'));
    const db = await database.open();
    const { versions, next } = await privacyHistory(db, await findOrg(db, c.get('caller').orgId), {
      from,
      limit,
    });
    return c.json(pageOf(versions, next));
  });
  for (const [name, settings] of Object.entries(fixedSettings)) {
    const present = async (c: Context<AppEnv>) => {
      const { createdAt, createdBy } = await findOrg(await database.open(), c.get('caller').orgId);
      const at = createdAt.toISOString();
      const metadata = { lastUpdated: at, lastUpdatedBy: createdBy, created: at, createdBy };
      return { ...settings(platformOf(c)), metadata };
    };
    routes.get(`/${name}`, allow('identify'), async (c) => c.json(await present(c)));
    routes.get(`/${name}/history`, allow('identify'), async (c) => {
      const limit = readLimit(c.req.query('limit'));
      const [from = 0] = decodePageToken(c.req.query('paginationToken'), name) ?? [];
      const versions = [await present(c)];
      return c.json(pageOf(versions.slice(from, from + limit)));
    });
  }
  return routes;

  function pageOf(versions: readonly unknown[], next?: number) {
    const nextPaginationToken = next === undefined ? null : encodePageToken('privacy', next);
    return { versions, nextPaginationToken };
  }
}

type Platform = 'web' | 'mobile';

/**
 * What Scrim has no settings for, in FullStory's spelling: everybody is recorded, everywhere, on every domain. They
 * never change, so each has the one version it had when the org was made.
 */
const fixedSettings: Readonly<Record<string, (platform: Platform) => Record<string, unknown>>> = {
  blocking: () => ({ blockedIps: [], blockedUas: [], blockedAppIds: [] }),
  domain: () => ({ onlyRecordKnownDomains: false, domains: [] }),
  geo: () => ({ recordGeoMode: 'GEO_ALL', recordGeoZones: [] }),
  features: (platform) => ({
    enabled: true,
    consoleWatcher: false,
    ajaxWatcher: false,
    resourceUploading: false,
    recordingShutoff: false,
    clientSideRageClick: platform === 'web',
  }),
  targeting: () => ({ sessionTargetingRules: [] }),
};

/** `?platform=`: of the reads that know it, web when it is left out. @throws {ApiError} 400 */
function platformOf(c: Context<AppEnv>): Platform {
  const platform = c.req.query('platform') ?? 'web';
  if (platform !== 'web' && platform !== 'mobile') {
    throw new ApiError(400, 'invalid_platform', 'platform must be web or mobile.');
  }
  return platform;
}
