import type { TranslationNote } from '../../core/translate/translationNote.ts';
import { usePanel } from '../PanelContext.ts';
import { Disclosure } from '../parts/Disclosure.tsx';

/** What becomes of each rule: refused first and open, what differs below, what is the same last. */
export function ExportNotes({ notes }: { readonly notes: readonly TranslationNote[] }) {
  return (
    <div class="export-notes">
      <NoteGroup kind="refused" notes={notes} open />
      <NoteGroup kind="approximate" notes={notes} />
      <NoteGroup kind="exact" notes={notes} />
    </div>
  );
}

interface NoteGroupProps {
  readonly kind: TranslationNote['kind'];
  readonly notes: readonly TranslationNote[];
  readonly open?: boolean;
}

function NoteGroup({ kind, notes, open = false }: NoteGroupProps) {
  const { t } = usePanel();
  const mine = notes.filter((note) => note.kind === kind);
  if (mine.length === 0) return null;
  const label = (
    <span class={`export-group export-${kind}`} data-export-group={kind}>
      {t(`translate.group.${kind}`)} <span class="count">{mine.length}</span>
    </span>
  );
  return (
    <Disclosure label={label} open={open}>
      <ul class="plain-list export-list">
        {bySentence(mine, t).map(({ words, names }) => (
          <li key={words}>
            <strong>{names.join(', ')}</strong>
            <span class="quiet">{words}</span>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

interface Sentence {
  readonly words: string;
  readonly names: readonly string[];
}

/** The same words are said once, for all rules they are about. */
function bySentence(notes: readonly TranslationNote[], t: ReturnType<typeof usePanel>['t']): Sentence[] {
  const found = new Map<string, string[]>();
  for (const { name, why, params } of notes) {
    const words = t(`translate.${why}`, params);
    const names = found.get(words) ?? [];
    names.push(t.has(name) ? t(name) : name);
    found.set(words, names);
  }
  return [...found].map(([words, names]) => ({ words, names: [...new Set(names)] }));
}
