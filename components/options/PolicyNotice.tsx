import type { Translate } from '../../core/messages/translate.ts';
import type { OrgPolicy, PolicyState } from '../../core/policy/orgPolicy.ts';
import { Notice } from '../parts/Notice.tsx';

/** What the organisation that manages this browser decided. Nothing where nobody does. */
export function PolicyNotice({ policy, t }: { readonly policy: PolicyState; readonly t: Translate }) {
  if (policy.kind === 'none') return null;
  const unknown = policy.unknown.length > 0 && (
    <p>{t('policy.unknown', { entries: policy.unknown.join(', ') })}</p>
  );
  if (policy.kind === 'set') {
    return (
      <Notice tone="info" title={t('policy.set')}>
        <ul class="plain-list" data-policy="set">
          {wordsOf(policy.policy, t).map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
        {unknown}
      </Notice>
    );
  }
  return (
    <Notice tone="bad" title={t('problem.policy-broken.what')}>
      <p>
        {t('problem.policy-broken.means')} {t('policy.brokenDo')}
      </p>
      <ul class="plain-list" data-policy="broken">
        {policy.problems.map(({ entry, reason }) => (
          <li key={`${entry} ${reason}`}>
            {entry !== '' && <span class="mono">{entry}: </span>}
            {t(`policy.problem.${reason}`)}
          </li>
        ))}
      </ul>
      {unknown}
    </Notice>
  );
}

function wordsOf(policy: OrgPolicy, t: Translate): readonly string[] {
  const { org, allowedSettingsOrigins, allowedSites, mayRememberKeys, approval, lockAfterMinutes } = policy;
  return [
    ...(org === undefined ? [] : [t('policy.org', { org })]),
    ...(allowedSettingsOrigins ? [t('policy.origins', { list: allowedSettingsOrigins.join(', ') })] : []),
    ...(allowedSites ? [t('policy.sites', { list: allowedSites.join(', ') })] : []),
    ...(mayRememberKeys ? [] : [t('policy.session')]),
    ...(approval === 'none' ? [] : [t(`policy.approval.${approval}`)]),
    ...(lockAfterMinutes === undefined ? [] : [t('policy.lock', { count: lockAfterMinutes })]),
  ];
}
