import type { ControlState } from '../../capture/treeAdapter.ts';
import { Possible } from '../../treatment/treatment.ts';
import type { ElementSite, RecordSite } from '../profile.ts';
import { writeRecord } from '../writeRecord.ts';
import { capturedOrMasked, maskedWhereCaptured, masking, unmasked } from './masking.ts';
import type { RrwebSettings } from './settings.ts';

/** Compared with the attribute as it is written: `type="SUBMIT"` is none of them (rrweb-snapshot@2.2.2 `serializeElementNode`). */
const valueless = new Set(['radio', 'checkbox', 'submit', 'button']);

/** What is sent of the values of controls. */
export function createRrwebValues({ maskInput, maskInputValue, maskAttribute }: RrwebSettings) {
  /** Shown later on: a password stays one (rrweb@2.2.2 `processMutation` marks it). */
  const passwords = new Set<number>();

  /** Whether the first look sends the value a control has now, and not its attribute. */
  function sendsValue(element: ElementSite, control: ControlState): boolean {
    return control.value !== '' && !valueless.has(element.attribute('type') ?? '');
  }

  function masks(at: RecordSite, element: ElementSite, control: ControlState | null): boolean {
    if (maskInput.has(element.tag)) return true;
    if (!control) return false;
    const wasPassword = passwords.has(at.node) || element.attribute('data-rr-is-password') !== null;
    return maskInput.has(wasPassword ? 'password' : domTypeOf(element, control));
  }

  function write(at: RecordSite, element: ElementSite, control: ControlState): void {
    const isMasked = masks(at, element, control);
    // It leaves as an attribute of the first look, and stars over all of them cover it too.
    if (!isMasked && maskAttribute !== null && maskAttribute !== 'unknown')
      writeRecord(at, {
        channel: 'value',
        possible: maskedWhereCaptured(unmasked(at.decision.possible)),
        raw: control.value,
        masked: maskAttribute(control.value),
        policy: 'rrweb.attributes',
      });
    else writeAs(at, 'value', undefined, control.value, isMasked);
  }

  /** @param name of the attribute; undefined for a control's value */
  function writeAs(
    at: RecordSite,
    channel: 'value' | 'attribute',
    name: string | undefined,
    raw: string,
    isMasked: boolean,
  ): void {
    const state = unmasked(at.decision.possible);
    const named = name === undefined ? undefined : { name };
    if (!isMasked) {
      writeRecord(at, { channel, possible: state, raw, ...named });
    } else if (maskInputValue === 'unknown') {
      const possible = state === Possible.excluded ? state : capturedOrMasked;
      writeRecord(at, { channel, possible, raw, policy: 'rrweb.function', ...named });
    } else {
      const masked = masking(maskInputValue, raw);
      const possible = maskedWhereCaptured(state);
      writeRecord(at, { channel, possible, raw, masked, policy: 'rrweb.input', ...named });
    }
  }

  /** The input event: a choice is sent with its value, in clear (rrweb@2.2.2 `initInputObserver`). */
  function change(at: RecordSite, element: ElementSite, control: ControlState): void {
    const isChoice = control.type === 'radio' || control.type === 'checkbox';
    writeAs(at, 'value', undefined, control.value, !isChoice && masks(at, element, control));
  }

  return { sendsValue, masks, write, writeAs, change, passwords };
}

/** `element.type`: what the browser makes of the attribute. */
function domTypeOf(element: ElementSite, control: ControlState): string {
  if (element.tag !== 'select') return control.type;
  return element.attribute('multiple') === null ? 'select-one' : 'select-multiple';
}
