// What only a test identity needs of a page, apart from what every scan needs. In the extension it is a file of its own,
// put into a page when a person says that its fields may be filled.

import { meaningsOfFields } from '../../core/fields/meaningsOfFields.ts';
import { fillLimits } from '../../core/protocol.ts';
import { createIdentity } from '../../core/visitor/createIdentity.ts';
import { createFormFiller, type FillResult, type FormFiller } from './createFormFiller.ts';

export interface IdentityFillerOptions {
  readonly document: Document;
  readonly isOurs: (node: Node) => boolean;
}

/** Whose values are typed: the same seed and language make the same person. */
export interface IdentityWanted {
  readonly seed: number;
  /** BCP 47. */
  readonly locale: string;
}

/** Fills what is there with the identity that is asked for; asked again, it fills what came since. Never submits. */
function createIdentityFiller({
  document,
  isOurs,
}: IdentityFillerOptions): (wanted: IdentityWanted) => FillResult {
  const fillers = new Map<string, FormFiller>();
  return ({ seed, locale }) => {
    const key = `${seed} ${locale}`;
    let filler = fillers.get(key);
    if (!filler) {
      const identity = createIdentity({ seed, locale });
      filler = createFormFiller({ document, identity, isOurs, meaningsOf: meaningsOfFields });
      fillers.set(key, filler);
    }
    const { filled, skipped, planted } = withoutSubmission(document, filler);
    const most = fillLimits.fields;
    return {
      filled: filled.slice(0, most),
      skipped: skipped.slice(0, most),
      planted: planted.slice(0, most),
    };
  };
}

/** A form that submits itself at what is typed into it is stopped: nobody pressed a button. */
function withoutSubmission(document: Document, filler: FormFiller): FillResult {
  const during = new AbortController();
  const stop = (event: Event): void => {
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  document.defaultView?.addEventListener('submit', stop, { capture: true, signal: during.signal });
  try {
    return filler.fill();
  } finally {
    during.abort();
  }
}

export const pageVisitor = { createIdentityFiller } as const;

export type PageVisitor = typeof pageVisitor;
