import { apiKey } from './apiKey.ts';
import { bankAccount } from './bankAccount.ts';
import { birthDate } from './birthDate.ts';
import { cardExpiry } from './cardExpiry.ts';
import { cardSecurityCode } from './cardSecurityCode.ts';
import { companyId } from './companyId.ts';
import { cookie } from './cookie.ts';
import { coordinates } from './coordinates.ts';
import { cryptoWallet } from './cryptoWallet.ts';
import type { Detector } from './detector.ts';
import { drivingLicence } from './drivingLicence.ts';
import { email } from './email.ts';
import { healthId } from './healthId.ts';
import { iban } from './iban.ts';
import { ipAddress } from './ipAddress.ts';
import { jwt } from './jwt.ts';
import { macAddress } from './macAddress.ts';
import { namedToken } from './namedToken.ts';
import { nationalId } from './nationalId.ts';
import { passport } from './passport.ts';
import { password } from './password.ts';
import { paymentCard } from './paymentCard.ts';
import { personName } from './personName.ts';
import { phone } from './phone.ts';
import { postalAddress } from './postalAddress.ts';
import { postalCode } from './postalCode.ts';
import { privateKey } from './privateKey.ts';
import { taxId } from './taxId.ts';
import { urlCredential } from './urlCredential.ts';
import { usSsn } from './usSsn.ts';
import { vehiclePlate } from './vehiclePlate.ts';

/** Every detector that is run, strongest evidence first: of two that find the same span, the earlier one wins. */
export const detectors: readonly Detector[] = [
  privateKey,
  jwt,
  apiKey,
  urlCredential,
  iban,
  paymentCard,
  cardSecurityCode,
  cardExpiry,
  email,
  cryptoWallet,
  usSsn,
  phone,
  birthDate,
  nationalId,
  taxId,
  healthId,
  companyId,
  passport,
  drivingLicence,
  bankAccount,
  vehiclePlate,
  macAddress,
  ipAddress,
  coordinates,
  namedToken,
  cookie,
  password,
  postalAddress,
  postalCode,
  personName,
];
