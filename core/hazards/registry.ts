import { bareShadowText } from './bareShadowText.ts';
import { baseAddress } from './baseAddress.ts';
import { brokenList } from './brokenList.ts';
import { brokenListSilence } from './brokenListSilence.ts';
import { buttonLabels } from './buttonLabels.ts';
import { choicesSent } from './choicesSent.ts';
import { clickText } from './clickText.ts';
import { commentsSent } from './commentsSent.ts';
import { consoleSent } from './consoleSent.ts';
import { currencyAmounts } from './currencyAmounts.ts';
import { dataAttributesSent } from './dataAttributesSent.ts';
import { depthLimit } from './depthLimit.ts';
import { describingAttributesSent } from './describingAttributesSent.ts';
import { drawingLinks } from './drawingLinks.ts';
import { editableText } from './editableText.ts';
import { emptiedFields } from './emptiedFields.ts';
import { frameSources } from './frameSources.ts';
import { framesLeftOut } from './framesLeftOut.ts';
import type { Hazard } from './hazard.ts';
import { hiddenFields } from './hiddenFields.ts';
import { hiddenKeepsAttributes } from './hiddenKeepsAttributes.ts';
import { imageAddresses } from './imageAddresses.ts';
import { lateBackground } from './lateBackground.ts';
import { lateMark } from './lateMark.ts';
import { laterSent } from './laterSent.ts';
import { linkAddresses } from './linkAddresses.ts';
import { maskMissesFields } from './maskMissesFields.ts';
import { mediaSent } from './mediaSent.ts';
import { negatedMask } from './negatedMask.ts';
import { optionText } from './optionText.ts';
import { pageOptionsWin } from './pageOptionsWin.ts';
import { passwordShown } from './passwordShown.ts';
import { rootsBeginAnew } from './rootsBeginAnew.ts';
import { shadowChanges } from './shadowChanges.ts';
import { slottedText } from './slottedText.ts';
import { telemetryAddresses } from './telemetryAddresses.ts';
import { titleUnderMask } from './titleUnderMask.ts';
import { typeInCapitals } from './typeInCapitals.ts';
import { unmaskBeaten } from './unmaskBeaten.ts';
import { unmaskRevealsSecret } from './unmaskRevealsSecret.ts';
import { unmaskStopsAtAttributes } from './unmaskStopsAtAttributes.ts';

/** Every hazard that is looked for. Their order says nothing: findings are sorted by severity. */
export const hazards: readonly Hazard[] = [
  bareShadowText,
  baseAddress,
  brokenList,
  brokenListSilence,
  buttonLabels,
  choicesSent,
  clickText,
  commentsSent,
  consoleSent,
  currencyAmounts,
  dataAttributesSent,
  depthLimit,
  describingAttributesSent,
  drawingLinks,
  editableText,
  emptiedFields,
  frameSources,
  framesLeftOut,
  hiddenFields,
  hiddenKeepsAttributes,
  imageAddresses,
  lateBackground,
  lateMark,
  laterSent,
  linkAddresses,
  maskMissesFields,
  mediaSent,
  negatedMask,
  optionText,
  pageOptionsWin,
  passwordShown,
  rootsBeginAnew,
  shadowChanges,
  slottedText,
  telemetryAddresses,
  titleUnderMask,
  typeInCapitals,
  unmaskBeaten,
  unmaskRevealsSecret,
  unmaskStopsAtAttributes,
];
