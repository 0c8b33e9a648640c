import type { Translate } from '../../core/messages/translate.ts';
import { connectionName } from '../parts/connectionName.ts';
import { hostOf } from '../parts/hostOf.ts';
import type { OptionsState } from './createOptionsState.ts';

/** Sites somebody chose a connection for. */
export function SiteChoices({ state, t }: { readonly state: OptionsState; readonly t: Translate }) {
  const present = state.settings.state.value;
  if (!present || present.siteChoices.length === 0) {
    return <p class="quiet">{t('options.noSites')}</p>;
  }
  return (
    <ul class="site-choices">
      {present.siteChoices.map(({ origin, connection }) => {
        const chosen = present.connections.find(({ id }) => id === connection);
        return (
          <li key={origin} class="site-choice" data-site={origin}>
            <span class="wrap">
              <strong>{origin}</strong> {chosen && connectionName(chosen, t)}
            </span>
            <button
              type="button"
              class="button button-small"
              data-action="forget-site"
              aria-label={t('options.forgetSiteOf', { site: hostOf(origin) })}
              onClick={() => void state.forgetSite(origin)}
            >
              {t('options.forgetSite')}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
