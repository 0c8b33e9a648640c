import type { AnyNode } from 'domhandler';
import type { SimulationInput } from '../capture/simulation.ts';
import { createFieldReader } from '../fields/createFieldReader.ts';
import type { FieldFacts } from '../fields/fieldFacts.ts';
import { createSavedAdapter, type ResolveAddress } from './savedAdapter.ts';
import { createSavedFieldTree } from './savedFieldTree.ts';
import type { SavedPage } from './savedPage.ts';
import { titleOf } from './titleOf.ts';

type PagePart = Omit<SimulationInput<AnyNode>, 'playback' | 'matchRoot' | 'hitsOf'>;

/**
 * The part of a simulation that is the saved page: its tree, what it says of itself, what its fields are.
 *
 * @param fieldKey attribute whose value each field's facts carry as their `key`
 */
export function simulationOfSaved(
  page: SavedPage,
  { resolveAddress, fieldKey }: { readonly resolveAddress?: ResolveAddress; readonly fieldKey?: string } = {},
): PagePart {
  const fields = createFieldReader<AnyNode>(createSavedFieldTree());
  const ids = new Map<AnyNode, number>();
  return {
    tree: createSavedAdapter(page, resolveAddress),
    root: page.document,
    page: () => ({ url: page.url, title: titleOf(page.document), referrer: '', resources: [] }),
    idOf(node) {
      const place = page.snapshot?.ids.get(node);
      if (place !== undefined) return place;
      const id = ids.get(node) ?? ids.size + 1;
      ids.set(node, id);
      return id;
    },
    fieldOf: (node, id) => knownField(page, node, id) ?? withKey(fields.read(node, id), node, fieldKey),
    isOurs: () => false,
  };
}

/** A snapshot says what its fields are for; what would tell it is gone. */
function knownField({ snapshot }: SavedPage, node: AnyNode, id: number): FieldFacts | null {
  const meant = snapshot?.fields.get(node);
  const control = snapshot?.controls.get(node);
  if (!meant || !control || node.type !== 'tag') return null;
  const { name: tag } = node;
  return { node: id, tag, type: control.type, meant, ...noFacts };
}

const noFacts = { attributes: {}, labels: [], options: [], lang: '', form: -1, maxLength: -1 } as const;

function withKey(facts: FieldFacts | null, node: AnyNode, name: string | undefined): FieldFacts | null {
  const key = name !== undefined && node.type === 'tag' ? node.attribs[name.toLowerCase()] : undefined;
  return facts && key !== undefined ? { ...facts, key } : facts;
}
