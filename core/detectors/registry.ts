import { apiKey } from './apiKey.ts';
import type { Detector } from './detector.ts';
import { email } from './email.ts';
import { iban } from './iban.ts';
import { ipAddress } from './ipAddress.ts';
import { jwt } from './jwt.ts';
import { macAddress } from './macAddress.ts';
import { namedToken } from './namedToken.ts';
import { password } from './password.ts';
import { paymentCard } from './paymentCard.ts';
import { phone } from './phone.ts';
import { privateKey } from './privateKey.ts';
import { urlCredential } from './urlCredential.ts';
import { usSsn } from './usSsn.ts';

/** Every detector that is run, strongest evidence first: of two that find the same span, the earlier one wins. */
export const detectors: readonly Detector[] = [
  privateKey,
  jwt,
  apiKey,
  urlCredential,
  iban,
  paymentCard,
  email,
  usSsn,
  phone,
  macAddress,
  ipAddress,
  namedToken,
  password,
];
