import { useState } from 'preact/hooks';
import type { DetectedRecorder } from '../core/detection/detectedRecorder.ts';
import { defaultProfileId, profileById } from '../core/profiles/registry.ts';
import { ConfigurationField } from './ConfigurationField.tsx';
import { usePanel } from './PanelContext.ts';

/** Which recorders the page runs, which one is played, and whose configuration: one press plays another. */
export function RecorderLine() {
  const { state, t } = usePanel();
  const page = state.page.value;
  const found = page.kind === 'ready' ? (page.recorders ?? []) : [];
  const { profileId, profile } = state.session;
  const isFound = found.some(({ id }) => id === profileId.value);
  const name = profile.value.name;
  return (
    <section class="recorders" aria-label={t('recorders.label')} data-state="recorders">
      {found.length === 0 ? (
        <p class="quiet">{t('recorders.none', { recorder: name })}</p>
      ) : (
        <div class="recorders-found">
          <span class="quiet">{t('recorders.found')}</span>
          {found.map((recorder) => (
            <FoundRecorder key={recorder.id} recorder={recorder} />
          ))}
        </div>
      )}
      {found.length > 0 && !isFound && <p class="quiet">{t('recorders.another', { recorder: name })}</p>}
      <ConfigurationInForce key={profileId.value} found={found.find(({ id }) => id === profileId.value)} />
    </section>
  );
}

function FoundRecorder({ recorder }: { readonly recorder: DetectedRecorder }) {
  const { state, t } = usePanel();
  const { id, name, version, replay } = recorder;
  const words = version === undefined ? name : `${name} ${version}`;
  const isPlayed = state.session.profileId.value === id;
  const isSilent = replay === false;
  if (!profileById(id) || isSilent)
    return (
      <span class="recorder-chip recorder-chip-plain" data-recorder={id}>
        {words} {t(isSilent ? 'recorders.notRecording' : 'recorders.notPlayed')}
      </span>
    );
  return (
    <button
      type="button"
      class="recorder-chip"
      data-recorder={id}
      aria-pressed={isPlayed}
      onClick={() => state.session.choose(id)}
    >
      {words}
      {isPlayed && ` ${t('recorders.played')}`}
    </button>
  );
}

/** Where the configuration in force comes from; asks for it once when nobody knows. */
function ConfigurationInForce({ found }: { readonly found: DetectedRecorder | undefined }) {
  const { state, t } = usePanel();
  const { source, profile, profileId, setAside, configure, followConfiguration } = state.session;
  const [open, setOpen] = useState(false);
  const recorder = profile.value.name;
  const isTold = found?.options !== undefined;
  // FullStory's settings come from the org or from this browser, and are spoken of elsewhere.
  if (profileId.value === defaultProfileId && source.value === 'not-known') return null;
  const untold = source.value === 'page' ? (found?.untold ?? []) : [];
  return (
    <div class="recorders-configuration" data-configuration={source.value}>
      <p class="quiet">
        {t(`recorders.source.${source.value}`, { recorder })}
        {untold.length > 0 && ` ${t('recorders.untold', { what: untold.join(', ') })}`}
        {isTold && source.value !== 'page' && ` ${t('recorders.insteadOfPage')}`}
        {setAside.value !== null && ` ${t('recorders.setAside')}`}{' '}
        <button
          type="button"
          class="link-button"
          data-action="paste-configuration"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {t(source.value === 'not-known' ? 'recorders.paste' : 'recorders.change')}
        </button>
        {source.value === 'not-known' && (
          <LinkButton
            action="use-defaults"
            onClick={() => configure('')}
            label={t('recorders.useDefaults')}
          />
        )}
        {isTold && source.value !== 'page' && (
          <LinkButton
            action="use-page-configuration"
            onClick={followConfiguration}
            label={t('recorders.usePage')}
          />
        )}
        {setAside.value !== null && (
          <LinkButton
            action="use-own-configuration"
            onClick={() => configure(setAside.peek() ?? '')}
            label={t('recorders.useOwn')}
          />
        )}
      </p>
      {open && <ConfigurationField />}
    </div>
  );
}

interface LinkButtonProps {
  readonly action: string;
  readonly label: string;
  readonly onClick: () => void;
}

/** After another one, in running text. */
function LinkButton({ action, label, onClick }: LinkButtonProps) {
  return (
    <>
      {' · '}
      <button type="button" class="link-button" data-action={action} onClick={onClick}>
        {label}
      </button>
    </>
  );
}
