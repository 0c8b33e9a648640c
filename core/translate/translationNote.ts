import type { MessageParams } from '../messages/translate.ts';
import type { ModelRule } from './privacyModel.ts';

/** Something about a rule or a default that is not the same in the target. */
export interface TranslationNote {
  readonly kind: 'exact' | 'approximate' | 'refused';
  /** Id of the rule; `part:<name>` for what no rule says (`part:title`). */
  readonly rule: string;
  /** The rule's name; a message key for a part. */
  readonly name: string;
  /** Message key: `translate.<key>`. */
  readonly why: string;
  readonly params?: MessageParams;
  /** Refused, and the target hides less for it: where. Absent: it hides as much or more. */
  readonly leaves?: LessHidden;
}

export interface LessHidden {
  readonly part:
    | 'text'
    | 'fields'
    | 'attributes'
    | 'media'
    | 'frames'
    | 'title'
    | 'shadow-roots'
    | 'later'
    | 'rules';
  /** The elements it is about; absent: anywhere. */
  readonly selector?: string;
}

export interface TranslationNotes {
  readonly all: readonly TranslationNote[];
  approximate(about: Named | string, why: string, params?: MessageParams): void;
  refused(about: Named | string, why: string, more?: Pick<TranslationNote, 'params' | 'leaves'>): void;
}

type Named = Pick<ModelRule, 'id' | 'name'>;

/** Collects notes; the same one is kept once. */
export function createTranslationNotes(): TranslationNotes {
  const all: TranslationNote[] = [];
  const seen = new Set<string>();

  function add(about: Named | string, rest: Omit<TranslationNote, 'rule' | 'name'>): void {
    const named =
      typeof about === 'string'
        ? { rule: `part:${about}`, name: `translate.part.${about}` }
        : { rule: about.id, name: about.name };
    const key = JSON.stringify([named.rule, rest.why, rest.leaves]);
    if (seen.has(key)) return;
    seen.add(key);
    all.push({ ...named, ...rest });
  }

  return {
    all,
    approximate: (about, why, params) => add(about, { kind: 'approximate', why, ...(params && { params }) }),
    refused: (about, why, more) => add(about, { kind: 'refused', why, ...more }),
  };
}
