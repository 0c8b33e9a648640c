import type { ControlState } from '../../capture/treeAdapter.ts';
import { Possible } from '../../treatment/treatment.ts';
import type { ElementSite, RecordSite } from '../profile.ts';
import { writeRecord } from '../writeRecord.ts';
import type { RrwebDecisions } from './decide.ts';
import type { Verdict } from './elementMasks.ts';
import { capturedOrMasked, maskedWhereCaptured, unmasked } from './masking.ts';
import type { RrwebSettings } from './settings.ts';

/** Compared with the attribute as it is written: `type="SUBMIT"` is none of them (rrweb-snapshot@2.2.2 `serializeElementNode`). */
const valueless = new Set(['radio', 'checkbox', 'submit', 'button']);

/** One string of a field as it would leave, and what becomes of it. */
export interface FieldText {
  readonly channel: 'value' | 'attribute';
  /** Of the attribute; undefined for a control's value. */
  readonly name?: string | undefined;
  readonly raw: string;
  readonly verdict: Verdict;
  /** The field's type, as the browser has it. */
  readonly type?: string | undefined;
}

/** What is sent of the values of controls. */
export function createRrwebValues(settings: RrwebSettings, decisions: Pick<RrwebDecisions, 'marks'>) {
  const { maskInput, maskInputValue, maskAttribute, elementMasks } = settings;
  /** Shown later on: a password stays one (rrweb@2.2.2 `processMutation` marks it). */
  const passwords = new Set<number>();

  /** Whether the first look sends the value a control has now, and not its attribute. */
  function sendsValue(element: ElementSite, control: ControlState): boolean {
    return control.value !== '' && !valueless.has(element.attribute('type') ?? '');
  }

  /** Whether what stands in a field is masked, by its kind and by what the vendor's function says to it. */
  function verdictOn(at: RecordSite, element: ElementSite, control: ControlState | null): Verdict {
    const wasPassword = passwords.has(at.node) || element.attribute('data-rr-is-password') !== null;
    if (!masksKind(element, control, wasPassword)) return Possible.captured;
    if (!elementMasks) return Possible.masked;
    return elementMasks.value(decisions.marks(at.decision.level), { element, control, wasPassword });
  }

  function masksKind(element: ElementSite, control: ControlState | null, wasPassword: boolean): boolean {
    if (maskInput.has(element.tag)) return true;
    return control !== null && maskInput.has(wasPassword ? 'password' : domTypeOf(element, control));
  }

  function write(at: RecordSite, element: ElementSite, control: ControlState): void {
    const verdict = verdictOn(at, element, control);
    const { value: raw, type } = control;
    // It leaves as an attribute of the first look, and stars over all of them cover it too.
    const isStarred = maskAttribute !== null && maskAttribute !== 'unknown' && !elementMasks;
    if (verdict === Possible.captured && isStarred)
      writeRecord(at, {
        channel: 'value',
        possible: maskedWhereCaptured(unmasked(at.decision.possible)),
        raw,
        masked: maskAttribute(raw),
        policy: 'rrweb.attributes',
      });
    else writeAs(at, { channel: 'value', raw, verdict, type });
  }

  function writeAs(at: RecordSite, { channel, name, raw, verdict, type }: FieldText): void {
    const state = unmasked(at.decision.possible);
    const item = name === undefined ? { channel, raw } : { channel, raw, name };
    if (verdict === Possible.captured) {
      writeRecord(at, { ...item, possible: state });
    } else if (maskInputValue === 'unknown') {
      const possible = state === Possible.excluded ? state : capturedOrMasked;
      writeRecord(at, { ...item, possible, policy: 'rrweb.function' });
    } else {
      const possible = state & Possible.captured ? (state & ~Possible.captured) | verdict : state;
      writeRecord(at, { ...item, possible, masked: maskInputValue(raw, type), policy: 'rrweb.input' });
    }
  }

  /** The input event: a choice is sent with its value, in clear (rrweb@2.2.2 `initInputObserver`). */
  function change(at: RecordSite, element: ElementSite, control: ControlState): void {
    const { type, value: raw } = control;
    const isChoice = type === 'radio' || type === 'checkbox';
    const verdict = isChoice ? Possible.captured : verdictOn(at, element, control);
    writeAs(at, { channel: 'value', raw, verdict, type });
  }

  /** The text in a text area was changed: all of it is sent as its value (`genTextAreaValueMutation`). */
  function areaChange(at: RecordSite, element: ElementSite): void {
    const control = element.control();
    const verdict = settings.leaksTextAreaChanges ? Possible.captured : verdictOn(at, element, control);
    writeAs(at, { channel: 'value', raw: element.text(), verdict, type: control?.type });
  }

  return { sendsValue, verdictOn, write, writeAs, change, areaChange, passwords };
}

/** `element.type`: what the browser makes of the attribute. */
function domTypeOf(element: ElementSite, control: ControlState): string {
  if (element.tag !== 'select') return control.type;
  return element.attribute('multiple') === null ? 'select-one' : 'select-multiple';
}
