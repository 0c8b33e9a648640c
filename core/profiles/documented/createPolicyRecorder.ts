import type { CaptureChannel, CaptureStream } from '../../capture/captureRecord.ts';
import type { ControlState } from '../../capture/treeAdapter.ts';
import { Possible, treatmentOf } from '../../treatment/treatment.ts';
import type { ElementSite, ProfileRecorder, RecordSite, TextSite } from '../profile.ts';
import { attributeKind, textPlace } from './contentKindOf.ts';
import type { ContentKind, ContentPolicy, Effect, PolicyRow } from './contentPolicy.ts';
import { everything } from './everything.ts';
import type { Measurement } from './measuredPolicy.ts';
import { measuredPolicyKey } from './measuredPolicyKey.ts';
import { withMeasurement } from './withMeasurement.ts';

/** @typeParam Kind the recorder's own kinds of content, beside those that all have */
export interface PolicyRecorderOptions<Kind extends string = ContentKind> {
  readonly policy: ContentPolicy & Readonly<Record<Kind, PolicyRow>>;
  /** What a mask makes of a value; `type` is that of the field it stands in, '' outside of one. */
  readonly mask: (raw: string, kind: ContentKind | Kind, type: string) => string;
  /** Message key (`policy.<key>`) for a record that differs from its element's state. */
  readonly policyKey: (kind: ContentKind | Kind, row: PolicyRow) => string;
  /** Kinds whose records name their policy always. Absent: none. */
  readonly alwaysNamed?: (kind: ContentKind | Kind) => boolean;
  /** The page's address as it is sent. Absent: as it is. */
  readonly url?: (url: string) => string;
  /** What becomes of a value that is not masked: some recorders replace what looks personal. Absent: nothing. */
  readonly redact?: (raw: string, kind: ContentKind | Kind) => Redacted;
  /** Rows for single attributes, by name in lower case. Absent: all go by their kind. */
  readonly attributeRow?: ((name: string) => PolicyRow | undefined) | undefined;
  /** What this recorder was seen to do. Absent: nobody measured it. */
  readonly measured?: Measurement | undefined;
  /**
   * The text that stands in a text area and the choices of a `<select>`: text like any other, or told apart, because
   * a statement about fields or texts may not speak of them (rows `value-attribute` and `datalist`).
   */
  readonly fieldTexts: 'as-text' | 'apart';
  /** Attributes of the very element that a rule excludes. */
  readonly ownAttributes: 'go-with-it' | 'unknown';
}

export interface Redacted {
  readonly raw: string;
  /** False: whether it is replaced is not known, so it may leave as it is. */
  readonly isSure: boolean;
}

/** One thing that may be sent. */
export interface PolicyItem<Kind extends string = ContentKind> {
  readonly channel: CaptureChannel;
  readonly kind: ContentKind | Kind;
  readonly raw: string;
  readonly part?: number;
  readonly name?: string;
  readonly type?: string;
  /** Absent: the kind's own. */
  readonly row?: PolicyRow | undefined;
  readonly stream?: CaptureStream;
  /** Whatever the policy says, it cannot be told what is sent; `raw` is the most. */
  readonly isDoubtful?: boolean;
}

const outcomeOf: Record<Effect, Possible> = {
  send: Possible.captured,
  mask: Possible.masked,
  nothing: Possible.excluded,
  unknown: everything,
};

const fieldTextKinds: Readonly<Record<string, ContentKind>> = {
  textarea: 'value-attribute',
  option: 'datalist',
  optgroup: 'datalist',
};

/** What is sent for each kind of content, by a table of what is known: the row's outcome for every state that is still possible. */
export function createPolicyRecorder(options: PolicyRecorderOptions): ProfileRecorder {
  return createPolicyWriter(options).recorder;
}

/** The same, and the way to write what a recorder sends besides. */
export function createPolicyWriter<Kind extends string = ContentKind>(options: PolicyRecorderOptions<Kind>) {
  const { mask, policyKey, redact, policy } = options;
  const { rows: measuredRows, attributeRow } = withMeasurement(
    { rows: policy, attributeRow: options.attributeRow },
    options.measured,
  );
  const rows: Readonly<Record<ContentKind | Kind, PolicyRow>> = { ...policy, ...measuredRows };
  /** Rows and sets of states are few; the walk asks for them a hundred thousand times. */
  const outcomes = new Map<PolicyRow, Possible[]>();

  function outcomeFor(row: PolicyRow, possible: Possible): Possible {
    let known = outcomes.get(row);
    if (!known) {
      known = [];
      outcomes.set(row, known);
    }
    const cached = known[possible];
    if (cached !== undefined) return cached;
    let outcome: Possible = 0;
    if (possible & Possible.captured) outcome |= outcomeOf[row.captured];
    if (possible & Possible.masked) outcome |= outcomeOf[row.masked];
    if (possible & Possible.excluded) outcome |= outcomeOf[row.excluded];
    known[possible] = outcome;
    return outcome;
  }

  function write(at: RecordSite, item: PolicyItem<Kind>): void {
    const { channel, kind, name, row = rows[kind] } = item;
    let outcome = outcomeFor(row, at.decision.possible);
    if (outcome === Possible.excluded && isOwnAttribute(at, item)) outcome = everything;
    let raw = item.raw;
    if (redact && (outcome & Possible.captured) !== 0) {
      const redacted = redact(raw, kind);
      raw = redacted.raw;
      if (!redacted.isSure) outcome = everything;
    }
    if (item.isDoubtful) outcome = everything;
    const treatment = treatmentOf(outcome);
    const isAsElement = treatment === treatmentOf(at.decision.possible);
    // One shape for every record: a page has a hundred thousand of them.
    at.sink.add({
      node: at.node,
      part: item.part ?? 0,
      channel,
      stream: item.stream ?? 'replay',
      name,
      moment: at.moment,
      treatment,
      output:
        treatment === 'excluded' ? null : treatment === 'masked' ? mask(raw, kind, item.type ?? '') : raw,
      decision: at.decisionIndex,
      policy:
        isAsElement && !options.alwaysNamed?.(kind)
          ? undefined
          : (measuredPolicyKey(row, at.decision.possible) ?? policyKey(kind, row)),
    });
  }

  /** Something stands where an excluded element was: what of the element itself goes with it is another question. */
  function isOwnAttribute({ decision, node }: RecordSite, { channel }: PolicyItem<Kind>): boolean {
    return options.ownAttributes === 'unknown' && channel === 'attribute' && decision.node === node;
  }

  function text(at: RecordSite, { data, part }: TextSite, element: ElementSite): void {
    const place = textPlace(element);
    if (!place) return;
    const { tag } = element;
    const isApart = options.fieldTexts === 'apart';
    const kind = isApart && place.kind === 'text' ? (fieldTextKinds[tag] ?? 'text') : place.kind;
    write(at, { ...place, kind, raw: data, part, type: tag === 'textarea' ? tag : '' });
  }

  function attribute(at: RecordSite, site: ElementSite, name: string, raw: string): void {
    const lower = name.toLowerCase();
    const kind = attributeKind(site, lower);
    const channel = kind === 'meta' ? 'meta' : 'attribute';
    const type = kind === 'value-attribute' ? (site.attribute('type') ?? 'text').toLowerCase() : '';
    write(at, { channel, kind, raw, name, type, row: attributeRow?.(lower) });
  }

  function control(at: RecordSite, _site: ElementSite, state: ControlState): void {
    const kind = state.type === 'file' ? 'file-name' : 'value';
    write(at, { channel: 'value', kind, raw: state.chosen ?? state.value, type: state.type });
    if (state.checked) write(at, { channel: 'value', kind: 'checked', raw: 'true', name: 'checked' });
  }

  const recorder: ProfileRecorder = {
    document(at, { isTop, url }) {
      if (isTop) write(at, { channel: 'url', kind: 'page-url', raw: options.url?.(url) ?? url });
    },
    text,
    comment: (at, part, data) => write(at, { channel: 'comment', kind: 'comment', raw: data, part }),
    attributes: (at, site) => site.eachAttribute((name, raw) => attribute(at, site, name, raw)),
    control,
    attributeChange(at, site, { name, value }) {
      if (value !== null) attribute(at, site, name, value);
    },
    opaque: (at, { tag }) => write(at, { channel: 'resource', kind: 'opaque', raw: '', name: tag }),
    style: (at, css) => write(at, { channel: 'style', kind: 'script-style', raw: css }),
  };
  return { write, attribute, recorder };
}
