import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import type { PageClient, PageState } from '../../../components/client.ts';
import { createFillStore } from '../../../components/fill/createFillStore.ts';
import type { Message, PageToPanel, PanelToPage } from '../../../core/protocol.ts';

const ready: PageState = { kind: 'ready', url: 'https://shop.example.com/', title: 'Shop' };
const filled = {
  filled: [{ path: 'html > body > input', class: 'email' as const }],
  skipped: [{ path: 'html > body > input', why: 'file' }],
  planted: [{ kind: 'email' as const, value: 'robin@example.org' }],
};

function open(language = 'de') {
  let hear: (message: Message<PageToPanel>) => void = () => undefined;
  const sent: Message<PanelToPage>[] = [];
  const pageState = signal<PageState>(ready);
  const page = {
    onMessage: (listener: typeof hear) => {
      hear = listener;
    },
    send: (message: Message<PanelToPage>) => void sent.push(message),
  } as unknown as PageClient;
  let id = 0;
  const store = createFillStore({
    ...{ page, pageState, seed: 7, signal: new AbortController().signal },
    language: () => language,
    nextId: () => {
      id += 1;
      return id;
    },
  });
  return { store, sent, pageState, tell: (message: Message<PageToPanel>) => hear(message) };
}

describe('filling the page with a test identity', () => {
  it('sends nothing before a person was asked and said so', () => {
    const { store, sent } = open();
    store.fill();
    expect(sent).toEqual([]);
    store.ask();
    expect([sent, store.phase.value.kind]).toEqual([[], 'asking']);
    store.cancel();
    store.fill();
    expect(sent).toEqual([]);
    store.ask();
    store.fill();
    expect(sent).toEqual([{ type: 'form/fill', body: { requestId: 1, seed: 7, locale: 'de' } }]);
  });

  it('takes the language of the page, and one of its own where the page says none', () => {
    const { store, sent } = open('');
    store.ask();
    store.fill();
    expect(sent[0]?.body).toMatchObject({ locale: 'en-US' });
  });

  it('says what was filled and what was left alone, and keeps the values for the search only', () => {
    const { store, tell } = open();
    store.ask();
    store.fill();
    tell({ type: 'form/filled', body: { requestId: 1, ...filled } });
    expect(store.phase.value).toEqual({ kind: 'done', filled: 1, skipped: 1 });
    expect(store.planted.value).toEqual(filled.planted);
    expect(JSON.stringify(store.report.value)).not.toContain('robin');
    expect(store.report.value).toMatchObject({ seed: 7, locale: 'de', filled: filled.filled });
  });

  it('believes no page that says it was filled though nobody asked', () => {
    const { store, tell } = open();
    tell({ type: 'form/filled', body: { requestId: 1, ...filled } });
    store.ask();
    tell({ type: 'form/filled', body: { requestId: 1, ...filled } });
    store.fill();
    tell({ type: 'form/filled', body: { requestId: 9, ...filled } });
    expect(store.phase.value.kind).toBe('filling');
    expect([store.report.value, store.planted.value]).toEqual([null, []]);
    tell({ type: 'form/filled', body: { requestId: 1, ...filled } });
    tell({ type: 'form/filled', body: { requestId: 1, ...filled } });
    expect(store.report.value?.filled).toHaveLength(1);
  });

  it('says why it could not be done', () => {
    const { store, tell } = open();
    store.ask();
    store.fill();
    tell({ type: 'form/failed', body: { requestId: 1, reason: 'not let in' } });
    expect(store.phase.value).toEqual({ kind: 'failed', reason: 'not let in' });
  });

  it('begins anew with another page, but still knows what was typed before', () => {
    const { store, tell, pageState } = open();
    store.ask();
    store.fill();
    tell({ type: 'form/filled', body: { requestId: 1, ...filled } });
    pageState.value = { ...ready };
    expect([store.phase.value.kind, store.report.value]).toEqual(['idle', null]);
    expect(store.planted.value).toHaveLength(1);
    store.ask();
    pageState.value = { kind: 'connecting' };
    store.fill();
    expect(store.phase.value.kind).toBe('idle');
  });
});
