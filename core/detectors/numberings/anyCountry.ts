import type { Numbering } from '../numbering.ts';

/** What a word alone makes a number of its kind, whatever the country. Last in the list: a country's own form is better. */
export const anyCountry: readonly Numbering[] = [
  {
    detector: 'passport',
    scheme: 'passport',
    form: '[A-Z]{0,3}\\d{6,9}[A-Z]?',
    reach: 'named',
    words:
      'passport* reisepass* pasaporte* passeport* passaporto passaporte paspoort* paszport* pasport pasaportu πασπορτ* διαβατηρίου паспорт* 护照* 護照* 旅券* 여권* جواز',
  },
  {
    detector: 'driving-licence',
    scheme: 'licence',
    form: '[A-Z]{0,3}\\d[0-9A-Z-]{4,15}',
    reach: 'named',
    words:
      "driver*_licen* driver's_licen* driving_licen* drivers_licen* führerschein* permis_de_conduire permiso_de_conducir licencia_de_conducir carnet_de_conducir patente_di_guida carteira_de_motorista carta_de_condução rijbewijs* prawo_jazdy körkort* førerkort* kørekort* ajokortti* ehliyet* водительск* 运转免许 운전면허*",
    valid: (compact) => /\d{4}/.test(compact),
  },
  {
    detector: 'national-id',
    scheme: 'national-id',
    form: '[A-Z]{0,3}\\d(?:[ .-]?[0-9A-Z]){5,14}',
    reach: 'named',
    words:
      'national_id national_identi* identity_card_number identity_number id_card_number personal_identification_number citizen_id',
    valid: (compact) => /\d{5}/.test(compact),
  },
  {
    detector: 'tax-id',
    scheme: 'tax-id',
    form: '[A-Z]{0,3}\\d(?:[ ./-]?[0-9A-Z]){6,14}',
    reach: 'named',
    words: 'tax_id tax_number tax_identification* vat_number vat_id vat_no tax_no',
    valid: (compact) => /\d{5}/.test(compact),
  },
  {
    detector: 'health-id',
    scheme: 'health-id',
    form: '[A-Z]{0,3}\\d(?:[ .-]?[0-9A-Z]){5,14}',
    reach: 'named',
    words:
      'health_insurance_number health_insurance_no health_card_number patient_number medical_record_number',
    valid: (compact) => /\d{5}/.test(compact),
  },
  {
    detector: 'bank-account',
    scheme: 'account',
    form: '\\d(?:[ -]?\\d){6,19}',
    reach: 'named',
    words:
      'bank_account* account_number account_no kontonummer konto_nr numéro_de_compte numero_de_cuenta número_de_cuenta número_da_conta numero_di_conto rekeningnummer numer_konta número_de_conta hesap_no 口座番号 银行账号 银行卡号 계좌번호',
  },
  {
    detector: 'bank-account',
    scheme: 'bic',
    form: '[A-Z]{4}[A-Z]{2}[A-Z0-9]{2}(?:[A-Z0-9]{3})?',
    reach: 'named',
    words: 'bic swift swift_code',
    valid: (compact) => /\d/.test(compact) || compact.length === 11 || compact.length === 8,
  },
  {
    detector: 'vehicle-plate',
    scheme: 'plate',
    form: '(?=[A-Z0-9 -]{0,5}\\d)[A-Z0-9]{1,4}[ -]?[A-Z0-9]{1,4}(?:[ -]?[A-Z0-9]{1,4})?',
    reach: 'named',
    words:
      'licen[cs]e_plate number_plate registration_plate plate_number kennzeichen matrícula matricula targa plaque_d immatriculation kenteken placa plaka rejestracyjn* 车牌* ナンバープレート 차량번호',
    valid: (compact) => compact.length >= 5 && /\d/.test(compact) && /[A-Z]/.test(compact),
  },
  {
    detector: 'vehicle-plate',
    scheme: 'vin',
    form: '[A-HJ-NPR-Z0-9]{17}',
    valid: vin,
    reach: 'anywhere',
    words: 'vin vehicle_identification* fahrgestellnummer fin chassis*',
  },
];

/** ISO 3779 check digit (49 CFR 565.15): transliterated letters, weights 8 to 2, 10, 0, 9 to 2, modulo 11. */
function vin(compact: string): boolean {
  if (!/[A-Z]/.test(compact) || !/\d/.test(compact)) return false;
  const weights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];
  const values: Readonly<Record<string, string>> = {
    A: '1',
    B: '2',
    C: '3',
    D: '4',
    E: '5',
    F: '6',
    G: '7',
    H: '8',
    J: '1',
    K: '2',
    L: '3',
    M: '4',
    N: '5',
    P: '7',
    R: '9',
    S: '2',
    T: '3',
    U: '4',
    V: '5',
    W: '6',
    X: '7',
    Y: '8',
    Z: '9',
  };
  const sum = [...compact].reduce(
    (all, sign, index) => all + Number(values[sign] ?? sign) * (weights[index] ?? 0),
    0,
  );
  const rest = sum % 11;
  // Makers outside North America may put anything there, so four digits at the end are asked for as well.
  return (rest === 10 ? 'X' : String(rest)) === compact.charAt(8) && /\d{4}$/.test(compact);
}
