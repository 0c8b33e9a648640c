import type { AnyNode } from 'domhandler';
import type { PageSnapshot } from '../../../core/saved/pageSnapshot.ts';
import { redactSnapshot } from '../../../core/saved/redactSnapshot.ts';
import { createSavedAdapter } from '../../../core/saved/savedAdapter.ts';
import { parseSavedPage } from '../../../core/saved/savedPage.ts';
import { takeSnapshot } from '../../../core/saved/takeSnapshot.ts';

/** A page of this markup, kept as the panel keeps one. */
export function snapshotOf(html: string, url = 'https://shop.example.com/checkout'): Promise<PageSnapshot> {
  const page = parseSavedPage(html, url);
  const nodes = [
    ...takeSnapshot<AnyNode>({
      tree: createSavedAdapter(page),
      root: page.document,
      isOurs: () => false,
      isQuirks: (node) => node === page.document && page.quirks,
      maxNodes: 150_000,
    }),
  ];
  return redactSnapshot({
    nodes,
    head: { url, lang: 'en' },
    name: 'Checkout',
    savedAt: '2026-11-26T01:02:03.004Z',
  });
}
