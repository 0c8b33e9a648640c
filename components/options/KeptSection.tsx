import { useState } from 'preact/hooks';
import type { KeptData, KeptSource } from '../../core/connections/keptData.ts';
import type { Translate } from '../../core/messages/translate.ts';
import type { Problem } from '../../core/protocol.ts';
import { connectionName } from '../parts/connectionName.ts';
import { ProblemNotice } from '../parts/ProblemNotice.tsx';
import type { OptionsState } from './createOptionsState.ts';

interface SectionProps {
  readonly state: OptionsState;
  readonly t: Translate;
}

/** What is kept on this computer in numbers, and how it ends. */
export function KeptSection({ state, t }: SectionProps) {
  const kept = state.kept.value;
  const [erasing, setErasing] = useState<string | null>(null);
  if (!kept) return <p class="quiet">{t('kept.notCounted')}</p>;
  const close = () => setErasing(null);
  return (
    <>
      <ul class="kept">
        {kept.sources.filter(holdsAnything).map((source) => (
          <li key={source.sourceId} class="kept-source" data-kept={source.sourceId}>
            <h3 class="connection-title">{nameOf(source, state, t)}</h3>
            <p class="quiet">{sourceWords(source, t)}</p>
            {erasing === source.sourceId ? (
              <EraseForm
                lost={t('kept.lost', { what: lostWords(source, t) })}
                confirm={source.confirm}
                onErase={(typed) => state.erase({ sourceId: source.sourceId, typed })}
                {...{ close, t }}
              />
            ) : (
              <EraseButton label={t('kept.eraseOne')} onClick={() => setErasing(source.sourceId)} />
            )}
          </li>
        ))}
      </ul>
      <p class="quiet">{beyondWords(kept, t)}</p>
      {erasing === '' ? (
        <EraseForm
          lost={t('kept.lostAll')}
          confirm={kept.confirm}
          onErase={(typed) => state.erase({ typed })}
          {...{ close, t }}
        />
      ) : (
        <EraseButton label={t('kept.eraseAll')} onClick={() => setErasing('')} isAll />
      )}
    </>
  );
}

function EraseButton(props: {
  readonly label: string;
  readonly onClick: () => void;
  readonly isAll?: boolean;
}) {
  return (
    <div class="actions">
      <button
        type="button"
        class="button button-small"
        data-action={props.isAll ? 'erase-all' : 'erase-source'}
        onClick={props.onClick}
      >
        {props.label}
      </button>
    </div>
  );
}

interface EraseProps {
  /** What is lost, in words. */
  readonly lost: string;
  /** To be typed; null: nobody's work is lost. */
  readonly confirm: string | null;
  readonly onErase: (typed: string) => Promise<Problem | null>;
  readonly close: () => void;
  readonly t: Translate;
}

function EraseForm({ lost, confirm, onErase, close, t }: EraseProps) {
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const isConfirmed = confirm === null || typed === confirm;
  async function erase(): Promise<void> {
    const refused = await onErase(typed);
    setProblem(refused);
    if (!refused) close();
  }
  return (
    <form
      class="erase"
      onSubmit={(event) => {
        event.preventDefault();
        if (isConfirmed) void erase();
      }}
    >
      <p>{lost}</p>
      {confirm !== null && (
        <label class="field">
          <span>{t('kept.type', { word: confirm })}</span>
          <input
            name="confirm-erase"
            autocomplete="off"
            spellcheck={false}
            value={typed}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
        </label>
      )}
      <div class="actions">
        <button type="submit" class="button" data-action="confirm-erase" disabled={!isConfirmed}>
          {t('kept.erase')}
        </button>
        <button type="button" class="button button-quiet" data-action="cancel-erase" onClick={close}>
          {t('kept.cancel')}
        </button>
      </div>
      {problem && <ProblemNotice problem={problem} t={t} />}
    </form>
  );
}

/** As its connection is called above; what is typed to erase it stays what it is. */
function nameOf(source: KeptSource, state: OptionsState, t: Translate): string {
  const [id] = source.connections;
  const connection = state.settings.state.value?.connections.find((one) => one.id === id);
  const name = source.name || t('header.local');
  const called = connection ? connectionName(connection, t) : name;
  return called === name ? name : `${called} (${name})`;
}

const counted = [
  'draftedChanges',
  'keptEdits',
  'leakEntries',
  'rules',
  'pushes',
  'proposals',
  'ruleMemories',
] as const;
/** Cannot be read again from anywhere. */
const ownWork = ['draftedChanges', 'keptEdits', 'leakEntries', 'pushes', 'proposals'] as const;

function holdsAnything(source: KeptSource): boolean {
  return source.connections.length > 0 || counted.some((what) => source[what] > 0);
}

function countsOf(source: KeptSource, names: readonly (typeof counted)[number][], t: Translate): string[] {
  return names.filter((name) => source[name] > 0).map((name) => t(`kept.${name}`, { count: source[name] }));
}

function sourceWords(source: KeptSource, t: Translate): string {
  return [...countsOf(source, counted, t), sizeWords(source.bytes, t)].join(', ');
}

function lostWords(source: KeptSource, t: Translate): string {
  const own = source.sourceId === 'local' ? [...ownWork, 'rules' as const] : ownWork;
  return countsOf(source, own, t).join(', ') || t('kept.nothingOwn');
}

function beyondWords({ savedPages, sites, keys }: KeptData, t: Translate): string {
  const counts = [
    savedPages.count > 0 &&
      t('kept.pages', { count: savedPages.count, size: sizeWords(savedPages.bytes, t) }),
    sites > 0 && t('kept.sites', { count: sites }),
    keys > 0 && t('kept.keys', { count: keys }),
  ];
  return counts.filter((words) => words !== false).join(' ') || t('kept.none');
}

function sizeWords(bytes: number, t: Translate): string {
  const kilobytes = new Intl.NumberFormat(t.locale, { maximumFractionDigits: 0 }).format(
    Math.ceil(bytes / 1024),
  );
  return `${kilobytes} KB`;
}
