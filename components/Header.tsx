import { useId, useState } from 'preact/hooks';
import { defaultProfileId } from '../core/profiles/registry.ts';
import { ConnectionSwitch } from './ConnectionSwitch.tsx';
import { usePanel } from './PanelContext.ts';
import { EvidenceBadge } from './parts/EvidenceBadge.tsx';
import { Icon } from './parts/Icon.tsx';
import { Mark } from './parts/Mark.tsx';
import { SessionForm } from './SessionForm.tsx';
import { useMeasurement } from './useMeasurement.ts';

/** Org, recorder and the visitor's session that is played; opens to change them. */
export function Header() {
  const { state, t } = usePanel();
  const [open, setOpen] = useState(false);
  const id = useId();
  const visitor = [
    t(`header.session.${state.session.kind.value}`),
    ...(state.session.consent.value ? [t('header.consented')] : []),
  ].join(', ');
  const profile = state.session.profile.value;
  const { described } = useMeasurement();
  const isDefault = state.session.profileId.value === defaultProfileId;
  const session = isDefault ? visitor : t('header.configuration');
  return (
    <header class="header">
      <div class="header-line">
        <Mark />
        <h1 class="header-title">
          <ConnectionSwitch />
        </h1>
        <button
          type="button"
          class="button button-quiet header-session"
          data-action="session"
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
        >
          {session}
          <Icon name="down" />
        </button>
      </div>
      <p class="header-recorder">
        <span class="header-recorder-name">{profile.name}</span>{' '}
        <EvidenceBadge evidence={profile.evidence} measured={described?.measurement} />
      </p>
      <div id={id} hidden={!open}>
        {open && <SessionForm />}
      </div>
    </header>
  );
}
