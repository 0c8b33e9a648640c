import type { PanelToPage } from '../../core/protocol.ts';
import { domAccess, type QueryRoot } from '../domAccess.ts';
import type { NodeIds } from '../nodeIds.ts';
import type { PageSessionOptions } from '../pageSession.ts';
import { createWordLookup } from '../picker/pageWords.ts';
import { runSliced } from '../runSliced.ts';
import { lookalikesOnPage } from './lookalikesOnPage.ts';
import { readSketch } from './readSketch.ts';

export interface RotToolsOptions extends Pick<PageSessionOptions, 'send' | 'signal'> {
  readonly ids: NodeIds;
  readonly roots: () => readonly Node[];
  readonly isOurs: (node: Node) => boolean;
}

/** Elements sketched for one request: four for each of a hundred rules. */
const mostSketches = 400;

/** What the panel asks about rules that a deploy may have broken. */
export function createRotTools({ ids, send, roots, isOurs, signal }: RotToolsOptions) {
  const now = () => performance.now();
  const queryRoots = () => roots() as QueryRoot[];

  function sketchesOf(nodes: readonly number[]) {
    const wordOnPage = createWordLookup({ roots: queryRoots(), now });
    return nodes.slice(0, mostSketches).map((id) => {
      const node = ids.nodeOf(id);
      return node && domAccess.isElement(node) ? readSketch(node, wordOnPage) : null;
    });
  }

  async function find({ requestId, count, sketches }: PanelToPage['lookalikes/find']): Promise<void> {
    const work = lookalikesOnPage({ remembered: { count, sketches }, roots: queryRoots(), isOurs, now });
    let found: readonly Element[];
    try {
      found = await runSliced(work, { signal });
    } catch (error) {
      // The panel is gone.
      if (signal.aborted) return;
      throw error;
    }
    const nodes = found.map((element) => ids.idOf(element));
    send({ type: 'lookalikes/found', body: { requestId, nodes } });
  }

  return {
    'sketch/read': ({ requestId, nodes }: PanelToPage['sketch/read']) =>
      send({ type: 'sketch/result', body: { requestId, sketches: sketchesOf(nodes) } }),
    'lookalikes/find': (body: PanelToPage['lookalikes/find']) => void find(body),
  };
}
