import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Translate } from '../core/messages/translate.ts';
import type { PanelClient } from './client.ts';
import type { PanelState } from './state/createPanelState.ts';

export interface PanelTools {
  readonly state: PanelState;
  readonly client: PanelClient;
  readonly t: Translate;
}

export const PanelContext = createContext<PanelTools | null>(null);

/** @throws Error when a view is rendered outside the panel */
export function usePanel(): PanelTools {
  const tools = useContext(PanelContext);
  if (!tools) throw new Error('usePanel: no PanelContext above this component');
  return tools;
}
