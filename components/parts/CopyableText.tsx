import { useState } from 'preact/hooks';
import { usePanel } from '../PanelContext.ts';
import { ActionButton } from './ActionButton.tsx';

export interface CopyableTextProps {
  /** Names the text for whoever does not see it. */
  readonly label: string;
  readonly text: string;
  /** What the button does, for tests and for whoever drives the panel from outside. */
  readonly action: string;
  readonly file?: { readonly name: string; readonly type: string; readonly action: string };
}

/** Text to take along: it scrolls, can be copied and, where that makes sense, saved. */
export function CopyableText({ label, text, action, file }: CopyableTextProps) {
  const { client, t } = usePanel();
  const [copied, setCopied] = useState<'yes' | 'no' | null>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied('yes');
    } catch {
      // No permission, or no focus: the text is there to be selected, and the words say so.
      setCopied('no');
    }
  };
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section class="export-code" tabIndex={0} aria-label={label}>
        <pre class="mono">{text}</pre>
      </section>
      <div class="actions">
        <ActionButton small action={action} label={t('export.copy')} onClick={copy} />
        {file && (
          <ActionButton
            small
            action={file.action}
            icon="file"
            label={t('export.save')}
            onClick={() => client.saveFile({ name: file.name, type: file.type, text })}
          />
        )}
        <span class="quiet" role="status">
          {copied !== null && t(copied === 'yes' ? 'export.copied' : 'export.notCopied')}
        </span>
      </div>
    </>
  );
}
