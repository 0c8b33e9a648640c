import type { Finding } from '../../../core/findings/finding.ts';
import { kindWords } from '../../../core/findings/kindWords.ts';
import type { Translate } from '../../../core/messages/translate.ts';
import { visibleSelector } from '../../../core/selectors/visibleSelector.ts';
import type { DraftChange } from '../../../core/settings/draft.ts';
import type { DraftEffect } from '../../state/createEffectStore.ts';
import { changedFields } from '../changedFields.ts';
import { differencesOf } from '../differencesOf.ts';
import { fieldWords } from '../fieldWords.ts';

export interface TicketRequest {
  readonly changes: readonly DraftChange[];
  /** Null where no page was read: the ticket says that its effect was not looked at. */
  readonly effect: DraftEffect | null;
  readonly closedLeaks: readonly Finding[];
  readonly openedLeaks: readonly Finding[];
  /** Name of the recorder. */
  readonly recorder: string;
  /** Host of the page that was looked at; '' for none. A path may hold data, so it is not told. */
  readonly host: string;
  readonly t: Translate;
}

/** The draft as a ticket in plain words, for somebody who may change the settings. It holds no data of the page. */
export function ticketOf(request: TicketRequest): string {
  const { changes, effect, recorder, host, t } = request;
  const parts = [
    t('handOver.ticket.title', { count: changes.length, recorder }),
    ...changes.map((change, at) => changeWords(change, at + 1, request).join('\n')),
    effect
      ? [t('handOver.ticket.page', { host }), ...leakWords(request)].join('\n')
      : t('handOver.ticket.noPage'),
    t('handOver.ticket.file'),
  ];
  return `${parts.join('\n\n')}\n`;
}

function changeWords(change: DraftChange, number: number, { effect, t }: TicketRequest): readonly string[] {
  const rule = change.content ?? change.base;
  if (!rule) return [];
  const head = t(`handOver.ticket.${change.kind}`, { number, rule: rule.name });
  const fields = change.kind === 'update' ? updatedWords(change, t) : ruleWords(change, t);
  return [head, ...fields.map(indented), ...(effect ? effectWords(effect, change, t).map(indented) : [])];
}

const indented = (line: string) => `   - ${line}`;

function updatedWords(change: DraftChange, t: Translate): readonly string[] {
  return changedFields(change).map(({ field, before, after }) =>
    t('handOver.ticket.changed', {
      field: t(`field.${field}`),
      before: fieldWords(field, before, t, '`'),
      after: fieldWords(field, after, t, '`'),
    }),
  );
}

function ruleWords({ content, base }: DraftChange, t: Translate): readonly string[] {
  const rule = content ?? base;
  if (!rule) return [];
  const line = (field: string, value: string) =>
    t('handOver.ticket.field', { field: t(`field.${field}`), value });
  return [
    line('action', t(`action.${rule.action}`)),
    line('selector', `\`${visibleSelector(rule.selector)}\``),
    ...rule.exceptions.map((exception) => line('exceptions', `\`${visibleSelector(exception)}\``)),
    line('scope', t(`scope.${rule.scope}`)),
    ...(rule.consent ? [t(rule.action === 'unmask' ? 'editor.consentUnmask' : 'editor.consentHide')] : []),
    ...(rule.description === undefined ? [] : [line('description', rule.description)]),
  ];
}

function effectWords(effect: DraftEffect, { id }: DraftChange, t: Translate): readonly string[] {
  const { hidden, maybe, visible } = differencesOf(effect, id);
  if (hidden.length + maybe.length + visible.length === 0) return [t('effect.nothing')];
  return [
    ...(hidden.length > 0 ? [t('effect.hidden', { count: hidden.length })] : []),
    ...(maybe.length > 0 ? [t('effect.maybeHidden', { count: maybe.length })] : []),
    ...(visible.length > 0 ? [t('effect.visible', { count: visible.length })] : []),
  ];
}

function leakWords({ closedLeaks, openedLeaks, t }: TicketRequest): readonly string[] {
  const words = (findings: readonly Finding[]) =>
    [...new Set(findings.map(({ kind }) => kindWords(kind, t)))].join(', ');
  return [
    ...(closedLeaks.length > 0
      ? [t('handOver.ticket.closes', { count: closedLeaks.length, kinds: words(closedLeaks) })]
      : []),
    ...(openedLeaks.length > 0
      ? [t('handOver.ticket.opens', { count: openedLeaks.length, kinds: words(openedLeaks) })]
      : []),
  ];
}
