import type { DetectorId } from '../../core/findings/finding.ts';
import type { Found } from './finder.ts';

/** What counts as finding an entity: one of these detectors, with a scheme that begins so. */
export interface EntityKind {
  readonly detectors: readonly DetectorId[];
  /** Beginning of the scheme; absent: any. */
  readonly scheme?: string;
}

const kind = (detectors: string, scheme?: string): EntityKind => ({
  detectors: detectors.split(' ') as DetectorId[],
  ...(scheme === undefined ? {} : { scheme }),
});

/**
 * Recognizer cases by entity. Absent: not supported, because it is no personal datum by itself (a date, a web
 * address).
 */
export const entityKinds: Readonly<Record<string, EntityKind>> = {
  aba_routing: kind('bank-account', 'us'),
  au_abn: kind('company-id', 'au-abn'),
  au_acn: kind('company-id', 'au-acn'),
  au_medicare: kind('health-id', 'au'),
  au_tfn: kind('tax-id', 'au'),
  ca_sin: kind('national-id', 'ca'),
  certificate_number: kind('health-id', 'us'),
  credit_card: kind('payment-card'),
  crypto: kind('crypto-wallet'),
  de_bsnr: kind('health-id', 'de'),
  de_fuehrerschein: kind('driving-licence', 'de'),
  de_handelsregister: kind('company-id', 'de'),
  de_health_insurance: kind('health-id', 'de'),
  de_id_card: kind('national-id', 'de'),
  de_kfz: kind('vehicle-plate', 'de'),
  de_lanr: kind('health-id', 'de'),
  de_passport: kind('passport', 'de'),
  de_plz: kind('postal-code', 'de'),
  de_social_security: kind('national-id health-id', 'de'),
  de_tax_id: kind('tax-id', 'de'),
  de_tax_number: kind('tax-id', 'de'),
  de_vat_id: kind('tax-id', 'de-vat'),
  email: kind('email'),
  es_nie: kind('national-id tax-id', 'es'),
  es_nif: kind('national-id tax-id', 'es'),
  es_passport: kind('passport', 'es'),
  fi_personal_identity_code: kind('national-id', 'fi'),
  iban: kind('iban'),
  in_aadhaar: kind('national-id', 'in'),
  in_gstin: kind('tax-id', 'in'),
  in_pan: kind('tax-id', 'in'),
  in_passport: kind('passport', 'in'),
  in_vehicle_registration: kind('vehicle-plate', 'in'),
  in_voter: kind('national-id', 'in'),
  ip: kind('ip-address'),
  it_driver_license: kind('driving-licence', 'it'),
  it_fiscal_code: kind('national-id tax-id', 'it'),
  it_identity_card: kind('national-id', 'it'),
  it_passport: kind('passport', 'it'),
  it_vat_code: kind('tax-id company-id', 'it'),
  kr_brn: kind('company-id tax-id', 'kr'),
  kr_driver_license: kind('driving-licence', 'kr'),
  kr_frn: kind('national-id', 'kr-frn'),
  kr_passport: kind('passport', 'kr'),
  kr_rrn: kind('national-id', 'kr-rrn'),
  mac: kind('mac-address'),
  ng_nin: kind('national-id', 'ng'),
  ng_vehicle_registration: kind('vehicle-plate', 'ng'),
  ph_mobile_number: kind('phone'),
  ph_tin: kind('tax-id', 'ph'),
  phone: kind('phone'),
  pl_pesel: kind('national-id', 'pl'),
  se_organisationsnummer: kind('company-id', 'se'),
  se_personnummer: kind('national-id', 'se'),
  sg_fin: kind('national-id', 'sg'),
  sg_uen: kind('company-id', 'sg'),
  th_tnin: kind('national-id', 'th'),
  tr_license_plate: kind('vehicle-plate', 'tr'),
  tr_national_id: kind('national-id', 'tr'),
  tr_phone_number: kind('phone'),
  uk_driving_licence: kind('driving-licence', 'uk'),
  uk_nhs: kind('health-id', 'uk'),
  uk_nino: kind('national-id tax-id', 'uk'),
  uk_passport: kind('passport', 'uk'),
  uk_postcode: kind('postal-code', 'uk'),
  uk_vehicle_registration: kind('vehicle-plate', 'uk'),
  us_bank: kind('bank-account', 'us'),
  us_driver_license: kind('driving-licence', 'us'),
  us_itin: kind('tax-id', 'us'),
  us_mbi: kind('health-id', 'us'),
  us_npi: kind('health-id', 'us'),
  us_passport: kind('passport', 'us'),
  us_ssn: kind('us-ssn'),
  za_id_number: kind('national-id', 'za'),
};

export function isOfEntity(found: Found, entity: EntityKind): boolean {
  if (found.kind === 'other' || !entity.detectors.includes(found.kind)) return false;
  return entity.scheme === undefined || (found.scheme ?? '').startsWith(entity.scheme);
}
