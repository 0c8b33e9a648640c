/**
 * Shapes of messages, checked where they arrive. Small on purpose: the page's bundle carries it.
 *
 * A page-side script runs in a renderer that the page may have taken over, so what comes from it is checked
 * down to its leaves before anything of the panel reads it (security.md C1, compromised renderer).
 */

import type { Message, PageToPanel, PanelToPage } from './protocol.ts';
import type { Check } from './shapes/messageShapes.ts';
import { pageToPanelShapes } from './shapes/pageToPanelShapes.ts';
import { panelToPageShapes } from './shapes/panelToPageShapes.ts';

export function isPanelToPage(message: unknown): message is Message<PanelToPage> {
  return isMessage(message, panelToPageShapes);
}

export function isPageToPanel(message: unknown): message is Message<PageToPanel> {
  return isMessage(message, pageToPanelShapes);
}

function isMessage(message: unknown, checks: Readonly<Record<string, Check>>): boolean {
  if (typeof message !== 'object' || message === null) return false;
  const { type, body } = message as { type?: unknown; body?: unknown };
  return typeof type === 'string' && Object.hasOwn(checks, type) && checks[type]?.(body) === true;
}
